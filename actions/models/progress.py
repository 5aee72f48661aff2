"""What is said of an action and done to it, each with who and when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from actions.models.action import Action, Part, State
from boards.models import Partner, Person
from meetings.models import Meeting


class Progress(models.Model):
    """A dated note of how an action goes, or of what was done to it. Added, never rewritten.

    Said by an account or, through a link in a mail, by a ``person`` who did not sign in.
    """

    class Kind(models.TextChoices):
        REPORT = "report", "Reported"
        CLOSED = "closed", "Closed"
        REOPENED = "reopened", "Reopened"
        DROPPED = "dropped", "No longer needed"
        DUE = "due", "Due date changed"
        OWNERS = "owners", "Owners changed"
        NOTED = "noted", "Noted"
        CARRIED = "carried", "Carried to the next meeting"
        MOVED = "moved", "Moved to the work plan"
        JOINED = "joined", "The same as another action"
        PARTED = "parted", "An action of its own again"
        FELL = "fell", "Passed on"
        UNDONE = "undone", "Taken back"
        HANDED = "handed", "Handed on"
        ASKED = "asked", "Asked"
        ANSWERED = "answered", "Answered"

    kind = models.CharField(max_length=8, choices=Kind, default=Kind.REPORT)
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="progress")
    part = models.ForeignKey(Part, null=True, blank=True, on_delete=models.CASCADE, related_name="progress")
    text = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State, blank=True)
    was = models.CharField(max_length=400, blank=True, help_text="What the due date or the owners were before")
    becomes = models.CharField(max_length=400, blank=True)
    waits_for = models.CharField("waits for", max_length=160, blank=True, help_text="Who or what blocks it, in words")
    waits_for_person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    waits_for_partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="progress",
        help_text="At which it was said or done",
    )
    key = models.UUIDField(
        null=True, blank=True, editable=False, help_text="Of the act at a meeting: a retry is no second"
    )
    before = models.JSONField(null=True, blank=True, help_text="How it stood, so that the act can be taken back")
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="undone", help_text="What it takes back"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Nobody where it follows from who holds a seat on the day",
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="By a link in a mail"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "progress"
        constraints = [
            models.CheckConstraint(
                name="progress_says_something", condition=~Q(text="") | ~Q(state="") | ~Q(becomes="")
            ),
            models.CheckConstraint(
                name="progress_of_a_change_gives_its_reason",
                condition=~Q(kind__in=["reopened", "dropped", "due", "owners", "asked", "answered"]) | ~Q(text=""),
            ),
            models.UniqueConstraint(fields=["key"], name="progress_key_once"),
            models.CheckConstraint(
                name="progress_by_somebody_unless_it_follows",
                condition=Q(by=None, person__isnull=False) | Q(by__isnull=False, person=None) | Q(kind="fell"),
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.get_state_display() or self.becomes

    @property
    def who(self) -> str:
        """Who said it; "" where it followed from who holds a seat. Load ``by__person`` and ``person`` with it."""
        if self.person:
            return f"{self.person.name}, by a link in a mail"
        return str(getattr(self.by, "person", None) or self.by or "")
