"""Task and finish groups: what one is to do, for whom, and by when (requirement 2.15)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from boards.models import Board, BoardRelation
from boards.permissions import MANAGE, words_on
from boards.queries.access import boards_known_to
from boards.queries.boards import board_for
from boards.rules.groups import TimeLeft, time_left

Kind = BoardRelation.Kind


@dataclass(frozen=True)
class WorksTo:
    """The board whose priorities a group works to, and which of them in the words of its source."""

    board: Board
    words: str


@dataclass(frozen=True)
class GroupPage:
    """What a group's page says of it. ``parent`` is as it was on its last day, where the group has closed."""

    parent: Board | None
    works_to: tuple[WorksTo, ...]
    left: TimeLeft
    may_close: bool


@dataclass(frozen=True)
class GroupLine:
    group: Board
    left: TimeLeft


def parent_of(group: Board, *, on: dt.date) -> Board | None:
    """The board it is under on a day."""
    found = BoardRelation.objects.held_on(on).filter(board=group, kind=Kind.UNDER).select_related("to_board").first()
    return found.to_board if found else None


def group_page(group: Board, reader: Any, *, on: dt.date) -> GroupPage | None:
    """None where the board is no such group."""
    if group.kind != Board.Kind.TASK_GROUP:
        return None
    day = min(group.ended_date, on) if group.ended_date else on
    known = boards_known_to(reader)
    rows = BoardRelation.objects.held_on(day).filter(board=group, kind__in=[Kind.UNDER, Kind.WORKS_FOR])
    found = list(rows.filter(to_board__in=known).select_related("to_board").order_by("pk"))
    parent = next((row.to_board for row in found if row.kind == Kind.UNDER), None)
    works = tuple(WorksTo(row.to_board, row.words) for row in found if row.kind == Kind.WORKS_FOR)
    may_close = parent is not None and MANAGE in words_on(reader, parent)
    return GroupPage(parent, works, time_left(group, on), may_close)


def groups_under(board: Board, reader: Any, *, on: dt.date) -> list[GroupLine]:
    """The groups under a board that go on, as far as the reader may know of them; what ends first comes first."""
    rows = BoardRelation.objects.held_on(on).filter(to_board=board, kind=Kind.UNDER)
    found = boards_known_to(reader).filter(pk__in=rows.values("board"), kind=Board.Kind.TASK_GROUP)
    going_on = found.filter(Q(ended_date=None) | Q(ended_date__gt=on)).select_related("lead")
    return [GroupLine(group, time_left(group, on)) for group in going_on.order_by("due_to_end_date", "name")]


def group_for(reader: Any, slug: str, *, on: dt.date) -> Board:
    """The group at this address: known to the reader, or under a board whose officer they are; 404 otherwise."""
    rows = BoardRelation.objects.filter(board__slug=slug, board__kind=Board.Kind.TASK_GROUP, kind=Kind.UNDER)
    theirs = rows.filter(to_board__in=Board.objects.granted(reader, MANAGE)).select_related("board")
    for row in theirs:
        if row.holds_on(row.board.ended_date or on):
            return row.board
    return board_for(reader, slug)
