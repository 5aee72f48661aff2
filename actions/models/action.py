"""What is owed, by whom, by when, and how it is going."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, DateField, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from actions.models.register import RegisterEntry
from actions.models.wording import due_in_words, names_shown
from boards.models import Board, Partner, Person, Seat
from meetings.models import AgendaItem, Decision, Meeting, Minute
from trust.tools.words import short_date


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
CALLED_OFF = [Meeting.State.CANCELLED, Meeting.State.POSTPONED]


class ActionQuerySet(models.QuerySet):
    def confirmed(self) -> Self:
        """Not mere proposals."""
        return self.filter(is_confirmed=True)

    def kept_on(self, board: int) -> Self:
        """In the list of this board: its own, but for those handed up when it ended, and those handed up to it."""
        return self.filter(Q(followed_by=board) | Q(board=board, followed_by=None))

    def outstanding(self) -> Self:
        """Neither closed nor dropped."""
        return self.exclude(state__in=SETTLED)

    def with_due_on(self) -> Self:
        """Each with ``due_on``: its day, or that of the meeting it is due at, which moves when the meeting does.

        "Next meeting", where none was on the calendar yet or the one meant is called off, is whichever comes next.
        """
        meant = Case(
            When(due_meeting__state__in=CALLED_OFF, then=None),
            default=F("due_meeting__date"),
            output_field=DateField(),
        )
        comes_next = (
            Meeting.objects.exclude(state__in=CALLED_OFF)
            .filter(board=Coalesce(OuterRef("followed_by"), OuterRef("board")))
            .filter(
                date__gt=Coalesce(
                    OuterRef("due_meeting__date"), OuterRef("meeting__date"), OuterRef("recorded_at__date")
                )
            )
            .order_by("date", "pk")
            .values("date")[:1]
        )
        return self.annotate(
            due_on=Case(
                When(due_kind=Action.Due.MEETING, then=Coalesce(meant, Subquery(comes_next))),
                default=F("due_date"),
                output_field=DateField(),
            )
        )


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
    owners_flags = models.JSONField(default=list, blank=True, help_text="What the words of the owners left open")
    due_flags = models.JSONField(default=list, blank=True, help_text="What the words of the due date left open")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    block = models.OneToOneField(Minute, null=True, blank=True, on_delete=models.PROTECT, related_name="action")
    key = models.UUIDField(
        default=uuid.uuid4, editable=False, help_text="Made by whoever wrote it: a retry is no second"
    )
    items = models.ManyToManyField(AgendaItem, blank=True, related_name="actions")
    followed_by = models.ForeignKey(
        Board,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions_followed",
        help_text="The board that follows it since its own ended; its reference stays (requirement 2.15)",
    )
    decisions = models.ManyToManyField(Decision, blank=True, related_name="actions")
    joined_to = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="joined",
        help_text="The action that says the same: this one’s reference stays and points there (gap 6)",
    )
    moved_to = models.ForeignKey(
        RegisterEntry,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
        help_text="The entry of the work plan that it was closed by moving to",
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    due_on: dt.date | None  # there only where loaded ``with_due_on``

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
            models.CheckConstraint(name="action_not_joined_to_itself", condition=~Q(joined_to=F("pk"))),
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
    def kept_by(self) -> Board:
        """The board in whose list it is: its own, or the one that follows it since its own ended."""
        return self.followed_by or self.board

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED

    @property
    def flags(self) -> list[str]:
        """What the clerk should look at: words that were not recognised, or do not fit."""
        return [*self.owners_flags, *self.due_flags]

    @property
    def owners_shown(self) -> str:
        """Who by, in names: those for whom ALL stood are said once. Load the parts and it costs nothing."""
        return names_shown((part.name, part.from_all) for part in self.asked)

    @property
    def asked(self) -> list["Part"]:
        """The parts still asked for; of a settled action all of them."""
        return [part for part in self.parts.all() if self.is_settled or part.state != State.NOT_NEEDED]

    @property
    def due_shown(self) -> str:
        """When by, in words; "" where nothing was given. Load ``with_due_on`` and it costs nothing."""
        return due_in_words(self.due_kind, self._due_day(), self.due_stated)

    @property
    def due_short(self) -> str:
        """The same for a table, without the day of the week."""
        return due_in_words(self.due_kind, self._due_day(), self.due_stated, short_date)

    def _due_day(self) -> dt.date | None:
        meets = self.due_meeting.date if self.due_meeting else None
        return getattr(self, "due_on", self.due_date or meets)


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
    seat = models.ForeignKey(
        Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="parts", help_text="In which it is owed"
    )
    name = models.CharField(max_length=160, help_text="As printed: initials resolved, or the words that were not")
    from_all = models.BooleanField(default=False, help_text="One of those whom ALL stood for")
    state = models.CharField(max_length=12, choices=State, default=State.NOT_STARTED)
    finished_at = models.DateTimeField(null=True, blank=True)
    put_off_until = models.DateField(
        null=True, blank=True, help_text="Its owner does not mean to begin before this day, and is not reminded"
    )
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
