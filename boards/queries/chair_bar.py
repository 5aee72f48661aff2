"""Which boards may not have the same chair, and who chairs two of them all the same."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from boards.models import Board, ChairBar, Person, Seat, SeatHolding
from boards.queries.access import boards_known_to
from boards.rules.chair_bar import Clash, check_not_barred, clashes, sentence
from boards.rules.seat import CHAIRS


def bars_of(board: Board) -> QuerySet[ChairBar]:
    found = ChairBar.objects.filter(Q(board=board) | Q(other_board=board)).select_related("board", "other_board")
    return found.order_by("from_date", "pk")


def bars_known(board: Board, reader: Any) -> list[ChairBar]:
    """The rules of this board that name no board the reader may not know of. One statement."""
    known = boards_known_to(reader)
    return list(bars_of(board).filter(board__in=known, other_board__in=known))


def bar_for(board: Board, reader: Any, pk: int) -> ChairBar:
    found = next((bar for bar in bars_known(board, reader) if bar.pk == pk), None)
    if found is None:
        raise Http404("This board has no such rule.")
    return found


def clashes_of(
    seat: Seat, person: Person | None, from_date: dt.date | None, to_date: dt.date | None
) -> tuple[list[Clash], set[int]]:
    """What rules say of this person in this chair over these days, and every board that they name."""
    if person is None or person.pk is None or seat.role not in CHAIRS:
        return [], set()
    bars = list(bars_of(seat.board))
    chairings = SeatHolding.objects.filter(person=person, seat__role__in=CHAIRS).exclude(seat__board=seat.board)
    found = clashes(bars, seat.board, chairings.select_related("person", "seat__board"), from_date, to_date)
    return found, {clash.other.pk for clash in found}


def _known(reader: Any, boards: Collection[int]) -> set[int]:
    return set(boards_known_to(reader).filter(pk__in=boards).values_list("pk", flat=True)) if boards else set()


def check_may_chair(
    seat: Seat, person: Person, from_date: dt.date | None, to_date: dt.date | None, *, reader: Any
) -> None:
    """Refuses somebody in this chair where a rule of chairs refuses it (requirement 1.10)."""
    found, boards = clashes_of(seat, person, from_date, to_date)
    check_not_barred(found, _known(reader, boards))


def pointed_out(
    seat: Seat, person: Person | None, from_date: dt.date | None, to_date: dt.date | None, *, reader: Any
) -> list[str]:
    """What a rule of chairs points out without refusing."""
    found, boards = clashes_of(seat, person, from_date, to_date)
    known = _known(reader, boards)
    return [sentence(clash, known) for clash in found if not clash.bar.is_refused]


def clashes_on(boards: Collection[int], day: dt.date) -> list[tuple[Board, Clash]]:
    """Who chairs two boards on ``day`` that a rule keeps apart, told from each of ``boards``. Two statements."""
    bars = list(
        ChairBar.objects.held_on(day)
        .filter(Q(board__in=boards) | Q(other_board__in=boards))
        .select_related("board", "other_board")
    )
    concerned = {pk for bar in bars for pk in (bar.board_id, bar.other_board_id)}
    chairings = SeatHolding.objects.held_on(day).filter(seat__in=Seat.objects.held_on(day))
    held = list(
        chairings.filter(seat__board__in=concerned, seat__role__in=CHAIRS).select_related("person", "seat__board")
    )
    found = []
    for bar in bars:
        for board in (bar.board, bar.other_board):
            people = {one.person_id for one in held if one.seat.board_id == board.pk}
            others = [one for one in held if one.person_id in people and one.seat.board_id != board.pk]
            if board.pk in boards:
                found += [(board, clash) for clash in clashes([bar], board, others, day, day)]
    return found


def clashes_told(board: Board, reader: Any, day: dt.date) -> list[str]:
    """Who chairs this board on ``day`` and another that a rule keeps apart, in sentences."""
    found = [clash for _, clash in clashes_on([board.pk], day)]
    known = _known(reader, {clash.other.pk for clash in found})
    return [sentence(clash, known) for clash in found]
