"""A meeting as called: which board, what kind, when and where."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board
from meetings.models.locks import as_minuted
from meetings.models.year import YearlyMeeting


class MeetingQuerySet(models.QuerySet):
    def before(self, day: dt.date) -> Self:
        return self.filter(date__lt=day).order_by("-date", "-pk")

    def after(self, day: dt.date) -> Self:
        return self.filter(date__gt=day).order_by("date", "pk")

    def following(self, meeting: "Meeting") -> Self:
        """Those that begin later: on its day as well."""
        later_that_day = Q(date=meeting.date, starts_at__gt=meeting.starts_at or dt.time.min)
        found = self.filter(Q(date__gt=meeting.date) | later_that_day).exclude(pk=meeting.pk)
        return found.order_by("date", "starts_at", "pk")

    def not_cancelled(self) -> Self:
        return self.exclude(state__in=[Meeting.State.CANCELLED, Meeting.State.POSTPONED])


class Meeting(models.Model):
    """One sitting of one board; ``joint_boards`` sit with it and approve the same minutes each."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", "Ordinary"
        SPECIAL = "special", "Special"
        EXTRAORDINARY = "extraordinary", "Extraordinary"

    class Form(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        HYBRID = "hybrid", "In person and by video"
        REMOTE = "remote", "By video"

    class State(models.TextChoices):
        PREPARING = "preparing", "Being prepared"
        CALLED = "called", "Called"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"
        POSTPONED = "postponed", "Postponed"

    class Quorum(models.TextChoices):
        NOT_STATED = "not_stated", "Not stated"
        MET = "met", "Met"
        NOT_MET = "not_met", "Not met"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="meetings")
    joint_boards = models.ManyToManyField(Board, blank=True, related_name="joint_meetings")
    kind = models.CharField(max_length=14, choices=Kind, default=Kind.ORDINARY)
    form = models.CharField(max_length=10, choices=Form, default=Form.IN_PERSON)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    date = models.DateField()
    date_stated = models.CharField(
        "date as stated", max_length=60, blank=True, help_text="Where a paper gives the date otherwise, its words"
    )
    address = models.SlugField("in the address", max_length=20, help_text="The day, with a number where two fall on it")
    starts_at = models.TimeField("starts", null=True, blank=True)
    ends_at = models.TimeField("ends", null=True, blank=True)
    yearly = models.ForeignKey(YearlyMeeting, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    venue = models.CharField(max_length=200, blank=True)
    quorum = models.CharField(max_length=10, choices=Quorum, default=Quorum.NOT_STATED)
    public_count = models.PositiveSmallIntegerField("members of the public", null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    #: By user, the keys of its restricted items that are open to them, once they were read.
    restricted_read: Mapping[int, frozenset[int]] = MappingProxyType({})

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[joint_boards])

    class Meta:
        ordering = ["-date", "-starts_at"]
        triggers = as_minuted()
        constraints = [
            models.UniqueConstraint(fields=["board", "address"], name="meeting_address_once_per_board"),
            models.CheckConstraint(
                name="meeting_called_at_and_by",
                condition=Q(called_at=None, called_by=None) | Q(called_at__isnull=False, called_by__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_ends_after_it_starts",
                condition=Q(ends_at=None) | Q(starts_at=None) | Q(ends_at__gt=models.F("starts_at")),
            ),
        ]
        indexes = [models.Index(fields=["board", "-date"], name="meeting_of_board_by_date")]

    def __str__(self) -> str:
        return f"{self.board}, {self.date:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.board.slug, self.address])
