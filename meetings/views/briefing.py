"""Briefings ahead of a meeting: read, written, sent, answered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.briefing import BriefingForm, ForeseesForm
from meetings.models import Briefed, Meeting
from meetings.operations import briefing as operations
from meetings.queries.briefing import (
    briefing_for,
    briefing_led,
    briefings_for,
    items_to_brief_on,
    waiting_for,
)
from meetings.queries.meeting import meeting_minuted_by
from meetings.rules.briefing import check_can_brief
from meetings.views.trails import meeting_trail
from trust.tools.refusal import NotPermitted, why_not
from trust.tools.words import counted, long_date


@require_safe
def briefings(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What was told ahead, and for officers and chair who has it and what they foresee."""
    found = briefings_for(request.user, board, meeting)
    context = {
        "meeting": found.meeting,
        "briefings": found,
        "prepared": found.prepared() if found.reads_answers else [],
        "closed_because": why_not(check_can_brief, found.meeting),
    }
    return render(request, "meetings/briefings.html", context)


@require_safe
def briefing(request: HttpRequest, board: str, meeting: str, briefing: int) -> HttpResponse:
    """One of them, with the reader’s own answer; for officers and chair everybody’s."""
    read = briefing_for(request.user, board, meeting, briefing)
    closed_because = why_not(check_can_brief, read.meeting)
    context = {
        "meeting": read.meeting,
        "read": read,
        "closed_because": closed_because,
        "waiting": waiting_for(read.briefing) if read.may_minute and not closed_because else [],
    }
    return render(request, "meetings/briefing.html", context)


def add(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Write one. Nobody but officers and chair reads it until it is sent."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = BriefingForm(request.POST or None, items=items_to_brief_on(request.user, found))
    then = reverse("meetings:briefings", args=[found.board.slug, found.address])
    act = _act(found, "Write a briefing", "Save", "", "The briefing is saved. Read it through, then send it.", then)

    def do(given: dict[str, Any]) -> object:
        return operations.write_briefing(meeting=found, **given, by=request.user)

    return act_page(request, act, form, do)


def change(request: HttpRequest, board: str, meeting: str, briefing: int) -> HttpResponse:
    """Until it is sent."""
    read = briefing_led(request.user, board, meeting, briefing)
    initial = {"item": read.briefing.item_id, "text": read.briefing.text}
    form = BriefingForm(request.POST or None, items=items_to_brief_on(request.user, read.meeting), initial=initial)
    act = _act(read.meeting, "Change the briefing", "Save", "", "The briefing is changed.", read.address)

    def do(given: dict[str, Any]) -> object:
        return operations.change_briefing(briefing=read.briefing, **given, by=request.user)

    return act_page(request, act, form, do)


def remove(request: HttpRequest, board: str, meeting: str, briefing: int) -> HttpResponse:
    """A draft that is not needed."""
    read = briefing_led(request.user, board, meeting, briefing)
    then = reverse("meetings:briefings", args=[read.meeting.board.slug, read.meeting.address])
    next_step = "The draft is gone. Nobody was sent it."
    act = _act(read.meeting, "Delete the draft", "Delete it", next_step, "The draft is deleted.", then)

    def do() -> object:
        return operations.remove_briefing(briefing=read.briefing, by=request.user)

    return confirm_page(request, act, do)


def send(request: HttpRequest, board: str, meeting: str, briefing: int) -> HttpResponse:
    """To each member who may read it and has not had it."""
    read = briefing_led(request.user, board, meeting, briefing)
    count = len(waiting_for(read.briefing))
    members = counted(count, "member")
    next_step = (
        f"{members[:1].upper()}{members[1:]} can read it, and those whose address is known are told by e-mail that it "
        "waits for them. What it says is not in the mail. Each can say that they have it and what they foresee; only "
        "the officers and the chair read that. It can no longer be changed."
    )
    act = _act(
        read.meeting, "Send the briefing", "Send it", next_step, f"The briefing is with {members}.", read.address
    )

    def do() -> object:
        return operations.send_briefing(briefing=read.briefing, by=request.user, at=timezone.now())

    return confirm_page(request, act, do)


def answer(request: HttpRequest, board: str, meeting: str, briefing: int) -> HttpResponse:
    """A member’s own: received, and what they foresee."""
    read = briefing_for(request.user, board, meeting, briefing)
    if read.own is None:
        raise NotPermitted("Only whoever was sent this briefing answers it.")
    act = _act(read.meeting, "Your answer", "Send my answer", "", "Your answer is with the officers.", read.address)
    return _answer(request, read.own, act, operations.answer_briefing, ForeseesForm)


def enter(request: HttpRequest, board: str, meeting: str, briefing: int, briefed: int) -> HttpResponse:
    """An officer enters what somebody said in another way."""
    read = briefing_led(request.user, board, meeting, briefing)
    copy = next((line.briefed for line in read.copies if line.briefed.pk == briefed), None)
    if copy is None:
        raise Http404("Nobody who was sent it is at this address.")
    name = copy.person.name
    act = _act(read.meeting, f"Enter what {name} said", "Enter it", "", "It is entered.", read.address)
    return _answer(request, copy, act, operations.enter_briefed, ForeseesForm, name=name)


def _answer(request: HttpRequest, copy: Briefed, act: Act, operation: Any, form: Any, **more: Any) -> HttpResponse:
    initial = {"view": copy.view, "foresees": copy.foresees}

    def do(given: dict[str, Any]) -> object:
        return operation(briefed=copy, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form(request.POST or None, initial=initial, **more), do)


def _act(meeting: Meeting, title: str, button: str, next_step: str, said: str, then: str) -> Act:
    about = f"{meeting.board}, {long_date(meeting.date)}"
    place = "Briefings"
    above = (place, reverse("meetings:briefings", args=[meeting.board.slug, meeting.address]))
    trail = meeting_trail(meeting, above, *([] if then == above[1] else [("The briefing", then)]))
    return Act(title, about, button, next_step, said, place, then, at_once=not next_step, trail=trail)
