"""Who sat on a board on a day, as a page and as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import MANAGE, words_on
from boards.queries.boards import board_for
from boards.queries.seat_lines import SeatLine, by_owner, seat_lines
from boards.queries.seats import seats_on
from boards.views.as_of import AsOf, as_of, of_file
from trust.tools.sheets import KINDS, sheet

HEADS = ("Agency", "Seat", "Part", "Vote", "Who", "Substitutes")


@require_safe
def seat_list(request: HttpRequest, board: str) -> HttpResponse:
    """For whoever may know of the board; who covers whom, for its own."""
    found, when = board_for(request.user, board), as_of(request)
    lines = _lines(request, found, when)
    context = {
        "board": found,
        "seats": lines,
        "groups": by_owner(lines),
        "vacant": sum(bool(line.vacancy) for line in lines),
        "may_manage": when.is_today and MANAGE in words_on(request.user, found),
        "when": when,
    }
    return render(request, "boards/seat_list.html", context, status=when.status)


@require_safe
def seat_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found = board_for(request.user, board)
    if kind not in KINDS:
        raise Http404
    return sheet(kind, f"seats-{found.slug}", HEADS, map(_row, _lines(request, found, of_file(request))))


def _lines(request: HttpRequest, board: Board, when: AsOf) -> list[SeatLine]:
    with_substitutes = bool(words_on(request.user, board))
    return seat_lines(seats_on(board, when.day), request.user, on=when.day, with_substitutes=with_substitutes)


def _row(line: SeatLine) -> list[object]:
    who = line.holder.name if line.holder else line.vacancy
    vote = "Votes" if line.seat.voting else "Does not vote"
    return [line.owner, line.post, line.role, vote, who, ", ".join(named.name for named in line.substitutes)]
