"""The draft beside the corrected text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.queries.comment import commenting
from meetings.queries.compared import compared_text


@require_safe
def compared(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """For those who read the papers: what was circulated, and what became of it."""
    found = commenting(request.user, board, meeting)
    reading = found.reading
    context = {
        "meeting": reading.meeting,
        "board": reading.meeting.board,
        "minutes": reading.minutes,
        "compared": compared_text(reading.minutes, found.document),
    }
    return render(request, "meetings/compared_minutes.html", context)
