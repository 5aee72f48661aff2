"""The minutes to work with, as a reader may have them: a Word document, and a plain page that prints like the PDF."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings import word
from meetings.queries.inspection import open_until
from meetings.queries.minutes import Reading, minutes_for
from meetings.rules.copies import file_name

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def minutes_word(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The edition that this reader reads, made now."""
    reading = minutes_for(request.user, board, meeting)
    response = HttpResponse(word.minutes_word(reading.document, reading.minutes), content_type=DOCX)
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(reading)}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@require_safe
def minutes_plain(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The same document and the same template as the PDF, as a page without anything around it."""
    reading = minutes_for(request.user, board, meeting)
    document = reading.document
    context = {
        "document": document,
        "meeting": reading.meeting,
        "is_plain": True,
        "open_until": open_until(reading.meeting) if reading.is_published else "",
        "standing": "Draft minutes" if document.is_draft else "Approved minutes, a copy",
        "partnership_name": settings.PARTNERSHIP_NAME,
        "service_name": settings.SERVICE_NAME,
    }
    return render(request, "meetings/print/minutes.html", context)


def _file_name(reading: Reading) -> str:
    return file_name(reading.meeting, "copy" if reading.minutes.is_locked else "DRAFT", "docx")
