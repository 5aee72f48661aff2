"""The minuting desk. What is typed there is saved by the actions storey, which keeps the actions with it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from meetings.forms.attendance import WITHOUT_SEAT
from meetings.models import Decision, Declaration, Minute
from meetings.queries.desk import desk as desk_of
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.offered import offered_at_desk
from meetings.queries.roomwire import people_wire, room_wire
from meetings.rules.attendance import check_attendance_open
from trust.tools.refusal import why_not


@require_safe
@login_required
@never_cache
@ensure_csrf_cookie
def desk(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """One screen for whoever minutes the meeting: its items, the open one, the room."""
    found = meeting_minuted_by(request.user, board, meeting)
    shown = desk_of(found, request.user)
    context = {"desk": shown, "room": shown.room, "meeting": found, "kinds": _kinds()} | {
        "attendance": shown.room.attendance,
        "is_today": found.date == timezone.localdate(),
        "may_minute": True,
        "offered": offered_at_desk(found, request.user),
        "locked_because": why_not(check_attendance_open, found, shown.minutes),
    }
    return render(request, "meetings/desk.html", context)


@require_safe
@login_required
@never_cache
def desk_room(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The room alone, as it stands now, for a desk that is open already."""
    found = meeting_minuted_by(request.user, board, meeting)
    return JsonResponse(room_wire(found, request.user))


@require_safe
@login_required
@never_cache
def desk_people(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Who can be chosen at the desk to sit for somebody, or to be put on the list."""
    found = meeting_minuted_by(request.user, board, meeting)
    return JsonResponse(people_wire(found, request.user))


def _kinds() -> dict[str, dict[str, str]]:
    """What the desk offers to choose from, in the words of the record."""
    return {
        "blocks": dict(Minute.Kind.choices),
        "decisions": dict(Decision.Kind.choices),
        "interests": dict(Declaration.Kind.choices),
        "consequences": dict(Declaration.Consequence.choices),
        "capacities": dict(WITHOUT_SEAT),
    }
