"""How one board came to be called, to be and to stand as it does, cut to its reader."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404

from boards.models import Board, BoardName, BoardRelation, BoardStatus, Clause
from boards.queries.access import boards_known_to


@dataclass(frozen=True)
class Stood:
    """A relation as a sentence read from one board, with the other board and whether it holds on the day."""

    relation: BoardRelation
    board: Board
    before: str
    after: str
    holds: bool
    clause: Clause | None


@dataclass(frozen=True)
class Course:
    """A board over the years, what is latest first."""

    names: list[BoardName]
    statuses: list[BoardStatus]
    relations: list[Stood]

    @property
    def now(self) -> list[Stood]:
        return [stood for stood in self.relations if stood.holds]

    @property
    def then(self) -> list[Stood]:
        return [stood for stood in self.relations if not stood.holds]


def course_of(board: Board, reader: Any, *, on: dt.date) -> Course:
    """Four statements. The clause that made a relation is named to who may know of its agreement."""
    latest = F("from_date").desc(nulls_last=True)
    known = boards_known_to(reader)
    agreed = set(known.values_list("pk", flat=True))
    rows = BoardRelation.objects.filter(Q(board=board, to_board__in=known) | Q(to_board=board, board__in=known))
    found = rows.select_related("board", "to_board", "clause__agreement").order_by("kind", latest, "pk")
    return Course(
        names=list(board.names.order_by(latest)),
        statuses=list(board.statuses.order_by(latest)),
        relations=[_stood(row, board, on, agreed) for row in found],
    )


def _stood(row: BoardRelation, board: Board, on: dt.date, agreed: set[int]) -> Stood:
    said = str(row.get_kind_display())
    clause = row.clause if row.clause and row.clause.agreement.board_id in {*agreed, None} else None
    if row.board_id == board.pk:
        return Stood(row, row.to_board, said[:1].upper() + said[1:], "", row.holds_on(on), clause)
    return Stood(row, row.board, "", f"{said} this board", row.holds_on(on), clause)


def name_for(board: Board, pk: int) -> BoardName:
    """A name of this board; 404 where there is none."""
    return _of(board.names.select_related("board"), pk)


def status_for(board: Board, pk: int) -> BoardStatus:
    """A status of this board; 404 where there is none."""
    return _of(board.statuses.select_related("board"), pk)


def relation_for(board: Board, reader: Any, pk: int) -> BoardRelation:
    """A relation of this board with one the reader may know of; 404 where there is none."""
    known = boards_known_to(reader)
    rows = BoardRelation.objects.filter(Q(board=board, to_board__in=known) | Q(to_board=board, board__in=known))
    return _of(rows.select_related("board", "to_board"), pk)


def _of(rows: QuerySet, pk: int) -> Any:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404("Nothing of this board is at this address.")
    return found


def boards_on(reader: Any, day: dt.date, *, but: Board | None = None) -> QuerySet[Board]:
    """Boards the reader may know of that go on after this day, by name."""
    found = boards_known_to(reader).filter(Q(ended_date=None) | Q(ended_date__gte=day))
    return (found.exclude(pk=but.pk) if but else found).order_by("name")


def has_boards_under(board: Board, day: dt.date) -> bool:
    return board.relations_from.held_on(day).filter(kind=BoardRelation.Kind.UNDER).exists()
