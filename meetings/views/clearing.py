"""The chair clears a circulated draft, or takes that back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards.permissions import check_may_chair
from boards.queries.terms import terms_on
from meetings.forms.minutes import Reason
from meetings.operations.clearing import clear_minutes, take_back_clearing
from meetings.queries.approval import approving_meeting, held_by
from meetings.queries.approved import corrections_of
from meetings.queries.comment import comments_on, unanswered
from meetings.queries.minutes import Reading, minutes_for
from meetings.rules.clearing import check_can_clear, check_can_take_back
from trust.tools.refusal import Refused, why_not


@require_http_methods(["GET", "HEAD", "POST"])
def clear(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What clearing does, and the one act."""
    reading = _presided(request, board, meeting)
    minutes, found, refusal = reading.minutes, reading.meeting, ""
    if request.method == "POST":
        try:
            clear_minutes(minutes=minutes, by=request.user, at=timezone.now())
            messages.success(request, "The draft is cleared. It waits for the meeting that approves it.")
            return redirect(minutes)
        except Refused as refused:
            refusal = str(refused)
    waiting = unanswered(minutes)
    context = {
        "meeting": found,
        "board": found.board,
        "minutes": minutes,
        "refusal": refusal or why_not(check_can_clear, minutes, terms_on(found.board, found.date), unanswered=waiting),
        "comments": comments_on(minutes).count(),
        "corrections": corrections_of(minutes).count(),
        "approving": approving_meeting(found, minutes),
        "jointly": len(held_by(found)) > 1,
    }
    return render(request, "meetings/clear.html", context, status=409 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Undo of clearing, with its reason."""
    reading = _presided(request, board, meeting)
    minutes, found = reading.minutes, reading.meeting
    form, status = Reason(request.POST or None), 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            take_back_clearing(minutes=minutes, by=request.user, **form.cleaned_data)
            messages.success(request, "The draft is no longer cleared. It is circulated, as it was before.")
            return redirect(minutes)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = refused.status
    context = {"meeting": found, "board": found.board, "minutes": minutes, "form": form}
    context["locked_because"] = why_not(check_can_take_back, minutes, "given")
    return render(request, "meetings/take_back_clearing.html", context, status=status)


def _presided(request: HttpRequest, board: str, meeting: str) -> Reading:
    """The draft, for the chair of its board; 404 for whoever does not read it."""
    reading = minutes_for(request.user, board, meeting)
    check_may_chair(request.user, reading.meeting.board)
    return reading
