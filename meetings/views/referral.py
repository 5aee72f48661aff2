"""Requests and referrals: the list of a board, one of them, and its letter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import check_may_see_papers
from boards.queries.boards import board_for
from meetings import pdf
from meetings.queries.referral import (
    COLUMNS,
    RECEIVED,
    SENT,
    ReferralLine,
    chosen,
    lines_of,
    may_minute,
    referral_for,
    rows_of,
)
from trust.tools.plain import plain_line
from trust.tools.refusal import NotPermitted
from trust.tools.sheets import KINDS, sheet


@require_safe
def referrals(request: HttpRequest, board: str) -> HttpResponse:
    """What the board asked of others and what it was asked, each with its reply or the silence."""
    found, cut = _papers_of(request, board), _cut(request)
    every = lines_of(found, request.user, on=timezone.localdate())
    lines = chosen(every, **cut)
    context = {
        "board": found,
        "lines": lines,
        "every": len(every),
        "open": sum(line.standing.is_open for line in lines),
        "cut": cut,
        "is_cut": any(cut.values()),
        "may_minute": may_minute(request.user, found),
    }
    return render(request, "meetings/referrals.html", context)


@require_safe
def referrals_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found = _papers_of(request, board)
    if kind not in KINDS:
        raise Http404
    lines = chosen(lines_of(found, request.user, on=timezone.localdate()), **_cut(request))
    return sheet(kind, f"{found.slug}-referrals", COLUMNS, rows_of(lines))


@require_safe
def referral(request: HttpRequest, board: str, referral: int) -> HttpResponse:
    """One of them, from the side of the board in the address."""
    line = referral_for(request.user, board, referral, on=timezone.localdate())
    context = {"line": line, "board": line.board, "may_minute": may_minute(request.user, line.board)}
    return render(request, "meetings/referral.html", context)


@require_safe
def letter(request: HttpRequest, board: str, referral: int) -> HttpResponse:
    """The letter to a body outside, to be read before it is printed."""
    line = letter_of(request, board, referral)
    return render(request, "meetings/referral_letter.html", {"line": line, "board": line.board})


@require_safe
def letter_pdf(request: HttpRequest, board: str, referral: int) -> HttpResponse:
    line = letter_of(request, board, referral)
    response = HttpResponse(pdf.letter_pdf(line.referral), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{line.board.slug}-letter.pdf"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def letter_of(request: HttpRequest, board: str, referral: int) -> ReferralLine:
    """A letter is the asking board’s officers’; one of ours gets none."""
    line = referral_for(request.user, board, referral, on=timezone.localdate())
    if not line.is_sent or line.referral.to_board_id is not None:
        raise Http404("No letter belongs to this request.")
    if not may_minute(request.user, line.board):
        raise NotPermitted("Only the officers who minute this board may do this.")
    return line


def _papers_of(request: HttpRequest, board: str) -> Board:
    found = board_for(request.user, board)
    check_may_see_papers(request.user, found)
    return found


def _cut(request: HttpRequest) -> dict[str, str]:
    """What the address asks the list for; anything else is all of it."""
    way, state = (plain_line(request.GET.get(name, "")) for name in ("way", "state"))
    return {"way": way if way in (SENT, RECEIVED) else "", "state": state if state in ("open", "closed") else ""}
