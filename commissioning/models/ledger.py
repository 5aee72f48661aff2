"""Priorities, funds, and whose money goes where. Money is in pence, beside the words of the paper."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Agreement, Board, Partner
from boards.models.dated import Dated, days, ends_after_it_begins
from meetings.models import Decision


class Priority(Dated):
    """What the partnership has said comes first."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="priorities")
    title = models.CharField(max_length=200)
    lead = models.CharField(max_length=160, blank=True, help_text="The post that leads on it")
    lead_partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="priorities"
    )
    need = models.TextField("evidence of need", blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "title"]
        verbose_name_plural = "priorities"
        constraints = [ends_after_it_begins("priority_ends_after_it_begins")]

    def __str__(self) -> str:
        return self.title


class PriorityGroup(Dated):
    """A group that works to a priority over some days (requirement 2.15)."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="groups")
    group = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="priorities_worked_to")

    history = HistoricalRecords()

    class Meta:
        ordering = ["group", "from_date"]
        constraints = [
            ends_after_it_begins("priority_group_ends_after_it_begins"),
            ExclusionConstraint(
                name="priority_group_once_at_a_time",
                expressions=[
                    ("priority", RangeOperators.EQUAL),
                    ("group", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="The group works to this priority on some of those days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} works to {self.priority}"


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
    risk_share = models.TextField("risk share", blank=True, help_text="“None” is an answer")
    amount_pence = models.PositiveBigIntegerField(null=True, blank=True)
    amount_stated = models.CharField(max_length=60, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [ends_after_it_begins("fund_ends_after_it_begins")]

    def __str__(self) -> str:
        return self.name


class Contribution(models.Model):
    """What a partner puts into a fund for a year: cash, in kind, or staff (requirement 1.17)."""

    class Kind(models.TextChoices):
        CASH = "cash", "Cash"
        IN_KIND = "in_kind", "In kind"
        STAFF = "staff", "Staff"

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="contributions")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="contributions")
    year = models.PositiveSmallIntegerField("financial year beginning in April")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.CASH)
    amount_pence = models.PositiveBigIntegerField(null=True, blank=True)
    amount_stated = models.CharField(max_length=60, blank=True)
    full_time_equivalent = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    description = models.CharField(max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["year", "partner", "kind"]
        constraints = [
            models.CheckConstraint(
                name="contribution_of_staff_in_full_time_equivalents",
                condition=Q(full_time_equivalent=None) | Q(kind="staff"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}, {self.year}: {self.get_kind_display()}"


class Allocation(models.Model):
    """Part of a fund given to something. Provisional until the board that must confirm it does."""

    class State(models.TextChoices):
        PROVISIONAL = "provisional", "Provisional"
        CONFIRMED = "confirmed", "Confirmed"
        WITHDRAWN = "withdrawn", "Withdrawn"

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="allocations")
    priority = models.ForeignKey(Priority, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations")
    purpose = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=State, default=State.PROVISIONAL)
    amount_pence = models.PositiveBigIntegerField()
    amount_stated = models.CharField(max_length=60, blank=True)
    decision = models.ForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="allocations",
        help_text="The resolution that authorised it",
    )
    confirmed_by_decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations_confirmed"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["fund", "pk"]
        constraints = [
            models.CheckConstraint(
                name="allocation_confirmed_by_a_decision",
                condition=~Q(state="confirmed") | Q(confirmed_by_decision__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}, from {self.fund}"
