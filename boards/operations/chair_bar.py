"""Laying down, and ending, that two boards may not have the same chair (requirement 1.10)."""

import datetime as dt

from django.db import transaction

from boards.models import Board, ChairBar, User
from boards.permissions import check_may_manage
from boards.queries.chair_bar import bars_of
from boards.rules.chair_bar import check_two
from boards.rules.seat import check_in_order
from trust.tools.keeping import keep


@transaction.atomic
def add_bar(*, board: Board, other: Board, source: str, is_refused: bool, from_date: dt.date, by: User) -> ChairBar:
    """For who manages both boards. Whoever chairs both already stays, and is shown where attention is needed."""
    check_may_manage(by, board)
    check_may_manage(by, other)
    board = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    check_two(board, other, bars_of(board).exclude(to_date__lt=from_date))
    said = {"source": source, "is_refused": is_refused, "from_date": from_date}
    return keep(ChairBar(board=board, other_board=other, **said), by=by)


@transaction.atomic
def end_bar(*, bar: ChairBar, last_day: dt.date, why: str = "", by: User) -> ChairBar:
    bar = ChairBar.objects.select_for_update(of=["self"]).select_related("board", "other_board").get(pk=bar.pk)
    check_may_manage(by, bar.board)
    check_may_manage(by, bar.other_board)
    check_in_order(bar.from_date, last_day)
    bar.to_date = last_day
    return keep(bar, by=by, because=why)
