"""The actions of one meeting: those that arose at it, and those it has to hear of."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Prefetch

from actions.models import Action, ActionQuerySet, Progress
from actions.queries.action import actions_known_to
from actions.queries.lines import CHANGES, as_minuted, as_spoken, origin, with_lines, worded
from meetings.models import Meeting, Minutes
from meetings.queries.arising import Arisen, Shown
from meetings.rules.document import MinutedAction


def minuted_at(meeting: Meeting, shown: Shown) -> Arisen:
    """What an edition of the minutes says of actions: the table at its end, and the initials beside the text."""
    actions = shown_in(arising_at(meeting), shown)
    locked = _as_it_was_due(actions, meeting)
    publicly = shown.cut.is_public
    spoken = {action.block_id: as_spoken(action, publicly=publicly) for action in actions if action.block_id}
    table = actions if locked else said_once(actions)
    return Arisen(tuple(as_table(table, publicly=publicly)), spoken)


def arising_at(meeting: Meeting) -> list[Action]:
    """Every action that arose at the meeting, in the order of its agenda. Constant statements.

    Generated from the actions themselves, so that none can fall out (requirement 2.7).
    """
    changes = Prefetch("progress", Progress.objects.filter(kind__in=CHANGES))
    found = with_lines(Action.objects.filter(meeting=meeting).confirmed()).prefetch_related(changes)
    return sorted(found, key=_place)


def said_once(actions: Sequence[Action]) -> list[Action]:
    """Without those that were joined to another of these: the same action said twice is one (gap 6)."""
    here = {action.pk for action in actions}
    return [action for action in actions if action.joined_to_id not in here]


def _as_it_was_due(actions: Iterable[Action], meeting: Meeting) -> bool:
    """What is due at a meeting is due on its day as that stood when the minutes were approved: it may move since.

    Gives back whether they are approved: then nothing that they printed goes.
    """
    due = {action.due_meeting.pk: action.due_meeting.date for action in actions if action.due_meeting}
    asks = due or any(action.joined_to_id for action in actions)
    minutes = Minutes.objects.filter(meeting=meeting).first() if asks else None
    if minutes and minutes.is_locked:
        rows = Meeting.history.filter(id__in=list(due), history_date__lte=minutes.approved_at)
        due |= dict(rows.order_by("id", "-history_date", "-history_id").distinct("id").values_list("id", "date"))
    for action in actions:
        if action.due_kind == Action.Due.MEETING:
            action.due_on = due.get(action.due_meeting_id or 0)
    return bool(minutes and minutes.is_locked)


def _place(action: Action) -> tuple[int, ...]:
    item = origin(action)
    if item is None:
        return (1, 0, 0, 0, action.number)
    above = item.section.position if item.section else item.position
    block = action.block.position if action.block else 10_000
    return (0, above, item.position, block, action.number)


def shown_in(actions: Iterable[Action], shown: Shown) -> list[Action]:
    """Those an edition may show: of the blocks it shows; added without a block, where it shows all they touch."""
    return [
        action
        for action in actions
        if (
            action.block_id in shown.blocks
            if action.block_id
            else all(item.pk in shown.items for item in action.items.all())
        )
    ]


def as_table(actions: Iterable[Action], *, publicly: bool) -> list[MinutedAction]:
    table = []
    for action in actions:
        item = origin(action)
        who, when = as_minuted(action, publicly=publicly)
        number = item.number_shown if item else ""
        table.append(MinutedAction(action.reference, number, worded(action), who, when))
    return table


def open_on_board(board_id: int, reader: Any, *, on: dt.date) -> ActionQuerySet:
    """Neither closed nor dropped; what is due first comes first."""
    return of_board(board_id, reader, on=on).outstanding().order_by("due_on", "year", "number")


def of_board(board_id: int, reader: Any, *, on: dt.date) -> ActionQuerySet:
    return with_lines(actions_known_to(reader, on=on).kept_on(board_id).confirmed())
