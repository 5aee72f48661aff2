"""What is owed, by whom, by when, and how it is going."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board, Partner, Person
from meetings.models import AgendaItem, Meeting, Minute


class State(models.TextChoices):
    """Where an action, or one owner's part of it, has got to. Overdue is not a state: it follows from the day."""

    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    BLOCKED = "blocked", "Blocked"
    DONE = "done", "Done, to be agreed"
    CLOSED = "closed", "Closed"
    NOT_NEEDED = "not_needed", "No longer needed"


SETTLED = [State.CLOSED, State.NOT_NEEDED]
FINISHED = [State.DONE, State.CLOSED, State.NOT_NEEDED]


class ActionQuerySet(models.QuerySet):
    def confirmed(self) -> Self:
        """Not mere proposals."""
        return self.filter(is_confirmed=True)

    def outstanding(self) -> Self:
        """Neither closed nor dropped."""
        return self.exclude(state__in=SETTLED)

    def overdue(self, day: dt.date) -> Self:
        return self.exclude(state__in=FINISHED).filter(due_date__lt=day)


class Action(models.Model):
    """Something to be done, under a reference that is stable for life: board, year, number.

    ``owners_stated`` and ``due_stated`` keep the words as spoken; the parts and ``due_…`` what was recognised.
    """

    class Due(models.TextChoices):
        DAY = "day", "On a day"
        MONTH = "month", "By the end of a month"
        MEETING = "meeting", "At a meeting"
        WORDS = "words", "In words"
        NONE = "none", "Not given"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="actions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    text = models.TextField()
    state = models.CharField(max_length=12, choices=State, default=State.NOT_STARTED)
    is_confirmed = models.BooleanField(default=True, help_text="Not confirmed: proposed, from an undertaking in prose")
    owners_stated = models.CharField("who by, as stated", max_length=200, blank=True)
    due_kind = models.CharField(max_length=8, choices=Due, default=Due.NONE)
    due_date = models.DateField(null=True, blank=True, help_text="The last day on which it is in time")
    due_meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="actions_due"
    )
    due_stated = models.CharField("when by, as stated", max_length=120, blank=True)
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    block = models.OneToOneField(Minute, null=True, blank=True, on_delete=models.PROTECT, related_name="action")
    key = models.UUIDField(
        default=uuid.uuid4, editable=False, help_text="Made by whoever wrote it: a retry is no second"
    )
    items = models.ManyToManyField(AgendaItem, blank=True, related_name="actions")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ActionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["board", "year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["board", "year", "number"], name="action_reference_once"),
            models.UniqueConstraint(fields=["key"], name="action_key_once"),
            models.CheckConstraint(
                name="action_due_meeting_only_at_a_meeting", condition=Q(due_meeting=None) | Q(due_kind="meeting")
            ),
            models.CheckConstraint(
                name="action_due_on_a_day_has_one",
                condition=~Q(due_kind__in=["day", "month"]) | Q(due_date__isnull=False),
            ),
            models.CheckConstraint(
                name="action_not_given_has_no_day", condition=~Q(due_kind="none") | Q(due_date=None, due_meeting=None)
            ),
        ]
        indexes = [
            models.Index(fields=["board", "state", "due_date"], name="action_of_board_by_due"),
            models.Index(fields=["meeting"], name="action_of_meeting"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.text[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("actions:action", args=[self.board.slug, self.year, self.number])

    @property
    def reference(self) -> str:
        return f"{self.board.reference_prefix}/{self.year}/{self.number}"

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED


class Part(models.Model):
    """One owner's part of an action, completed apart: joint owners and ALL have one each (gap 6)."""

    class Owner(models.TextChoices):
        PERSON = "person", "A person"
        PARTNER = "partner", "A partner"
        POST = "post", "A post"
        SECRETARIAT = "secretariat", "The secretariat"
        OUTSIDER = "outsider", "Somebody outside the board"
        UNKNOWN = "unknown", "Not recognised"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="parts")
    owner = models.CharField(max_length=12, choices=Owner, default=Owner.PERSON)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=160, help_text="As printed: initials resolved, or the words that were not")
    from_all = models.BooleanField(default=False, help_text="One of those whom ALL stood for")
    state = models.CharField(max_length=12, choices=State, default=State.NOT_STARTED)
    finished_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "person"], condition=Q(person__isnull=False), name="part_once_per_person"
            ),
            models.CheckConstraint(
                name="part_of_a_person_names_them", condition=~Q(owner="person") | Q(person__isnull=False)
            ),
            models.CheckConstraint(
                name="part_of_a_partner_names_it", condition=~Q(owner="partner") | Q(partner__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["person", "state"], name="part_of_person_by_state")]

    def __str__(self) -> str:
        return self.name


class Progress(models.Model):
    """A dated note of how an action goes. Added, never rewritten."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="progress")
    part = models.ForeignKey(Part, null=True, blank=True, on_delete=models.CASCADE, related_name="progress")
    text = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "progress"
        constraints = [
            models.CheckConstraint(name="progress_says_something", condition=~Q(text="") | ~Q(state="")),
        ]

    def __str__(self) -> str:
        return self.text or self.get_state_display()
