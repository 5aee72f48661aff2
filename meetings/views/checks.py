"""From the check page: set a finding aside, take it up again; and what a board makes of each check."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from boards.queries.boards import board_for
from meetings.forms.desk_settings import DeskSettings
from meetings.operations import checks as operations
from meetings.permissions import check_may_set_desk
from meetings.queries.checks import chosen_weights
from meetings.queries.desk_settings import followers_read_wording
from meetings.queries.meeting import meeting_minuted_by
from meetings.rules.checks import weights
from trust.tools.refusal import Refused


@require_POST
def set_aside(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """A warning that needs no mending here; it comes back if what it is about changes."""
    found = meeting_minuted_by(request.user, board, meeting)
    fingerprint = request.POST.get("finding", "")
    try:
        operations.set_aside_finding(meeting=found, fingerprint=fingerprint, by=request.user, at=timezone.now())
        messages.success(request, "Set aside. It stands below the minutes, where you can take it up again.")
    except Refused as refused:
        messages.error(request, str(refused))
    return _back(board, meeting)


@require_POST
def take_up(request: HttpRequest, board: str, meeting: str, aside: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    put = get_object_or_404(found.set_aside.select_related("meeting__board"), pk=aside)
    try:
        operations.take_up_finding(put=put, by=request.user)
        messages.success(request, "Taken up again.")
    except Refused as refused:
        messages.error(request, str(refused))
    return _back(board, meeting)


@require_http_methods(["GET", "HEAD", "POST"])
def desk_settings(request: HttpRequest, board: str) -> HttpResponse:
    """What each check does at this board, and what those who follow read."""
    found = board_for(request.user, board)
    check_may_set_desk(request.user, found)
    held, follows = weights(chosen_weights(found)), followers_read_wording(found)
    form = DeskSettings(request.POST or None, weights=held, follows=follows)
    if form.is_valid():
        operations.set_desk(board=found, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. What was changed holds from now on, for drafts already begun as well.")
        return redirect("meetings:desk_settings", found.slug)
    status = 422 if form.errors else 200
    return render(request, "meetings/desk_settings.html", {"board": found, "form": form}, status=status)


def _back(board: str, meeting: str) -> HttpResponse:
    return redirect(f"{reverse('meetings:check', args=[board, meeting])}#findings")
