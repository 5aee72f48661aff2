"""What a board keeps beside its actions: challenges, risks, and the plan of the reports it awaits."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board, Partner
from meetings.models import AgendaItem, Meeting


class LastNumber(models.Model):
    """The last number given to an action, or in one of its registers, of a board in a year. A counter, not a record:
    it only ever grows."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    register = models.CharField(max_length=9, blank=True, help_text="Empty for actions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "register", "year"], name="last_number_once_per_board_register_and_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.board.reference_prefix}/{self.year}/{self.number}"


class RegisterEntry(models.Model):
    """A line of one of the board’s other registers, under a reference that is stable for life."""

    class Register(models.TextChoices):
        CHALLENGE = "challenge", "Challenge log"
        RISK = "risk", "Risk register"
        PLAN = "plan", "Forward plan"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        DONE = "done", "Done"
        WITHDRAWN = "withdrawn", "Withdrawn"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="register_entries")
    register = models.CharField(max_length=9, choices=Register)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    detail = models.TextField(blank=True)
    who = models.CharField("who it is for", max_length=160, blank=True, help_text="Who answers for it, as said")
    from_partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    likelihood = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 5")
    impact = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 5")
    month = models.DateField(null=True, blank=True, help_text="The first day of the month it is planned for")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="planned", help_text="Planned for it"
    )
    raised_on = models.DateField(help_text="The day it was raised, or put on the plan")
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="register_entries"
    )
    answer = models.TextField(blank=True, help_text="What was answered, is done about it, or came of it")
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    closed_on = models.DateField(null=True, blank=True)
    key = models.UUIDField(editable=False, help_text="Made by the page that asked: a retry is no second")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["board", "register", "year", "number"]
        verbose_name_plural = "register entries"
        constraints = [
            models.UniqueConstraint(
                fields=["board", "register", "year", "number"], name="register_entry_reference_once"
            ),
            models.UniqueConstraint(fields=["key"], name="register_entry_key_once"),
            models.CheckConstraint(
                name="register_entry_planned_for_a_month_or_a_meeting",
                condition=~Q(register="plan") | Q(month__isnull=False) | Q(meeting__isnull=False),
            ),
            models.CheckConstraint(
                name="register_entry_risk_has_its_two_marks",
                condition=~Q(register="risk") | Q(likelihood__gte=1, likelihood__lte=5, impact__gte=1, impact__lte=5),
            ),
            models.CheckConstraint(
                name="register_entry_closed_on_a_day",
                condition=Q(state="open", closed_on=None) | (~Q(state="open") & Q(closed_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("actions:entry", args=[self.board.slug, self.register, self.year, self.number])

    @property
    def reference(self) -> str:
        return f"{self.board.reference_prefix}/{self.register[0].upper()}/{self.year}/{self.number}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def score(self) -> int | None:
        """Likelihood by impact, of 25."""
        return self.likelihood * self.impact if self.likelihood and self.impact else None
