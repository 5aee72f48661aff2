"""Open desks: each says every few seconds where it is, and is told where the others are and what has changed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from meetings.forms.presence import read_pulse
from meetings.operations.presence import keep_presence
from meetings.queries.meeting import meeting_for
from meetings.queries.presence import pulse_of
from meetings.views.officer import not_the_officer
from trust.tools.body import body_of


@require_POST
def pulse(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """200 with the others and the versions; 401 when signed out; 422 for what is no pulse."""
    if signed_out := not_the_officer(request):
        return signed_out
    found = meeting_for(request.user, board, meeting)
    sent, at = read_pulse(body_of(request)), timezone.now()
    keep_presence(meeting=found, sent=sent, by=request.user, at=at)
    return JsonResponse(pulse_of(found, request.user, sent.window, at=at))
