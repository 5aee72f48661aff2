"""What the partnership has said comes first: plans, their yearly round, priorities and the way to them."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board, Outcome, Partner
from boards.models.dated import Dated, days, ends_after_it_begins
from commissioning.models.written import written_once
from meetings.models import AgendaItem, Decision, YearlyMeeting


class Plan(Dated):
    """A board's commissioning plan over some years (requirements 1.8, 2.18). Its steps say how far it has got."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="plans")
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-from_date", "title"]
        constraints = [
            ends_after_it_begins("plan_ends_after_it_begins"),
            models.UniqueConstraint(fields=["board", "title"], name="plan_title_once_on_a_board"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commissioning:plan", args=[self.pk])


class PlanStep(models.Model):
    """What was done with a plan for one of its years, on a day: written once, and the latest says how it stands."""

    class Kind(models.TextChoices):
        OUTLINE = "outline", "Outline agreed"
        HELD = "held", "On hold"
        RESUMED = "resumed", "Taken up again"
        AGREED = "agreed", "Agreed"
        REVIEWED = "reviewed", "Reviewed"
        SIGNED_OFF = "signed_off", "Signed off"
        TAKEN_BACK = "taken_back", "Taken back"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    year = models.PositiveSmallIntegerField("financial year beginning in April")
    kind = models.CharField(max_length=10, choices=Kind)
    date = models.DateField()
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_steps", help_text="That did it"
    )
    reason = models.TextField(blank=True, help_text="Why it is on hold, or what the review changed")
    takes_back = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken_back_by"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "pk"]
        triggers = written_once("plan_step")
        constraints = [
            models.CheckConstraint(
                name="plan_step_held_for_a_reason", condition=~Q(kind__in=["held", "taken_back"]) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="plan_step_takes_back_another",
                condition=Q(kind="taken_back", takes_back__isnull=False)
                | (~Q(kind="taken_back") & Q(takes_back__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, {self.year}/{(self.year + 1) % 100:02d}: {self.get_kind_display()}"


class PlanMeeting(models.Model):
    """Which of the board's yearly meetings takes which step of a plan (requirement 1.8)."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="meetings")
    step = models.CharField(max_length=10, choices=PlanStep.Kind)
    yearly_meeting = models.ForeignKey(YearlyMeeting, on_delete=models.PROTECT, related_name="plan_meetings")

    history = HistoricalRecords()

    class Meta:
        ordering = ["yearly_meeting", "pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "step"], name="plan_step_at_one_meeting")]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_step_display()} at {self.yearly_meeting}"


class PlanItem(models.Model):
    """A step of a plan for one of its years that came on an agenda by itself. It is remembered, and comes once."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="items")
    year = models.PositiveSmallIntegerField("financial year beginning in April")
    step = models.CharField(max_length=10, choices=PlanStep.Kind)
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="plan_item")

    history = HistoricalRecords()

    class Meta:
        ordering = ["year", "pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "year", "step"], name="plan_item_once")]

    def __str__(self) -> str:
        return f"{self.plan}, {self.year}/{(self.year + 1) % 100:02d}: {self.get_step_display()}"


class Priority(Dated):
    """What the partnership has said comes first."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="priorities")
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="priorities")
    title = models.CharField(max_length=200)
    lead = models.CharField(max_length=160, blank=True, help_text="The post that leads on it")
    lead_partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="priorities"
    )
    need = models.TextField("evidence of need", blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    returns_every = models.PositiveSmallIntegerField(
        "its action plan comes back to the board every so many months", null=True, blank=True
    )
    returns_from = models.DateField("first on or after", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "title"]
        verbose_name_plural = "priorities"
        constraints = [
            ends_after_it_begins("priority_ends_after_it_begins"),
            models.CheckConstraint(
                name="priority_returns_from_a_day",
                condition=Q(returns_every=None) | Q(returns_every__gte=1, returns_from__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commissioning:priority", args=[self.pk])


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


class PriorityOutcome(Dated):
    """An outcome that a priority serves. Where the list is replaced, what follows the outcome is read (1.12)."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="outcomes")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="priorities")

    history = HistoricalRecords()

    class Meta:
        ordering = ["outcome__position", "pk"]
        constraints = [
            ends_after_it_begins("priority_outcome_ends_after_it_begins"),
            ExclusionConstraint(
                name="priority_outcome_once_at_a_time",
                expressions=[
                    ("priority", RangeOperators.EQUAL),
                    ("outcome", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="The priority serves this outcome on some of those days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.priority}: {self.outcome}"


class Instrument(Dated):
    """What a board has to keep an eye on beside its own plan: an area agreement, a grant, a partnership (0.13)."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="instruments")
    title = models.CharField(max_length=200)
    note = models.TextField("what it asks of the board", blank=True)
    fund = models.ForeignKey(
        "commissioning.Fund", null=True, blank=True, on_delete=models.PROTECT, related_name="instruments"
    )
    items = models.ManyToManyField(AgendaItem, blank=True, related_name="instruments")

    history = HistoricalRecords(m2m_fields=[items])

    class Meta:
        ordering = ["title"]
        constraints = [
            ends_after_it_begins("instrument_ends_after_it_begins"),
            models.UniqueConstraint(fields=["board", "title"], name="instrument_title_once_on_a_board"),
        ]

    def __str__(self) -> str:
        return self.title
