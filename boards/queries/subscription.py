"""Which boards receive whose minutes, as far as a reader may know of both."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404

from boards.models import Board, BoardRelation
from boards.queries.access import boards_known_to

RECEIVES = BoardRelation.Kind.RECEIVES_MINUTES_OF


@dataclass(frozen=True)
class Subscription:
    """One standing subscription, read from one of the two boards: ``other`` is the other one."""

    relation: BoardRelation
    other: Board
    is_over: bool


@dataclass(frozen=True)
class Subscriptions:
    """Whose minutes the board receives, and who receives its own."""

    received: list[Subscription]
    sent: list[Subscription]


def subscriptions_of(board: Board, reader: Any, *, on: dt.date) -> Subscriptions:
    """Those in force first, then by name. Two statements."""
    known = boards_known_to(reader)
    received = _of(BoardRelation.objects.filter(board=board, to_board__in=known), "to_board__name")
    sent = _of(BoardRelation.objects.filter(to_board=board, board__in=known), "board__name")
    return Subscriptions(
        received=_read(received, on, lambda relation: relation.to_board),
        sent=_read(sent, on, lambda relation: relation.board),
    )


def boards_to_receive(board: Board, reader: Any, *, on: dt.date) -> QuerySet[Board]:
    """Boards whose minutes this one could receive: known to the reader, not ended, and not received already."""
    held = BoardRelation.objects.held_on(on).filter(board=board, kind=RECEIVES).values("to_board")
    found = boards_known_to(reader).exclude(pk=board.pk).exclude(pk__in=held)
    return found.filter(Q(ended_date=None) | Q(ended_date__gte=on)).order_by("name")


def subscription_for(board: Board, reader: Any, pk: int) -> BoardRelation:
    """A subscription of this board, or to it; 404 unless the reader may know of the other."""
    known = boards_known_to(reader)
    ours = Q(board=board, to_board__in=known) | Q(to_board=board, board__in=known)
    found = BoardRelation.objects.filter(ours, kind=RECEIVES, pk=pk).select_related("board", "to_board").first()
    if found is None:
        raise Http404("No subscription is at this address.")
    return found


def _of(found: QuerySet[BoardRelation], name: str) -> QuerySet[BoardRelation]:
    in_force_first = F("to_date").desc(nulls_first=True)
    return found.filter(kind=RECEIVES).select_related("board", "to_board").order_by(in_force_first, name)


def _read(found: QuerySet[BoardRelation], on: dt.date, other: Any) -> list[Subscription]:
    return [Subscription(one, other(one), bool(one.to_date and one.to_date < on)) for one in found]
