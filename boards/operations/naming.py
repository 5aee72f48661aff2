"""What a board is called and what it is, from a day on. Those before hold for the days they covered."""

import datetime as dt
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from boards.models import Board, BoardName, BoardStatus
from boards.permissions import check_may_manage
from boards.rules import network as rules
from trust.tools import jobs
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

DAY = dt.timedelta(days=1)
AT_ONCE = "Somebody else changed this board at the same moment. Look at it again, then repeat this."
D = TypeVar("D", BoardName, BoardStatus)


def rename(*, board: Board, name: str, strapline: str, from_date: dt.date, by: Any, on: dt.date) -> Board:
    """The board is called so from a day on; its minutes of the days before keep the name of their day."""
    was = {"name": board.name, "strapline": board.strapline}
    return _begin(BoardName, board, was, {"name": name, "strapline": strapline}, from_date, by=by, on=on)


def set_status(*, board: Board, status: str, reason: str, from_date: dt.date, by: Any, on: dt.date) -> Board:
    """The board is standing, a pilot, interim or for a time only, from a day on (requirement 0.8)."""
    becomes = {"status": status, "reason": reason}
    return _begin(BoardStatus, board, {"status": board.status}, becomes, from_date, by=by, on=on)


def _begin(
    model: type[D],
    board: Board,
    was: dict[str, Any],
    becomes: dict[str, Any],
    from_date: dt.date,
    *,
    by: Any,
    on: dt.date,
) -> Board:
    try:
        with transaction.atomic():
            locked = _locked(board, by)
            begin(model, locked, was, becomes, from_date, by=by)
            return bring_up_to_date(locked, on=on, by=by)
    except IntegrityError as error:
        raise Refused(AT_ONCE) from error


def begin(
    model: type[D], board: Board, was: dict[str, Any], becomes: dict[str, Any], from_date: dt.date, *, by: Any
) -> D:
    """A row from this day on. ``was`` is put down for the days before, where nothing is down for them yet."""
    rows = list(model.objects.filter(board=board).order_by(F("from_date").asc(nulls_first=True)))
    what = "name" if model is BoardName else "status"
    rules.check_can_begin(rows, from_date, what=what)
    same = next((row for row in rows if row.from_date == from_date), None)
    if same is None:
        _close(model, board, rows, was, from_date, by=by)
    row = same or model(board=board, from_date=from_date)
    for field, value in becomes.items():
        setattr(row, field, value)
    return keep(row, by=by)


def _close(model: type[D], board: Board, rows: list[D], was: dict[str, Any], from_date: dt.date, *, by: Any) -> None:
    """The days until then are those of the row before, or of one that is made for what was known till now."""
    last = rows[-1] if rows else None
    if last and (last.to_date is None or last.to_date >= from_date):
        last.to_date = from_date - DAY
        keep(last, by=by)
        return
    begins = last.to_date + DAY if last and last.to_date else board.founded_date
    if begins is None or begins < from_date:
        keep(model(board=board, from_date=begins, to_date=from_date - DAY, **was), by=by)


def take_back(*, row: BoardName | BoardStatus, by: Any, on: dt.date) -> Board:
    """What was put down last is taken out, and what was before goes on."""
    check_may_manage(by, row.board)
    return go_back(row=row, by=by, on=on)


@transaction.atomic
def go_back(*, row: BoardName | BoardStatus, by: Any, on: dt.date) -> Board:
    """The same for acts that have asked who may."""
    model = type(row)
    board = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=row.board_id)
    rows = list(model.objects.filter(board=board).order_by(F("from_date").asc(nulls_first=True)))
    rules.check_is_last(row, rows, what="name" if model is BoardName else "status")
    before = next((other for other in rows if other.to_date and other.to_date + DAY == row.from_date), None)
    if before is None:
        raise Refused("Nothing is down for the days before. Change it instead.")
    discard(row, by=by, because="Taken back")
    before.to_date = None
    keep(before, by=by, because="Goes on: what followed was taken back")
    return bring_up_to_date(board, on=on, by=by)


def _locked(board: Board, by: Any) -> Board:
    locked = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=board.pk)
    check_may_manage(by, locked)
    return locked


def bring_up_to_date(board: Board, *, on: dt.date, by: Any) -> Board:
    """The board's own name, strapline and status are those of this day, where any are down."""
    today: dict[str, Any] = {}
    if named := board.names.held_on(on).first():
        today |= {"name": named.name, "strapline": named.strapline}
    if standing := board.statuses.held_on(on).first():
        today["status"] = standing.status
    if not rules.settled(board, today):
        for field, value in today.items():
            setattr(board, field, value)
        keep(board, by=by, because="As of its names and statuses")
    return board


@jobs.nightly
def renew_names() -> None:
    """Names and statuses of the day that has begun. Midnight is the edge here, so the clock is read."""
    for board in Board.objects.all():
        bring_up_to_date(board, on=timezone.localdate(), by=None)
