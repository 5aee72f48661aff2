"""The minuting desk. What is typed there is saved by the actions storey, which keeps the actions with it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from boards.permissions import check_may_minute
from meetings.models import Decision, Minute
from meetings.queries.desk import desk as desk_of
from meetings.queries.meeting import meeting_for


@require_safe
@login_required
@never_cache
@ensure_csrf_cookie
def desk(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """One screen for whoever minutes the meeting: its items, the open one, the room."""
    found = meeting_for(request.user, board, meeting)
    check_may_minute(request.user, found.board)
    kinds = {"blocks": dict(Minute.Kind.choices), "decisions": dict(Decision.Kind.choices)}
    context = {"desk": desk_of(found, request.user), "meeting": found, "kinds": kinds}
    return render(request, "meetings/desk.html", context)
