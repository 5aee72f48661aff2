"""The check page, and the draft's way out of the desk and back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards.permissions import check_may_publish, words_on
from boards.queries.access import readers_of
from boards.queries.terms import terms_on
from meetings.forms.minutes import Reason
from meetings.models import Minutes
from meetings.operations import circulation as operations
from meetings.queries.approval import approving_meeting, held_by
from meetings.queries.approved import corrections_of
from meetings.queries.compiled import compiled
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.minutes import minutes_of
from meetings.rules.circulation import check_can_circulate, check_can_return_to_desk, comments_until
from meetings.views.minutes import minuting
from trust.tools.refusal import Refused, why_not


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The whole minutes as they will read, what is amiss in them, and the one act: circulate."""
    found = meeting_minuted_by(request.user, board, meeting)
    refusal = ""
    if request.method == "POST":
        try:
            operations.circulate_minutes(meeting=found, by=request.user, at=timezone.now())
            return redirect("meetings:circulated", board, meeting)
        except Refused as refused:
            refusal = str(refused)
    standing, words = minutes_of(found), words_on(request.user, found.board)
    shown = compiled(found, standing, sight=sight_at(request.user, found, words))
    draft, today = standing or Minutes(meeting=found), timezone.localdate()
    context = {
        "meeting": found,
        "board": found.board,
        "minutes": standing,
        "compiled": shown,
        "document": shown.document,
        "refusal": refusal or why_not(check_can_circulate, draft, found, shown.checked.standing, on=today),
        "locked_because": why_not(check_may_publish, request.user, found.board),
        "readers": readers_of(found.board),
        "comments_until": comments_until(terms_on(found.board, found.date), on=today),
    }
    return render(request, "meetings/check.html", context, status=409 if request.method == "POST" else 200)


@require_safe
def circulated(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What happens next."""
    found, standing = minuting(request, board, meeting)
    if standing.state != Minutes.State.CIRCULATED:
        return redirect(standing)
    context = {
        "meeting": found,
        "board": found.board,
        "minutes": standing,
        "approving": approving_meeting(found, standing),
        "jointly": len(held_by(found)) > 1,
        "terms": terms_on(found.board, found.date),
    }
    return render(request, "meetings/circulated.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def return_to_desk(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    found, standing = minuting(request, board, meeting)
    form, status = Reason(request.POST or None), 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            operations.return_to_desk(minutes=standing, by=request.user, **form.cleaned_data)
            messages.success(request, "The minutes are back at the desk. Members read them no longer.")
            return redirect(standing)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = 409
    locked_because = why_not(check_can_return_to_desk, standing, "given", corrections=corrections_of(standing).count())
    context = {"meeting": found, "board": found.board, "minutes": standing, "form": form}
    context |= {"locked_because": locked_because}
    return render(request, "meetings/return_to_desk.html", context, status=status)
