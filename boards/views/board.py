"""The list of boards, and the page of one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import MANAGE, MINUTE, SEE_PAPERS, keeps_register, words_on
from boards.queries.boards import as_it_was, board_for, boards_called, earlier_names, partners_seated, standing_of
from boards.queries.groups import group_page, groups_under
from boards.queries.seat_lines import by_owner, seat_lines
from boards.queries.seats import seats_on
from boards.queries.terms import asked_by, terms_on
from boards.rules.terms import terms_in_sentences
from boards.views.acts import asked
from boards.views.as_of import AsOf, as_of
from trust.tools.sheets import KINDS, sheet

ASKED = ("words", "kind", "partner", "ended", "order")
HEADS = ("Board", "Strapline", "Prefix", "Kind", "Status", "Founded", "Ended", "Seats", "Seats filled")


def boards(request: HttpRequest) -> HttpResponse:
    """Every board the reader may know of, cut by name, kind and partner; the cut is in the address."""
    cut = {name: asked(request, name) for name in ASKED}
    found = boards_called(request.user, on=timezone.localdate(), **cut)
    context = {
        "boards": list(found),
        "cut": cut,
        "is_cut": bool(cut["words"] or cut["kind"] or cut["partner"]),
        "today": timezone.localdate(),
        "kinds": Board.Kind.choices,
        "partners": partners_seated(request.user),
        "keeps": keeps_register(request.user, on=timezone.localdate()),
    }
    return render(request, "boards/boards.html", context)


@require_safe
def boards_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    cut = {name: asked(request, name) for name in ASKED}
    found = boards_called(request.user, on=timezone.localdate(), **cut)
    return sheet(kind, "boards", HEADS, (_row(board) for board in found))


def _row(board: Any) -> tuple[object, ...]:
    standing, kind = board.get_status_display(), board.get_kind_display()
    days = (board.founded_date, board.ended_date)
    return (
        board.name,
        board.strapline,
        board.reference_prefix,
        kind,
        standing,
        *days,
        board.seats_now,
        board.filled_now,
    )


def board(request: HttpRequest, board: str) -> HttpResponse:
    """What a board is, who sits on it and how it works: today, or on another day without what is of today alone."""
    found, when = board_for(request.user, board), as_of(request)
    words = words_on(request.user, found)
    if not when.is_today:
        then = as_it_was(found, when.day)
        return render(request, "boards/board_then.html", _standing(request, then, when, words) | {"when": when})
    context = _standing(request, found, when, words) | {
        "today": when.day,
        "group": group_page(found, request.user, on=when.day),
        "groups_under": groups_under(found, request.user, on=when.day),
        "may_manage": MANAGE in words,
        "sees_attention": bool(words & {MANAGE, SEE_PAPERS}),
        "may_minute": MINUTE in words,
        "when": when,
    }
    return render(request, "boards/board.html", context, status=when.status)


def _standing(request: HttpRequest, found: Board, when: AsOf, words: frozenset[str]) -> dict[str, Any]:
    """Its seats, terms and place among the others on the day."""
    seats = seats_on(found, when.day)
    lines = seat_lines(seats, request.user, on=when.day, with_substitutes=bool(words))
    terms = terms_on(found, when.day)
    voting = sum(seat.seat.voting for seat in seats)
    return {
        "board": found,
        "groups": by_owner(lines),
        "seats": lines,
        "vacant": sum(bool(line.vacancy) for line in lines),
        "terms": terms,
        "sentences": terms_in_sentences(terms, asked_by(terms, request.user), voting) if terms else [],
        "standing": standing_of(found, request.user, on=when.day),
        "earlier_names": earlier_names(found, on=when.day),
        "may_read": SEE_PAPERS in words,
    }
