"""A board receives the minutes of another from a day on (gap 8)."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from boards.models import Board, BoardRelation
from boards.permissions import MANAGE, check_may_manage, words_on
from boards.queries.access import boards_known_to
from trust.tools.keeping import keep
from trust.tools.refusal import Refused
from trust.tools.words import short_date

RECEIVES = BoardRelation.Kind.RECEIVES_MINUTES_OF


def subscribe(*, board: Board, to_board: Board, from_date: dt.date, by: Any) -> BoardRelation:
    """``board`` receives the minutes of ``to_board`` that are approved from that day on.

    For who manages either of the two, and knows of the other.
    """
    if MANAGE not in words_on(by, to_board):
        check_may_manage(by, board)
    known = set(boards_known_to(by).filter(pk__in=[board.pk, to_board.pk]).values_list("pk", flat=True))
    if board.pk == to_board.pk or to_board.pk not in known:
        raise Refused("Choose another board whose minutes are to be received.")
    try:
        with transaction.atomic():
            relation = BoardRelation(board=board, to_board=to_board, kind=RECEIVES, from_date=from_date)
            return keep(relation, by=by)
    except IntegrityError:
        raise Refused(f"The {board} receives the minutes of the {to_board} already.") from None


@transaction.atomic
def end_subscription(*, relation: BoardRelation, last_day: dt.date, why: str, by: Any) -> BoardRelation:
    """Minutes approved after that day are no longer received. Those received stay."""
    held = BoardRelation.objects.select_for_update(of=["self"]).select_related("board", "to_board")
    relation = held.get(pk=relation.pk)
    if MANAGE not in words_on(by, relation.to_board):
        check_may_manage(by, relation.board)
    if relation.to_date and relation.to_date <= last_day:
        raise Refused(f"It ends on {short_date(relation.to_date)} already.")
    if relation.from_date and last_day < relation.from_date:
        raise Refused(f"It began on {short_date(relation.from_date)}. The last day cannot be before that.")
    relation.to_date = last_day
    return keep(relation, by=by, because=why)
