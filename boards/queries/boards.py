"""Boards as a reader may know of them, and how they stand to each other."""

import datetime as dt
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from boards.models import Board, BoardGrant, BoardName, BoardRelation, Partner, Seat
from boards.queries.access import boards_known_to
from boards.rules.network import said_of_many

ORDERS = {"name": "name", "-name": "-name", "kind": "kind", "-kind": "-kind"}


@dataclass(frozen=True)
class Relation:
    """What a board is to others by one kind of relation, or they to it: ``before`` or ``after`` their names."""

    boards: list[Board]
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Standing:
    """Where a board stands among those the reader may know of."""

    parent: Board | None
    children: list[Board]
    relations: list[Relation]


def board_for(reader: Any, slug: str) -> Board:
    """The board at this address; 404 unless the reader may know of it. One statement, with the reader's words on it."""
    held = BoardGrant.objects.filter(content_object=OuterRef("pk"), group__user=reader.pk)
    found = boards_known_to(reader).select_related("record_holder").filter(slug=slug)
    board = found.annotate(words=ArraySubquery(held.values("permission__codename"))).first()
    if board is None:
        raise Http404("No board is at this address.")
    board.words_read = {reader.pk: frozenset(board.words)}
    return board


def boards_called(
    reader: Any,
    *,
    on: dt.date,
    words: str = "",
    kind: str = "",
    partner: str = "",
    ended: str = "",
    order: str = "name",
) -> QuerySet[Board]:
    """The reader's list, each with ``seats_now`` and ``filled_now``, by any name a board had. One statement.

    Those that have ended are in it where they are asked for, and where a name is.
    """
    found = boards_known_to(reader)
    if not ended and not words:
        found = found.exclude(ended_date__lt=on).exclude(status=Board.Status.SUPERSEDED)
    if words:
        earlier = BoardName.objects.filter(name__icontains=words).values("board")
        found = found.filter(Q(name__icontains=words) | Q(strapline__icontains=words) | Q(pk__in=earlier))
    if kind in Board.Kind.values:
        found = found.filter(kind=kind)
    if partner:
        found = found.filter(pk__in=Seat.objects.held_on(on).filter(partner__slug=partner).values("board"))
    seats = Seat.objects.held_on(on).filter(board=OuterRef("pk")).order_by()
    filled = seats.filter(_held_by_somebody(on))
    counted = found.annotate(seats_now=_count(seats), filled_now=_count(filled))
    return counted.order_by(ORDERS.get(order, "name"), "name")


def _held_by_somebody(day: dt.date) -> Q:
    return Q(
        Q(holdings__from_date=None) | Q(holdings__from_date__lte=day),
        Q(holdings__to_date=None) | Q(holdings__to_date__gte=day),
        holdings__isnull=False,
    )


def _count(seats: QuerySet[Seat]) -> Coalesce:
    counted = seats.values("board").annotate(number=Count("pk", distinct=True)).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def partners_seated(reader: Any) -> QuerySet[Partner]:
    """Partners by which the list can be cut: those with a seat on a board in it."""
    seats = Seat.objects.filter(board__in=boards_known_to(reader), partner__isnull=False)
    return Partner.objects.filter(pk__in=seats.values("partner"))


def standing_of(board: Board, reader: Any, *, on: dt.date) -> Standing:
    """One statement."""
    known = boards_known_to(reader)
    found = BoardRelation.objects.held_on(on).filter(
        Q(board=board, to_board__in=known) | Q(to_board=board, board__in=known)
    )
    rows = list(found.select_related("board", "to_board").order_by("kind", "pk"))
    return Standing(
        parent=next((row.to_board for row in rows if _is_under(row) and row.board_id == board.pk), None),
        children=sorted((row.board for row in rows if _is_under(row) and row.to_board_id == board.pk), key=str),
        relations=_relations((row for row in rows if not _is_under(row)), board),
    )


def _is_under(row: BoardRelation) -> bool:
    return row.kind == BoardRelation.Kind.UNDER


def _relations(rows: Iterable[BoardRelation], board: Board) -> list[Relation]:
    """Each kind, read from this board and then from the others, is said once."""
    alike: dict[tuple[str, bool], list[Board]] = {}
    for row in rows:
        own = row.board_id == board.pk
        alike.setdefault((str(row.get_kind_display()), own), []).append(row.to_board if own else row.board)
    return [_relation(said, own, sorted(boards, key=str)) for (said, own), boards in alike.items()]


def _relation(said: str, own: bool, boards: list[Board]) -> Relation:
    if own:
        return Relation(boards, before=said[:1].upper() + said[1:])
    return Relation(boards, after=f"{said if len(boards) == 1 else said_of_many(said)} this board")


def as_it_was(board: Board, day: dt.date) -> Board:
    """For reading alone: the board with its name, strapline and status of a day. Two statements."""
    then = copy(board)
    if named := board.names.held_on(day).first():
        then.name, then.strapline = named.name, named.strapline
    if standing := board.statuses.held_on(day).first():
        then.status = standing.status
    return then


def earlier_names(board: Board, *, on: dt.date) -> QuerySet[BoardName]:
    """What the board was called before, latest first."""
    return BoardName.objects.filter(board=board, to_date__lt=on).order_by("-to_date")
