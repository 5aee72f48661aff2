"""The actions of one meeting: those that arose at it, and those it has to hear of."""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q

from actions.models import Action, ActionQuerySet, Progress
from actions.queries.action import actions_known_to
from actions.queries.lines import CHANGES, ActionLine, as_minuted, line, origin, with_lines, worded
from meetings.models import Meeting
from meetings.rules.edition import is_exempt


@dataclass(frozen=True)
class MinutedAction:
    """A line of the table at the end of the minutes, as it was minuted."""

    item: str
    text: str
    who: str
    when: str


def arising_at(meeting: Meeting) -> list[Action]:
    """Every action that arose at the meeting, in the order of its agenda. Constant statements.

    Generated from the actions themselves, so that none can fall out (requirement 2.7).
    """
    changes = Prefetch("progress", Progress.objects.filter(kind__in=CHANGES))
    found = with_lines(Action.objects.filter(meeting=meeting).confirmed()).prefetch_related(changes)
    return sorted(found, key=_place)


def _place(action: Action) -> tuple[int, ...]:
    item = origin(action)
    if item is None:
        return (1, 0, 0, 0, action.number)
    above = item.section.position if item.section else item.position
    block = action.block.position if action.block else 10_000
    return (0, above, item.position, block, action.number)


def shown_in(actions: Iterable[Action], blocks: Container[int]) -> list[Action]:
    """Those an edition may show: of the blocks it shows; added without a block, where they touch nothing exempt."""
    return [
        action
        for action in actions
        if (action.block_id in blocks if action.block_id else not any(map(is_exempt, action.items.all())))
    ]


def as_table(actions: Iterable[Action], *, publicly: bool) -> list[MinutedAction]:
    table = []
    for action in actions:
        item = origin(action)
        who, when = as_minuted(action, publicly=publicly)
        table.append(MinutedAction(item.number_shown if item else "", worded(action), who, when))
    return table


def matters_arising(meeting: Meeting, reader: Any, *, on: dt.date) -> list[ActionLine]:
    """Open actions of the board from before this meeting, oldest first, as far as the reader may know of them."""
    before = Q(meeting__date__lt=meeting.date) | Q(meeting=None, recorded_at__date__lt=meeting.date)
    found = of_board(meeting.board_id, reader, on=on).outstanding().filter(before)
    return [line(action, today=on) for action in found.order_by("meeting__date", "year", "number")]


def open_on_board(board_id: int, reader: Any, *, on: dt.date) -> ActionQuerySet:
    """Neither closed nor dropped; what is due first comes first."""
    return of_board(board_id, reader, on=on).outstanding().order_by("due_on", "year", "number")


def of_board(board_id: int, reader: Any, *, on: dt.date) -> ActionQuerySet:
    return with_lines(actions_known_to(reader, on=on).filter(board=board_id).confirmed())
