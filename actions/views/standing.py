"""How a board's actions stand before its meeting: for its chair and officers, as a page and on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.pdf import standing_pdf
from actions.permissions import check_may_keep
from actions.queries.log import board_of_log
from actions.queries.standing import standing_of
from actions.rules.trend import drawn
from meetings.queries.meeting import next_meeting_after


def _context(request: HttpRequest, slug: str) -> dict[str, Any]:
    """For the chair and the officers: it names who has said nothing."""
    today = timezone.localdate()
    board = board_of_log(request.user, slug)
    check_may_keep(request.user, board)
    found = standing_of(board, request.user, on=today)
    coming = next_meeting_after(board, today)
    return {"board": board, "standing": found, "drawn": drawn(found.trend), "coming": coming, "on": today}


@require_safe
def standing(request: HttpRequest, board: str) -> HttpResponse:
    """What is late by agency, put off again and again, not answered; and the trend of six meetings."""
    return render(request, "actions/standing.html", _context(request, board))


@require_safe
def standing_file(request: HttpRequest, board: str) -> HttpResponse:
    """The same on paper, picture and table."""
    context = _context(request, board)
    answer = HttpResponse(standing_pdf(context, day=timezone.localdate()), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="how-actions-stand-{context["board"].slug}.pdf"'
    return answer
