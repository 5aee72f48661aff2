"""A board ends, and others take its place: a reorganisation on a day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from boards.models import Board, BoardRelation, BoardStatus
from boards.operations.board import add_board
from boards.operations.naming import begin, bring_up_to_date, go_back
from boards.operations.network import one_at_a_time, put_down
from boards.permissions import check_may_keep_register
from boards.rules import network as rules
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

DAY = dt.timedelta(days=1)
Kind = BoardRelation.Kind


def end_board(
    *,
    board: Board,
    last_day: dt.date,
    why: str = "",
    successors: Iterable[Board] = (),
    children_under: Board | None = None,
    by: Any,
    on: dt.date,
) -> Board:
    """The board is superseded after its last day. Its record stays, and so does who may read it.

    ``successors`` succeed it from the day after; boards under it go under ``children_under``, or stand on their own.
    """
    check_may_keep_register(by, on=on)
    return carry_out_end(
        board=board, last_day=last_day, why=why, successors=successors, children_under=children_under, by=by, on=on
    )


def carry_out_end(
    *,
    board: Board,
    last_day: dt.date,
    why: str,
    successors: Iterable[Board] = (),
    children_under: Board | None,
    by: Any,
    on: dt.date,
) -> Board:
    """The same for acts that have asked who may: a group is closed by the officers of its parent."""
    try:
        with transaction.atomic():
            one_at_a_time()
            locked = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=board.pk)
            after = last_day + DAY
            rules.check_can_end_board(locked, last_day, successors)
            locked.ended_date = last_day
            keep(locked, by=by, because=why)
            _supersede(locked, after, why, by=by)
            children = _children(locked, after)
            _end_relations(locked, last_day, by=by)
            _follow(locked, successors, children, children_under, after, by=by)
            return bring_up_to_date(locked, on=on, by=by)
    except IntegrityError as error:
        raise Refused("Somebody else changed these boards at the same moment. Look at them again.") from error


def _follow(
    ended: Board,
    successors: Iterable[Board],
    children: list[Board],
    children_under: Board | None,
    after: dt.date,
    *,
    by: Any,
) -> None:
    for successor in successors:
        put_down(BoardRelation(board=successor, kind=Kind.SUCCEEDS, to_board=ended, from_date=after), by=by)
    for child in children if children_under else ():
        put_down(BoardRelation(board=child, kind=Kind.UNDER, to_board=children_under, from_date=after), by=by)


def _supersede(board: Board, after: dt.date, why: str, *, by: Any) -> None:
    for row in board.statuses.filter(from_date__gte=after):
        discard(row, by=by, because="The board has ended before")
    becomes = {"status": Board.Status.SUPERSEDED, "reason": why}
    begin(BoardStatus, board, {"status": board.status}, becomes, after, by=by)


def _children(board: Board, after: dt.date) -> list[Board]:
    rows = board.relations_from.held_on(after).filter(kind=Kind.UNDER).select_related("board")
    return [row.board for row in rows]


def _end_relations(board: Board, last_day: dt.date, *, by: Any) -> None:
    """Its relations end with the board. Successions stay, and so does who receives its minutes: the last come after."""
    rows = BoardRelation.objects.exclude(kind=Kind.SUCCEEDS).exclude(to_date__lte=last_day)
    received = rows.filter(to_board=board).exclude(kind=Kind.RECEIVES_MINUTES_OF)
    for row in [*rows.filter(board=board), *received]:
        if row.from_date and row.from_date > last_day:
            discard(row, by=by, because=f"{board} has ended before")
        else:
            row.to_date = last_day
            keep(row, by=by, because=f"{board} has ended")


def take_back_end(*, board: Board, why: str = "", by: Any, on: dt.date) -> Board:
    """The board goes on after all: what ended with it goes on too, but for boards that stand under another by now."""
    check_may_keep_register(by, on=on)
    return let_go_on(board=board, why=why, by=by, on=on)


def _has_ended(tied: BoardRelation, ended: dt.date, *, but: Board) -> bool:
    """Whether the other of the two ended by that day as well: how it stood ended with it."""
    other = tied.to_board if tied.board_id == but.pk else tied.board
    return bool(other.ended_date and other.ended_date <= ended)


@transaction.atomic
def let_go_on(*, board: Board, why: str = "", by: Any, on: dt.date) -> Board:
    """The same for acts that have asked who may."""
    one_at_a_time()
    locked = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=board.pk)
    if not (ended := locked.ended_date):
        raise Refused(f"{board} has no last day.")
    locked.ended_date = None
    keep(locked, by=by, because=why or "Goes on after all")
    for row in locked.relations_from.filter(kind=Kind.SUCCEEDS, from_date=ended + DAY):
        discard(row, by=by, because=f"{board} goes on after all")
    for tied in BoardRelation.objects.filter(Q(board=locked) | Q(to_board=locked), to_date=ended):
        if _has_ended(tied, ended, but=locked):
            continue
        later = tied.board.relations.filter(kind=Kind.UNDER, from_date__gt=ended)
        if tied.kind != Kind.UNDER or not later.exists():
            tied.to_date = None
            keep(tied, by=by, because=f"{board} goes on after all")
    if superseded := locked.statuses.filter(status=Board.Status.SUPERSEDED).last():
        return go_back(row=superseded, by=by, on=on)
    return bring_up_to_date(locked, on=on, by=by)


def replace_boards(
    *,
    ended: Sequence[Board],
    names: Sequence[str],
    successors: Sequence[Board] = (),
    from_date: dt.date,
    kind: str,
    visibility: str,
    under: Board | None,
    why: str = "",
    by: Any,
    on: dt.date,
) -> list[Board]:
    """From this day new boards (and ``successors`` there are already) take the place of others, all or nothing (2.17).

    What was under those that end goes under ``under``.
    """
    if not ended:
        raise Refused("Choose at least one board that ends.")
    if under in ended:
        raise Refused(f"{under} ends as well. Choose another board for the new ones to be under.")
    with transaction.atomic():
        told: dict[str, Any] = {"kind": kind, "visibility": visibility, "founded_date": from_date}
        made = [add_board(name=name, under=under, **told, by=by, on=on) for name in names]
        following = [*made, *successors]
        for board in ended:
            after: dict[str, Any] = {"successors": following, "children_under": under, "why": why}
            end_board(board=board, last_day=from_date - DAY, **after, by=by, on=on)
    return made
