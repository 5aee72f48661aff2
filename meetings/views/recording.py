"""What a board says about recording, and the recordings of a meeting."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.permissions import MINUTE, SEE_PAPERS, check_may_manage, check_may_see_papers
from boards.queries.boards import board_for
from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.recording import HeldForm, PolicyForm, RecordingForm
from meetings.models import Meeting, Recording
from meetings.operations import recording as operations
from meetings.permissions import words_at
from meetings.queries.meeting import meeting_for, meeting_minuted_by
from meetings.queries.recording import policy_of, policy_told, recording_of
from meetings.rules.recording import check_can_change, recording_words
from meetings.views.trails import board_trail, meeting_trail
from trust.tools.refusal import why_not

POLICY = "Whoever may know of this board reads it on the board’s page and with each agenda."


def state_policy(request: HttpRequest, board: str) -> HttpResponse:
    """The one stated policy of a board."""
    found = board_for(request.user, board)
    check_may_manage(request.user, found)
    policy = policy_of(found)
    first = {name: getattr(policy, name) for name in PolicyForm.base_fields} if policy else {"anyone_may_film": True}
    act = Act(
        title="What the board says about recording",
        about=found.name,
        button="State it",
        next_step=POLICY,
        said="The policy on recording is stated.",
        place=found.name,
        then=found.get_absolute_url(),
        trail=board_trail(found),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.state_policy(board=found, **given, by=request.user)

    return act_page(request, act, PolicyForm(request.POST or None, initial=first), do)


@require_safe
def recordings(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Whether the meeting was recorded, where that is held, and what became of it."""
    found = meeting_for(request.user, board, meeting)
    words = words_at(request.user, found)
    if SEE_PAPERS not in words:
        check_may_see_papers(request.user, found.board)
    told = [(one, recording_words(one), not why_not(check_can_change, one)) for one in found.recordings.all()]
    context = {
        "meeting": found,
        "told": told,
        "policy": policy_told(found.board, on=timezone.localdate()),
        "may_minute": MINUTE in words,
        "is_past": found.date <= timezone.localdate(),
    }
    return render(request, "meetings/recordings.html", context)


def put_down(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    act = _act(found, "Put down a recording", "Put it down", "", "It is put down.")

    def do(given: dict[str, Any]) -> object:
        return operations.put_down_recording(meeting=found, **given, by=request.user, on=timezone.localdate())

    return act_page(request, act, RecordingForm(request.POST or None), do)


def change(request: HttpRequest, board: str, meeting: str, recording: int) -> HttpResponse:
    """Where it is held now."""
    found, one = _recording(request, board, meeting, recording)
    act = _act(found, "Change where it is held", "Save the change", "", "It is changed.")

    def do(given: dict[str, Any]) -> object:
        return operations.change_recording(recording=one, **given, by=request.user)

    return act_page(request, act, HeldForm(request.POST or None, initial={"held": one.held}), do)


def take_out(request: HttpRequest, board: str, meeting: str, recording: int) -> HttpResponse:
    """Put down by mistake. What was destroyed is signed off on the retention page instead."""
    found, one = _recording(request, board, meeting, recording)
    next_step = "It is listed no longer. Where a recording was destroyed, sign that off as a disposal instead."
    act = _act(found, "Take it out", "Take it out", next_step, "It is taken out.")
    return confirm_page(request, act, lambda: operations.take_out_recording(recording=one, by=request.user))


def _recording(request: HttpRequest, board: str, meeting: str, pk: int) -> tuple[Meeting, Recording]:
    found = meeting_minuted_by(request.user, board, meeting)
    return found, recording_of(found, pk)


def _act(meeting: Meeting, title: str, button: str, next_step: str, said: str) -> Act:
    there = (meeting.board.slug, meeting.address)
    return Act(
        title=title,
        about=str(meeting),
        button=button,
        next_step=next_step,
        said=said,
        place="Recordings",
        then=reverse("meetings:recordings", args=there),
        at_once=not next_step,
        trail=meeting_trail(meeting, ("Recordings", reverse("meetings:recordings", args=there))),
    )
