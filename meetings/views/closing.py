"""Approving minutes by the closing rule."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards.queries.terms import terms_on
from meetings.forms.approval import Rulings
from meetings.models import Meeting, Minutes
from meetings.operations.closing import close_minutes
from meetings.queries.approval import corrections_seen_by, set_of
from meetings.queries.comment import unanswered
from meetings.queries.meeting import next_meeting
from meetings.rules.closing import check_can_close
from meetings.views.approval import to_rule_on
from meetings.views.minutes import minuting
from trust.tools.refusal import Refused, why_not


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Check before approving without a meeting; each correction is accepted, or not and why."""
    found, standing = minuting(request, board, meeting)
    one = set_of(standing)
    seen = corrections_seen_by(request.user, one)
    rulings = Rulings(request.POST if request.method == "POST" else None, corrections=seen)
    refusal, status = _why_not(found, standing), 422 if request.method == "POST" else 200
    if rulings.is_valid():
        try:
            given: dict[str, Any] = {"not_accepted": rulings.not_accepted, "by": request.user, "at": timezone.now()}
            close_minutes(minutes=standing, **given)
            messages.success(request, "The minutes are approved by the closing rule, and locked.")
            return redirect(standing)
        except Refused as refused:
            refusal, status = str(refused), refused.status
    context = {"meeting": found, "board": found.board, "minutes": standing, "refusal": refusal, "rulings": rulings}
    context |= {"one": to_rule_on(one, seen, rulings)}
    return render(request, "meetings/closing.html", context, status=status)


def _why_not(found: Meeting, standing: Minutes) -> str:
    later = next_meeting(found) if found.board.ended_date else None
    asked = {"later": later, "unanswered": unanswered(standing), "on": timezone.localdate()}
    return why_not(check_can_close, standing, terms_on(found.board, found.date), **asked)
