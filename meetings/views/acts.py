"""What is done at the desk besides writing, in JSON: one door for attendance, the room, the chair and the business."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from meetings.forms.acts import read_act
from meetings.operations.acts import perform_act
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.presence import sat_of
from meetings.rules.acts import ActRefused
from meetings.views.officer import not_the_officer
from trust.tools.body import body_of
from trust.tools.refusal import NotPermitted, Refused
from trust.tools.words import clock


@require_POST
def do_act(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """200 with what was done, in a sentence; 422 with the refusal; 401 when signed out."""
    if answer := not_the_officer(request):
        return answer
    found = meeting_minuted_by(request.user, board, meeting)
    try:
        sent = read_act(body_of(request))
        done = perform_act(
            meeting=found,
            key=sent.key,
            kind=sent.kind,
            asked=sent.asked,
            done_at=sent.done_at,
            by=request.user,
            at=timezone.now(),
        )
    except NotPermitted:
        raise
    except Refused as refusal:
        return JsonResponse({"sentence": str(refusal)}, status=ActRefused.status)
    told = {"sentence": done["sentence"], "undo": bool(done["undo"])}
    return JsonResponse(told | {"saved": clock(timezone.now()), "room": sat_of(found).room})
