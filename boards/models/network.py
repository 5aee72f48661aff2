"""What boards were called and were on a day, and how they stand to each other: the network, on any date."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from simple_history.models import HistoricalRecords

from boards.models.agreement import Clause
from boards.models.board import Board
from boards.models.dated import Dated, days, ends_after_it_begins


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


class BoardStatus(Dated):
    """What a board was over some days: a pilot, interim, standing (requirement 0.8). Board.status is today's."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=16, choices=Board.Status)
    reason = models.CharField(max_length=200, blank=True, help_text="Such as the decision or letter that made it so")

    history = HistoricalRecords()

    class Meta:
        ordering = ["from_date"]
        verbose_name_plural = "board statuses"
        constraints = [
            ends_after_it_begins("board_status_ends_after_it_begins"),
            ExclusionConstraint(
                name="board_one_status_at_a_time",
                expressions=[("board", RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                violation_error_message="The board has another status on some of those days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}: {self.get_status_display()}"


class BoardRelation(Dated):
    """How one board stands to another over some days; its parent is the board it is under, one at a time."""

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
        UNDER = "under", "is under"
        WORKS_FOR = "works_for", "works to the priorities of"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="relations")
    to_board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="relations_from")
    kind = models.CharField(max_length=20, choices=Kind)
    clause = models.ForeignKey(
        Clause,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="relations",
        help_text="The clause of an agreement that made it so (requirement 4.6)",
    )
    words = models.CharField("in the words of its source", max_length=200, blank=True)

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
                violation_error_message="They stand so to each other on some of those days already.",
            ),
            ExclusionConstraint(
                name="board_under_one_at_a_time",
                expressions=[("board", RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                condition=models.Q(kind="under"),
                violation_error_message="The board is under another on some of those days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board} {self.get_kind_display()} {self.to_board}"


class ChairBar(Dated):
    """Two boards that the same person may not chair, such as trust and safeguarding board (requirement 1.10)."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="chair_bars")
    other_board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="chair_bars_from")
    source = models.CharField(max_length=200, help_text="Where it is laid down")
    is_refused = models.BooleanField("refused at appointment", default=True, help_text="Else it is only pointed out")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            ends_after_it_begins("chair_bar_ends_after_it_begins"),
            models.CheckConstraint(name="chair_bar_of_two_boards", condition=~models.Q(board=models.F("other_board"))),
        ]

    def __str__(self) -> str:
        return f"{self.board} and {self.other_board}: not the same chair"
