"""A promised report is put on the agenda of a meeting, and taken off, with one press of a button each."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from actions.operations.planning import put_on_agenda, take_off_agenda
from actions.queries.walk import planned_at
from meetings.models import Meeting
from meetings.queries.meeting import meeting_minuted_by
from trust.tools.refusal import Refused


@require_POST
def put_on(request: HttpRequest, board: str, meeting: str, year: int, number: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    entry = planned_at(found, request.user, year, number)
    return _done(request, found, put_on_agenda, "is on the agenda.", entry=entry)


@require_POST
def take_off(request: HttpRequest, board: str, meeting: str, year: int, number: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    entry = planned_at(found, request.user, year, number)
    return _done(request, found, take_off_agenda, "is off the agenda, and promised as before.", entry=entry)


def _done(request: HttpRequest, meeting: Meeting, act: Any, said: str, *, entry: Any) -> HttpResponse:
    """Back to the page on which the button was pressed."""
    try:
        act(entry=entry, meeting=meeting, by=request.user, at=timezone.now())
        messages.success(request, f"“{entry.title}” {said}")
    except Refused as refusal:
        messages.error(request, str(refusal))
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return redirect(back if is_ours else meeting)
