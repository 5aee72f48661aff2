"""The boards of the partnership: what they are called, what they are, and how they stand to each other."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models.dated import Dated, days, ends_after_it_begins
from boards.models.partner import Partner


class BoardQuerySet(models.QuerySet):
    def granted(self, user: Any, *words: str) -> Self:
        """Boards on which a group of this user's holds one of these words: one join over guardian's rows."""
        if user.pk is None:
            return self.none()
        return self.filter(boardgrant__group__user=user.pk, boardgrant__permission__codename__in=words).distinct()


class Board(models.Model):
    """Anything that meets, minutes and resolves: a trust board, a partnership, an executive group, a task group."""

    class Kind(models.TextChoices):
        TRUST_BOARD = "trust_board", "Trust board"
        PARTNERSHIP = "partnership", "Strategic partnership"
        EXECUTIVE = "executive", "Executive group"
        DISTRICT_TRUST = "district_trust", "District trust"
        SAFEGUARDING = "safeguarding", "Safeguarding board"
        HEALTH_AND_WELLBEING = "wellbeing", "Health and wellbeing board"
        COMMISSIONING = "commissioning", "Joint commissioning group"
        COMMITTEE = "committee", "Committee of a council"
        TASK_GROUP = "task_group", "Task and finish group"
        GROUP = "group", "Group"

    class Status(models.TextChoices):
        STANDING = "standing", "Standing"
        PILOT = "pilot", "Pilot"
        INTERIM = "interim", "Interim"
        TIME_LIMITED = "time_limited", "Time-limited"
        SUPERSEDED = "superseded", "Superseded"

    class Visibility(models.TextChoices):
        PUBLIC = "public", "Anyone may know of it and read what it publishes"
        MEMBERS = "members", "Only those who sit on it or serve it"

    name = models.CharField(max_length=160)
    slug = models.SlugField(unique=True)
    reference_prefix = models.CharField(
        "prefix", max_length=8, unique=True, help_text="Begins the reference of its actions and decisions, such as EG"
    )
    strapline = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(blank=True)
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.GROUP)
    status = models.CharField(max_length=16, choices=Status, default=Status.STANDING)
    visibility = models.CharField(max_length=8, choices=Visibility, default=Visibility.MEMBERS)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    record_holder = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="records_held",
        help_text="The partner that holds the record and answers requests for it",
    )
    founded_date = models.DateField(null=True, blank=True)
    ended_date = models.DateField(null=True, blank=True)

    objects = BoardQuerySet.as_manager()
    #: By user, the words they hold here, where the door that read the board read these with it.
    words_read: Mapping[int, frozenset[str]] = MappingProxyType({})

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        default_permissions = ()
        permissions = [
            ("see_papers", "May see papers and draft minutes"),
            ("see_exempt", "May see exempt matter"),
            ("minute", "May call meetings and take the minutes"),
            ("chair", "May preside"),
            ("publish", "May circulate and publish"),
            ("sign", "May sign"),
            ("manage", "May manage seats and terms"),
        ]
        constraints = [
            models.CheckConstraint(name="board_not_its_own_parent", condition=~models.Q(parent=models.F("pk"))),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("boards:board", args=[self.slug])


class BoardName(Dated):
    """What a board was called over some days; minutes are headed by the name of their day."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=160)
    strapline = models.CharField(max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["from_date"]
        constraints = [
            ends_after_it_begins("board_name_ends_after_it_begins"),
            ExclusionConstraint(
                name="board_one_name_at_a_time",
                expressions=[("board", RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                violation_error_message="The board has another name on some of those days.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BoardRelation(Dated):
    """How one board stands to another, apart from parent and child."""

    class Kind(models.TextChoices):
        ACCOUNTABLE_TO = "accountable_to", "is accountable to"
        SUPPORTED_BY = "supported_by", "is supported by"
        THEMATIC_OF = "thematic_of", "is a thematic element of"
        LOCALITY_OF = "locality_of", "is a locality of"
        REPORTS_TO = "reports_to", "reports to"
        RECEIVES_MINUTES_OF = "receives_minutes_of", "receives the minutes of"
        SUCCEEDS = "succeeds", "succeeds"
        ACTS_AS = "acts_as", "acts as"
        PART_OF = "part_of", "is part of"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="relations")
    to_board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="relations_from")
    kind = models.CharField(max_length=20, choices=Kind)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            ends_after_it_begins("board_relation_ends_after_it_begins"),
            models.CheckConstraint(name="board_not_related_to_itself", condition=~models.Q(board=models.F("to_board"))),
            ExclusionConstraint(
                name="board_relation_once_at_a_time",
                expressions=[
                    ("board", RangeOperators.EQUAL),
                    ("to_board", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board} {self.get_kind_display()} {self.to_board}"
