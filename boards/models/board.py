"""The boards of the partnership. How they stand to each other, and under which names, is network.py's."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Self

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models.footprint import Footprint
from boards.models.partner import Partner
from boards.models.person import Person


class BoardQuerySet(models.QuerySet):
    def granted(self, user: Any, *words: str) -> Self:
        """Boards on which a group of this user's holds one of these words: one join over guardian's rows."""
        if user.pk is None:
            return self.none()
        return self.filter(boardgrant__group__user=user.pk, boardgrant__permission__codename__in=words).distinct()


class Board(models.Model):
    """Anything that meets, minutes and resolves: a trust board, a partnership, an executive group, a task group.

    Its name, strapline and status are those of today; what it was called and was on another day stands in network.py.
    """

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
    record_holder = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="records_held",
        help_text="The partner that holds the record and answers requests for it",
    )
    footprint = models.ForeignKey(
        Footprint,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="boards",
        help_text="The districts it is for",
    )
    lead = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="leads", help_text="Who leads the group"
    )
    objective = models.TextField(blank=True, help_text="What a group is to have done when it ends")
    founded_date = models.DateField(null=True, blank=True)
    due_to_end_date = models.DateField("to end by", null=True, blank=True)
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

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("boards:board", args=[self.slug])
