"""An action written into the log by hand: agreed outside the minutes, or found in their prose."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from actions.models import Action
from actions.operations.numbers import next_number
from actions.operations.parts import keep_parts
from actions.operations.progress import signed
from actions.permissions import check_may_add
from actions.queries.handing import follower_of
from actions.rules.action import check_is_an_action
from actions.rules.due import Due
from actions.rules.lines import check_at_desk
from actions.rules.owners import Owners
from boards.models import Board
from meetings.models import AgendaItem, Meeting, Minutes
from trust.tools.plain import plain
from trust.tools.words import the_day


@dataclass(frozen=True)
class NewAction:
    """What is to be done, by whom, by when. ``key`` is made by the page that asks: the same again is no second."""

    text: str
    owners_stated: str
    owners: Owners
    due: Due
    due_meeting: Meeting | None
    key: UUID


@transaction.atomic
def add_action(
    new: NewAction,
    *,
    board: Board,
    on: dt.date,
    by: Any,
    at: dt.datetime,
    meeting: Meeting | None = None,
    items: Iterable[AgendaItem] = (),
) -> Action:
    """Add an action of the board, in the year of its meeting or of the day. A retry is answered with the first.

    To a ``meeting`` only while its draft is at the desk.
    """
    check_may_add(by, board)
    if meeting:
        check_at_desk(Minutes.objects.select_for_update().filter(meeting=meeting).first())
    check_is_an_action(new.text)
    year = (meeting.date if meeting else on).year
    number = next_number(board, year) if not _standing(board, new.key) else 0
    if standing := _standing(board, new.key):  # looked for again, now that the counter is held
        return standing
    action = Action(board=board, year=year, number=number, key=new.key, meeting=meeting)
    action.recorded_at, action.recorded_by = at, by
    action.followed_by = follower_of(board, on=the_day(at))
    _word(action, new)
    signed(action, by, at, "")
    action.items.set(items)
    keep_parts(action, new.owners.owners, by=by, at=at)
    return action


def _word(action: Action, new: NewAction) -> None:
    due = new.due
    action.text = plain(new.text).strip()
    action.owners_stated, action.owners_flags = new.owners_stated, list(new.owners.flags)
    action.due_kind, action.due_stated, action.due_flags = due.kind, due.stated, list(due.flags)
    action.due_meeting, action.due_date = new.due_meeting, None if due.kind == Action.Due.MEETING else due.date


def _standing(board: Board, key: UUID) -> Action | None:
    return Action.objects.filter(key=key, board=board).select_related("board").first()
