"""What is to be dealt with, in which order, under which number."""

import re
from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Agreement, Board, Partner
from meetings.models.locks import by_meeting
from meetings.models.meeting import Meeting
from meetings.models.year import YearlyMeeting


class Purpose(models.TextChoices):
    """What an item is there for; some purposes fill themselves."""

    DISCUSSION = "discussion", "For discussion"
    DECISION = "decision", "For decision"
    INFORMATION = "information", "For information"
    APOLOGIES = "apologies", "Apologies"
    DECLARATIONS = "declarations", "Declarations of interest"
    LAST_MINUTES = "last_minutes", "Minutes of the last meeting"
    MATTERS_ARISING = "matters_arising", "Matters arising"
    NEXT_MEETING = "next_meeting", "Next meeting"


class StandingItem(models.Model):
    """A heading or item that stands on every agenda of a board."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="standing_items")
    section = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="items")
    title = models.CharField(max_length=240)
    purpose = models.CharField(max_length=16, choices=Purpose, default=Purpose.DISCUSSION)
    is_section = models.BooleanField(default=False)
    yearly = models.ForeignKey(
        YearlyMeeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="standing_items",
        help_text="The one meeting of the year it belongs to; else every agenda has it",
    )
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="standing_section_stands_alone", condition=Q(is_section=False) | Q(section=None)
            ),
        ]

    def __str__(self) -> str:
        return self.title


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def shown(self, *, with_exempt: bool, restricted: Collection[int] | None = ()) -> Self:
        """Without ``with_exempt`` neither exempt items nor those under an exempt heading; of items restricted to some
        partners only those whose keys are given, or every one (None). Closed unless said (demand 21)."""
        found = self
        if not with_exempt:
            found = found.filter(Q(section=None) | Q(section__exempt_paragraphs=""), exempt_paragraphs="")
        if restricted is not None:
            given = Q(restricted_reason="") | Q(pk__in=restricted)
            above = Q(section=None) | Q(section__restricted_reason="") | Q(section__in=restricted)
            found = found.filter(given, above)
        return found


class AgendaItem(models.Model):
    """A section heading, or an item of business. ``text`` is the agenda's; the minute of it is apart."""

    class State(models.TextChoices):
        OPEN = "open", "On the agenda"
        DEFERRED = "deferred", "Deferred"
        WITHDRAWN = "withdrawn", "Withdrawn"
        MOVED = "moved", "Taken with another item"

    class Capacity(models.TextChoices):
        """In which legal capacity the board decides (habit H7)."""

        USUAL = "usual", "As usual"
        POOLED = "pooled", "Pooled budget"
        ALIGNED = "aligned", "Aligned budget"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    section = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="items")
    is_section = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0, help_text="Order printed, within its section")
    taken_position = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Order taken, if another")
    number = models.CharField(max_length=16, blank=True, help_text="Given by the agenda’s order")
    number_stated = models.CharField(max_length=24, blank=True, help_text="A number of its own, which then holds")
    title = models.CharField(max_length=240)
    text = models.TextField("agenda text", blank=True)
    purpose = models.CharField(max_length=16, choices=Purpose, default=Purpose.DISCUSSION)
    capacity = models.CharField(max_length=8, choices=Capacity, default=Capacity.USUAL)
    agreement = models.ForeignKey(
        Agreement,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="items",
        help_text="The legal agreement on the joint budget it decides on (requirement 1.16 ii)",
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    moved_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken_here")
    came_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="continued_as",
        help_text="The item it was deferred, split or tabled from, here or at an earlier meeting",
    )
    state_reason = models.TextField("why it was deferred, withdrawn or moved", blank=True)
    concerns = models.ManyToManyField(
        Partner, blank=True, related_name="concerned_by", help_text="Partners that this item pays or judges"
    )
    report_of = models.CharField(max_length=200, blank=True, help_text="The post whose report it is")
    late_reason = models.TextField("reason for lateness", blank=True)
    is_late = models.BooleanField(default=False)
    exempt_paragraphs = models.CharField(max_length=40, blank=True, help_text="Schedule 12A paragraphs, such as 1, 3")
    exempt_reason = models.TextField("public interest reason", blank=True)
    excluded_by = models.ForeignKey(
        "Decision",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="excludes_from",
        help_text="The resolution to exclude the public from this item, or not to",
    )
    restricted_to = models.ManyToManyField(
        Partner, blank=True, related_name="restricted_items", help_text="The only partners whose members read it"
    )
    restricted_reason = models.TextField("why only these partners", blank=True)
    matter = models.CharField(
        "reserved matter", max_length=120, blank=True, help_text="A matter of the terms on which only some vote"
    )
    receives = models.ForeignKey(
        "Minutes",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="received_as",
        help_text="Minutes of another board that this item receives (gap 8)",
    )

    objects = AgendaItemQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[concerns, restricted_to])

    #: Set where it would be named to a reader who may not know of it (``rules.edition.withhold``).
    is_withheld = False

    class Meta:
        ordering = ["position", "pk"]
        triggers = by_meeting()
        constraints = [
            models.CheckConstraint(name="section_stands_alone", condition=Q(is_section=False) | Q(section=None)),
            models.CheckConstraint(name="late_item_gives_its_reason", condition=Q(is_late=False) | ~Q(late_reason="")),
            models.CheckConstraint(
                name="exempt_item_gives_its_reason", condition=Q(exempt_paragraphs="") | ~Q(exempt_reason="")
            ),
            models.CheckConstraint(name="moved_item_says_where", condition=Q(moved_to=None) | Q(state="moved")),
        ]
        indexes = [
            models.Index(  # What every list leaves out is sought by this (queries.entitled.items_closed_to).
                fields=["meeting"],
                name="agenda_item_closed",
                condition=Q(exempt_paragraphs__gt="") | Q(restricted_reason__gt=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number_shown} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#{self.anchor}"

    @property
    def number_shown(self) -> str:
        return self.number_stated or self.number

    @property
    def anchor(self) -> str:
        """Its place on a page: item-2.3. A stated number may hold what an address may not, such as a space."""
        return f"item-{re.sub(r'[^A-Za-z0-9.]+', '-', self.number_shown).strip('-') or self.pk}"

    @property
    def is_exempt(self) -> bool:
        return bool(self.exempt_paragraphs)

    @property
    def is_restricted(self) -> bool:
        """Whether only the members of some partners read it: a restriction always gives its reason."""
        return bool(self.restricted_reason)

    @property
    def is_closed(self) -> bool:
        """Whether it is kept from anybody who reads the rest."""
        return self.is_exempt or self.is_restricted
