"""The highlights of minutes: what was decided and noted, and who is to do what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.queries.minutes import minutes_for
from meetings.rules.highlights import highlights_of


@require_safe
def highlights(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Cut as the minutes are to their reader, and read from the same edition."""
    reading = minutes_for(request.user, board, meeting)
    document = reading.document
    context = {
        "reading": reading,
        "document": document,
        "highlights": highlights_of(document),
        "meeting": reading.meeting,
        "minutes": reading.minutes,
        "board": reading.meeting.board,
    }
    return render(request, "meetings/highlights.html", context)
