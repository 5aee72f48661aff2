"""What was, or is to be, written to somebody about what they owe: one row for each mail, each with its steps."""

import uuid

from django.db import models
from django.db.models import Q

from actions.models.action import Action, Part
from actions.models.chase import Chase
from boards.models import Board, Person


class Occasion(models.TextChoices):
    """Why an action is brought to mind."""

    ISSUED = "issued", "The minutes are issued"
    WEEK_BEFORE = "week_before", "A week before it is due"
    ON_THE_DAY = "on_the_day", "On the day"
    LATE = "late", "Late"
    CHASE = "chase", "Asked by the officers"


class Reminder(models.Model):
    """One mail to one person. It is a note of its own steps, so it keeps no other history.

    Queued; handing over, which is written down before the last word of it goes to the mail server; sent, once the
    server has said that it has it. A worker that dies in between leaves it handing over: it is in doubt from then on,
    is never sent again by itself, and whoever clerks the board is shown it.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to go"
        HANDING_OVER = "handing_over", "Being handed over"
        SENT = "sent", "Sent"
        IN_DOUBT = "in_doubt", "In doubt"
        REFUSED = "refused", "Refused"
        RETURNED = "returned", "Came back"
        WITHDRAWN = "withdrawn", "Not needed any more"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reminders")
    key = models.CharField(max_length=64, help_text="Of whom, the day, the board or all, and what it lists")
    day = models.DateField(help_text="London's day on which it is said")
    board = models.ForeignKey(
        Board, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Empty: of all boards"
    )
    chase = models.ForeignKey(Chase, null=True, blank=True, on_delete=models.PROTECT, related_name="reminders")
    state = models.CharField(max_length=12, choices=State, default=State.QUEUED)
    code = models.UUIDField(default=uuid.uuid4, editable=False, unique=True, help_text="Begins its Message-ID")
    address = models.CharField(max_length=254, blank=True, help_text="Where it went")
    tries = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=400, blank=True, help_text="What the mail server said, or why it did not go")
    queued_at = models.DateTimeField()
    send_from = models.DateTimeField(help_text="Not before: the board's hour, and no night, weekend or bank holiday")
    handed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-queued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "key"],
                condition=Q(state__in=["queued", "handing_over", "sent", "in_doubt"]),
                name="reminder_once",
            ),
            models.CheckConstraint(
                name="reminder_sent_at_a_time", condition=~Q(state="sent") | Q(sent_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["send_from"], name="reminder_waiting", condition=Q(state="queued"))]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_state_display().lower()}"


class ReminderLine(models.Model):
    """One action that a mail brings to mind, and why. Nobody is told the same of an action twice."""

    reminder = models.ForeignKey(Reminder, on_delete=models.CASCADE, related_name="lines")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, null=True, on_delete=models.SET_NULL, related_name="reminded")
    part = models.ForeignKey(Part, null=True, on_delete=models.SET_NULL, related_name="reminded")
    reference = models.CharField(max_length=40)
    occasion = models.CharField(max_length=12, choices=Occasion)
    for_day = models.DateField(help_text="The day due, of the weekly round, of the meeting, or of the chase")
    chase = models.ForeignKey(Chase, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_left_out = models.BooleanField(default=False, help_text="Not said: it fell away, or the mail reached nobody")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "action", "occasion", "for_day", "chase"],
                condition=Q(is_left_out=False),
                nulls_distinct=False,
                name="reminder_line_said_once",
            ),
        ]
        indexes = [models.Index(fields=["board", "reminder"], name="reminder_line_of_board")]

    def __str__(self) -> str:
        return f"{self.reference}: {self.get_occasion_display()}"
