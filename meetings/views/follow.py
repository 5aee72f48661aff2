"""Following a meeting as it goes on: members' view, its changing part, and the screen in the room."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from meetings.queries.follow import Following, followed, following
from meetings.rules.sitting import Stage

#: Milliseconds from one question to the next while a meeting goes on, and once nothing more is to come.
OFTEN, SELDOM = 4_000, 60_000


@require_safe
@login_required
def follow(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """For members, whatever they hold: the item now, its papers and decisions so far, read only."""
    return render(request, "meetings/follow.html", _context(_following(request, board, meeting)))


@require_safe
@login_required
def follow_screen(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """In large type, for the wall: nothing exempt and no draft wording, whoever opens it."""
    return render(request, "meetings/follow_screen.html", _context(_following(request, board, meeting, screen=True)))


@require_safe
def follow_now(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The changing part; 304 while nothing has changed, 401 for whoever was signed out meanwhile.

    Answered to fifty readers every four seconds: nothing is written, and 304 costs three statements.
    """
    if not request.user.is_authenticated:
        return HttpResponse("You have been signed out.", status=401, content_type="text/plain")
    at = _following(request, board, meeting, screen="screen" in request.GET)
    unchanged = get_conditional_response(request, etag=at.mark)
    answer = unchanged or HttpResponse(render_to_string(_part(at), _context(at)))
    answer.headers["ETag"], answer.headers["Cache-Control"] = at.mark, "private, no-store"
    return answer


def _following(request: HttpRequest, board: str, meeting: str, *, screen: bool = False) -> Following:
    return following(request.user, board, meeting, on=timezone.localdate(), screen=screen)


def _part(at: Following) -> str:
    return "meetings/_follow_screen.html" if at.is_screen else "meetings/_follow.html"


def _context(at: Following) -> dict[str, Any]:
    often = OFTEN if at.stage in (Stage.ON, Stage.UNBEGUN) else SELDOM
    return {"meeting": at.meeting, "at": at, "shown": followed(at), "often": often}
