"""How boards stand to each other, from a day to a day: the keepers' work."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, connection, transaction

from boards.models import Board, BoardRelation, Clause
from boards.permissions import check_may_keep_register
from boards.rules import network as rules
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

DAY = dt.timedelta(days=1)
_LOCK = "boards.network"


def relate(
    *,
    board: Board,
    kind: str,
    to_board: Board,
    from_date: dt.date | None,
    to_date: dt.date | None = None,
    words: str = "",
    clause: Clause | None = None,
    by: Any,
    on: dt.date,
) -> BoardRelation:
    """``board`` stands so to ``to_board``. Put under another, it leaves the one it was under the day before.

    Circles are refused with their path, and so is what stands already. ``clause``: the one that made it so (4.6).
    """
    check_may_keep_register(by, on=on)
    new = BoardRelation(board=board, kind=kind, to_board=to_board, from_date=from_date, to_date=to_date)
    new.words, new.clause = words, clause
    return put_down(new, by=by)


def put_down(new: BoardRelation, *, by: Any) -> BoardRelation:
    """The same for acts that have asked who may: a group is set up and closed by the officers of its parent."""
    try:
        with transaction.atomic():
            one_at_a_time()
            _check(new)
            if new.kind == BoardRelation.Kind.UNDER and new.from_date:
                _leave(new.board, new.from_date, by=by)
            return keep(new, by=by)
    except IntegrityError:
        said = f"{new.board} {new.get_kind_display()} {new.to_board}"
        raise Refused(f"{said} on some of those days already.") from None


def _check(new: BoardRelation) -> None:
    rules.check_share_days(new)
    rules.check_no_circle(new, BoardRelation.objects.select_related("board", "to_board"))


def _leave(board: Board, from_date: dt.date, *, by: Any) -> None:
    """Ends what it is under on the day before."""
    under = board.relations.filter(kind=BoardRelation.Kind.UNDER).select_related("board", "to_board")
    for before in under.exclude(to_date__lt=from_date):
        rules.check_moves_on(before, from_date)
        before.to_date = from_date - DAY
        keep(before, by=by, because="Under another board from the day after")


@transaction.atomic
def end_relation(*, relation: BoardRelation, last_day: dt.date, why: str = "", by: Any, on: dt.date) -> BoardRelation:
    """They stand so no longer after that day."""
    check_may_keep_register(by, on=on)
    relation = BoardRelation.objects.select_for_update(of=["self"]).get(pk=relation.pk)
    rules.check_can_end_relation(relation, last_day)
    relation.to_date = last_day
    return keep(relation, by=by, because=why)


@transaction.atomic
def strike_relation(*, relation: BoardRelation, why: str = "", by: Any, on: dt.date) -> None:
    """It never stood: put down by mistake. History keeps that it was."""
    check_may_keep_register(by, on=on)
    discard(relation, by=by, because=why or "Put down by mistake")


def one_at_a_time() -> None:
    """Two who relate boards at once do not close a circle together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [_LOCK])
