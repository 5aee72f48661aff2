"""Pots, what each partner puts in, and the agreement in law they rest on. In pence, beside the words of the paper."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Agreement, Board, Clause, Partner
from boards.models.dated import Dated, ends_after_it_begins
from commissioning.models.written import written_once
from meetings.models import Decision


class Fund(Dated):
    """Money brought together, or set side by side, for a purpose. Its amount may not be confirmed yet."""

    class Kind(models.TextChoices):
        POOLED = "pooled", "Pooled"
        ALIGNED = "aligned", "Aligned"
        GRANT = "grant", "Grant"
        IN_KIND = "in_kind", "In kind"

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=8, choices=Kind)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="funds")
    host = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="funds_hosted")
    pool_manager = models.CharField(max_length=160, blank=True)
    agreement = models.ForeignKey(Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="funds")
    purpose = models.TextField(blank=True)
    source = models.CharField("grant it comes from", max_length=200, blank=True)
    risk_share = models.TextField("risk share", blank=True, help_text="“None” is an answer")
    overspend_rule = models.TextField("if it is overspent", blank=True)
    underspend_rule = models.TextField("if it is underspent", blank=True)
    amount_pence = models.PositiveBigIntegerField(null=True, blank=True)
    amount_stated = models.CharField(max_length=60, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [ends_after_it_begins("fund_ends_after_it_begins")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("commissioning:fund", args=[self.pk])


class FundYear(models.Model):
    """What there is in a fund in one financial year; closed, nothing of it changes any more."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField("financial year beginning in April")
    amount_pence = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="Empty: not yet confirmed (requirement 3.5)"
    )
    amount_stated = models.CharField(max_length=60, blank=True)
    brought_forward_pence = models.PositiveBigIntegerField(null=True, blank=True)
    closed_date = models.DateField(null=True, blank=True)
    closed_words = models.TextField("how it ended", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["fund", "year"], name="fund_year_once")]

    def __str__(self) -> str:
        return f"{self.fund}, {self.year}/{(self.year + 1) % 100:02d}"


class Contribution(models.Model):
    """What a partner puts into a fund for a year: cash, in kind, or staff (requirement 1.17), as first stated."""

    class Kind(models.TextChoices):
        CASH = "cash", "Cash"
        IN_KIND = "in_kind", "In kind"
        STAFF = "staff", "Staff"

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="contributions")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="contributions")
    year = models.PositiveSmallIntegerField("financial year beginning in April")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.CASH)
    amount_pence = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="Cash, or what the goods or the staff are valued at; empty: not yet confirmed"
    )
    amount_stated = models.CharField(max_length=60, blank=True)
    full_time_equivalent = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    description = models.CharField(max_length=200, blank=True)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions"
    )
    withdrawn_date = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["year", "partner", "kind"]
        constraints = [
            models.CheckConstraint(
                name="contribution_of_staff_in_full_time_equivalents",
                condition=Q(full_time_equivalent=None) | Q(kind="staff"),
            ),
            models.CheckConstraint(
                name="contribution_withdrawn_for_a_reason",
                condition=Q(withdrawn_date=None) | ~Q(withdrawn_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}, {self.year}/{(self.year + 1) % 100:02d}: {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("commissioning:contribution", args=[self.fund_id, self.pk])


class Variation(models.Model):
    """A contribution changed on a day, by a resolution: what it is from then on. Written once."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="variations")
    date = models.DateField()
    amount_pence = models.PositiveBigIntegerField(null=True, blank=True, help_text="The whole from then on")
    amount_stated = models.CharField(max_length=60, blank=True)
    full_time_equivalent = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="variations")
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "pk"]
        triggers = written_once("variation")

    def __str__(self) -> str:
        return f"{self.contribution}, from {self.date:%-d %B %Y}"


class AgreementContent(models.Model):
    """Where an agreement says one of the things that the regulations ask of a pooled fund: SI 2000/617 reg 7(3)."""

    class Content(models.TextChoices):
        AIMS = "aims", "The aims and outcomes agreed"
        CONTRIBUTIONS = "contributions", "What each partner contributes, and how that may vary"
        FUNCTIONS = "functions", "The functions it covers"
        PEOPLE = "people", "The people and the kinds of services it is for"
        STAFF = "staff", "The staff, goods, services and accommodation provided"
        DURATION = "duration", "How long it lasts; how it is reviewed, varied and ended"
        MANAGEMENT = "management", "How the fund is managed and watched, and who is its host"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="contents")
    content = models.CharField(max_length=14, choices=Content)
    clause = models.ForeignKey(Clause, null=True, blank=True, on_delete=models.PROTECT, related_name="contents")
    place = models.CharField("where it says so", max_length=200, blank=True, help_text="Such as “schedule 2, page 14”")

    history = HistoricalRecords()

    class Meta:
        ordering = ["agreement", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "content"], name="agreement_content_once"),
            models.CheckConstraint(
                name="agreement_content_somewhere", condition=Q(clause__isnull=False) | ~Q(place="")
            ),
        ]

    def __str__(self) -> str:
        return self.get_content_display()


class FundReport(models.Model):
    """A report that a fund's manager owes its partners: quarterly, or the return of the year (reg 7(4))."""

    class Kind(models.TextChoices):
        QUARTERLY = "quarterly", "Quarterly report"
        ANNUAL = "annual", "Annual return"

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=9, choices=Kind)
    from_date = models.DateField("from")
    to_date = models.DateField("to")
    due_date = models.DateField()
    received_date = models.DateField(null=True, blank=True)
    words = models.TextField("what it says", blank=True)
    income_pence = models.PositiveBigIntegerField(null=True, blank=True)
    expenditure_pence = models.PositiveBigIntegerField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["from_date", "kind"]
        constraints = [
            ends_after_it_begins("fund_report_ends_after_it_begins"),
            models.UniqueConstraint(fields=["fund", "kind", "from_date"], name="fund_report_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.fund}"
