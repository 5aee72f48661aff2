"""One action: its page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actions.queries.action import action_for
from actions.queries.page import action_page


def action(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    """Origin, parts, what was said; the reader's own parts have the way to their update."""
    today = timezone.localdate()
    found = action_for(request.user, board, year, number, on=today)
    page = action_page(found, request.user, on=today)
    return render(request, "actions/action.html", {"page": page, "action": found, "board": found.board})
