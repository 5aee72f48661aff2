"""Lines of a board's other registers: put down, changed, closed, opened again; each with who and when."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from actions.models import RegisterEntry
from actions.operations.numbers import next_number
from actions.operations.progress import signed
from actions.permissions import check_may_add, check_may_keep
from actions.rules.action import check_gives_reason
from actions.rules.register import check_closed, check_day, check_open, check_planned
from boards.models import Board
from trust.tools.words import the_day

#: What a form gives, by register; anything else it does not touch.
FIELDS = {
    "challenge": ("title", "detail", "from_partner", "to_partner", "raised_on", "answer"),
    "risk": ("title", "detail", "who", "likelihood", "impact", "raised_on", "answer"),
    "plan": ("title", "detail", "who", "month", "meeting"),
}


@transaction.atomic
def add_entry(
    *, board: Board, register: str, given: dict[str, Any], key: UUID, by: Any, at: dt.datetime
) -> RegisterEntry:
    """Under the next number of its year. The same key again is answered with the first."""
    check_may_add(by, board)
    today = the_day(at)
    if standing := RegisterEntry.objects.filter(key=key, board=board).first():
        return standing
    entry = RegisterEntry(board=board, register=register, key=key, recorded_at=at, recorded_by=by, raised_on=today)
    _fill(entry, given, today)
    entry.year, entry.number = today.year, next_number(board, today.year, register)
    return signed(entry, by, at, "")


@transaction.atomic
def change_entry(*, entry: RegisterEntry, given: dict[str, Any], by: Any, at: dt.datetime) -> RegisterEntry:
    """What it says; what it said stays in its history."""
    entry = _held(entry)
    check_may_keep(by, entry.board)
    check_open(entry)
    _fill(entry, given, the_day(at))
    return signed(entry, by, at, "")


@transaction.atomic
def close_entry(*, entry: RegisterEntry, state: str, answer: str, by: Any, at: dt.datetime) -> RegisterEntry:
    """Answered, closed, come, or withdrawn; what came of it is said."""
    entry = _held(entry)
    check_may_keep(by, entry.board)
    check_open(entry)
    check_gives_reason(answer)
    entry.state, entry.answer, entry.closed_on = state, answer, the_day(at)
    return signed(entry, by, at, answer)


@transaction.atomic
def open_entry(*, entry: RegisterEntry, by: Any, at: dt.datetime) -> RegisterEntry:
    """Closed by mistake, or come up again."""
    entry = _held(entry)
    check_may_keep(by, entry.board)
    check_closed(entry)
    entry.state, entry.closed_on = RegisterEntry.State.OPEN, None
    return signed(entry, by, at, "Opened again")


def _held(entry: RegisterEntry) -> RegisterEntry:
    return RegisterEntry.objects.select_for_update(of=["self"]).select_related("board").get(pk=entry.pk)


def _fill(entry: RegisterEntry, given: dict[str, Any], on: dt.date) -> None:
    for name in FIELDS[entry.register]:
        if name in given:
            setattr(entry, name, given[name])
    check_planned(entry.month, on)
    check_day(entry.raised_on, on)
