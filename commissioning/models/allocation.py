"""What is given to something, on whose decision, out of whose money, and what was spent of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board, Partner
from commissioning.models.fund import Fund
from commissioning.models.plan import Priority
from commissioning.models.round import Bid, Share
from commissioning.models.written import written_once
from meetings.models import Decision, SpendingLine


class Allocation(models.Model):
    """Part of a fund given to something. Provisional until the board that must confirm it does.

    A change in the middle of the year is a new allocation that ``replaces`` the one before, by a decision of its own:
    until it stands, the one before does.
    """

    class State(models.TextChoices):
        PROVISIONAL = "provisional", "Provisional"
        CONFIRMED = "confirmed", "Confirmed"
        REPLACED = "replaced", "Replaced"
        WITHDRAWN = "withdrawn", "Withdrawn"

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="allocations")
    year = models.PositiveSmallIntegerField("financial year beginning in April", null=True, blank=True)
    share = models.ForeignKey(Share, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations")
    bid = models.ForeignKey(Bid, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations")
    priority = models.ForeignKey(Priority, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations")
    purpose = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=State, default=State.PROVISIONAL)
    amount_pence = models.PositiveBigIntegerField()
    amount_stated = models.CharField(max_length=60, blank=True)
    responsible = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="allocations_reported",
        help_text="The partner that spends it and reports on it",
    )
    decision = models.ForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="allocations",
        help_text="The resolution that authorised it",
    )
    confirming_board = models.ForeignKey(
        Board, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations_to_confirm"
    )
    confirmed_by_decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations_confirmed"
    )
    confirmed_date = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_pence = models.PositiveBigIntegerField(null=True, blank=True)
    confirmed_stated = models.CharField(max_length=60, blank=True)
    confirmed_reason = models.TextField("why more is confirmed than was allocated", blank=True)
    over_reason = models.TextField("why it goes over what there is", blank=True)
    over_source = models.CharField("or where the rest comes from", max_length=200, blank=True)
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    ended_date = models.DateField("withdrawn or replaced on", null=True, blank=True)
    ended_reason = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["fund", "pk"]
        constraints = [
            models.CheckConstraint(
                name="allocation_confirmed_by_a_decision",
                condition=~Q(state="confirmed") | Q(confirmed_by_decision__isnull=False),
            ),
            models.CheckConstraint(
                name="allocation_confirmed_within_it",
                condition=Q(confirmed_pence=None) | Q(confirmed_pence__lte=F("amount_pence")) | ~Q(confirmed_reason=""),
            ),
            models.CheckConstraint(name="allocation_not_of_itself", condition=~Q(replaces=F("pk"))),
            models.UniqueConstraint(
                fields=["replaces"], condition=~Q(state="withdrawn"), name="allocation_replaced_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}, from {self.fund}"

    def get_absolute_url(self) -> str:
        return reverse("commissioning:allocation", args=[self.pk])

    @property
    def pence(self) -> int:
        """As confirmed where that was done, else as allocated."""
        return self.amount_pence if self.confirmed_pence is None else self.confirmed_pence


class AllocationLine(models.Model):
    """Whose money part of an allocation is. Its owner’s consent stands at the line of the decision that spends it."""

    allocation = models.ForeignKey(Allocation, on_delete=models.PROTECT, related_name="lines")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="allocation_lines")
    amount_pence = models.PositiveBigIntegerField()
    spending_line = models.ForeignKey(
        SpendingLine, null=True, blank=True, on_delete=models.PROTECT, related_name="allocation_lines"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["allocation", "pk"]
        constraints = [models.UniqueConstraint(fields=["allocation", "partner"], name="allocation_line_once")]

    def __str__(self) -> str:
        return f"{self.partner}: {self.allocation}"


class SpendReport(models.Model):
    """What the responsible partner says is spent and will be, as of a day. Written once; the latest counts."""

    allocation = models.ForeignKey(Allocation, on_delete=models.PROTECT, related_name="spend_reports")
    as_of = models.DateField()
    spent_pence = models.PositiveBigIntegerField()
    spent_stated = models.CharField(max_length=60, blank=True)
    forecast_pence = models.PositiveBigIntegerField("by the end of the year", null=True, blank=True)
    forecast_stated = models.CharField(max_length=60, blank=True)
    words = models.TextField("why it differs", blank=True)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="spend_reports")
    successor = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="spend_reports_as_successor",
        help_text="Which reported for it, where it has ended",
    )
    paper = models.CharField(
        "the paper it stands in", max_length=200, blank=True, help_text="Where an officer entered it for the partner"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["as_of", "pk"]
        triggers = written_once("spend_report")

    def __str__(self) -> str:
        return f"{self.allocation}, as of {self.as_of:%-d %B %Y}"
