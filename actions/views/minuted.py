"""From the check page before a draft leaves the desk: make an action of a sentence, look owners up again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from actions.models import Action
from actions.operations.adding import NewAction, add_action
from actions.operations.desk import read_owners_again
from actions.permissions import check_may_add
from actions.queries.undertakings import promise_for
from actions.queries.who import whom_at
from actions.rules.due import Due
from actions.rules.owners import known_only
from meetings.queries.meeting import meeting_for


@require_POST
def make_action(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """An action of a sentence in the minutes, owed by whom it begins with, where they are recognised."""
    check_may_add(request.user, meeting_for(request.user, board, meeting).board)
    at, promise = promise_for(request.user, board, meeting, request.POST.get("code", ""))
    owners = known_only(whom_at(at).recognise(promise.who))
    stated = promise.who if owners.owners else ""
    new = NewAction(promise.sentence, stated, owners, Due(Action.Due.NONE), None, promise.key)
    made = add_action(
        new,
        board=at.board,
        on=timezone.localdate(),
        by=request.user,
        at=timezone.now(),
        meeting=at,
        items=[promise.item],
    )
    messages.success(request, f"{made.reference} is in the log: {promise.sentence}")
    return redirect("meetings:check", board, meeting)


@require_POST
def look_up_again(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Read ALL, and words that were not recognised, against the attendance list as it is now."""
    found = meeting_for(request.user, board, meeting)
    changed = read_owners_again(meeting=found, by=request.user, at=timezone.now())
    said = "The owners are those of the attendance list as it is now." if changed else "Nothing has changed."
    messages.success(request, said)
    return redirect("meetings:check", board, meeting)
