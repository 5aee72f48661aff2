"""A dispute: its page, and what is done to settle it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from boards.permissions import check_may_minute
from boards.queries.access import boards_known_to
from boards.views.acts import act_page
from meetings.forms import dispute as forms
from meetings.forms.spending import ReasonForm
from meetings.models import Dispute
from meetings.operations import negotiation as operations
from meetings.queries.dispute import dispute_read, line_of_dispute, people_to_negotiate, sides_of
from meetings.queries.spending import DecisionRead
from meetings.views.spending import decision_act, trail_of
from trust.tools.refusal import Refused
from trust.tools.words import within


@require_safe
def dispute(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read, found = dispute_read(request.user, board, meeting, decision)
    context = {
        "line": line_of_dispute(found, read.decision, today=timezone.localdate()),
        "dispute": found,
        "partners": list(sides_of(found)),
        "negotiators": list(found.negotiators.select_related("partner")),
        "consultations": list(found.consultations.select_related("board")),
        "has_ended": found.state != Dispute.State.OPEN,
        "may_write": read.may_minute and found.state == Dispute.State.OPEN,
        "may_open_again": read.may_minute and found.state == Dispute.State.LAPSED,
        "read": read,
        "meeting": read.meeting,
        "board": read.meeting.board,
    }
    return render(request, "meetings/dispute.html", context)


def set_closing_date(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read, found = _kept(request, board, meeting, decision)
    form = forms.ClosingDateForm(request.POST or None, initial={"closes_date": found.closes_date})
    put = {
        "title": "By when it is to be settled",
        "button": "Set the day",
        "next_step": "Members read the day with the dispute. After it the dispute can end without agreement.",
        "said": "The day is set.",
    }
    return _act(
        request, read, form, put, lambda given: operations.set_closing_date(dispute=found, **given, **_by(request))
    )


def add_negotiator(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read, found = _kept(request, board, meeting, decision)
    people, partners = people_to_negotiate(request.user), sides_of(found)
    form = forms.NegotiatorForm(request.POST or None, people=people, partners=partners)
    put = {
        "title": "Name a negotiator",
        "button": "Name them",
        "next_step": "Members read who negotiates, and as whom.",
        "said": "They are named.",
    }

    def do(given: dict[str, Any]) -> object:
        return operations.name_negotiator(dispute=found, **given, by=request.user)

    return _act(request, read, form, put, do)


@require_POST
def remove_negotiator(request: HttpRequest, board: str, meeting: str, decision: UUID, negotiator: int) -> HttpResponse:
    read, found = _kept(request, board, meeting, decision)
    who = get_object_or_404(found.negotiators.select_related("dispute"), pk=negotiator)
    try:
        operations.remove_negotiator(negotiator=who, by=request.user)
        messages.success(request, f"{who.name} no longer negotiates.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(address(read))


def consult(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read, found = _kept(request, board, meeting, decision)
    form = forms.ConsultationForm(request.POST or None, boards=boards_known_to(request.user), on=timezone.localdate())
    put = {
        "title": "Consult a board or a group",
        "button": "Write it down",
        "next_step": "Members read who was asked and since when. Enter the answer here when it comes.",
        "said": "The consultation is written down.",
    }
    return _act(request, read, form, put, lambda given: operations.consult(dispute=found, **given, **_by(request)))


def record_view(request: HttpRequest, board: str, meeting: str, decision: UUID, consultation: int) -> HttpResponse:
    read, found = _kept(request, board, meeting, decision)
    asked = get_object_or_404(found.consultations.select_related("dispute__decision", "board"), pk=consultation)
    put = {
        "title": f"Enter what {within(str(asked))} says",
        "button": "Enter it",
        "next_step": "Members read it with the dispute.",
        "said": "Their view is entered.",
    }
    form = forms.ViewForm(request.POST or None, initial={"reply": asked.reply, "replied_date": asked.replied_date})
    return _act(
        request, read, form, put, lambda given: operations.record_view(consultation=asked, **given, **_by(request))
    )


def end(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read, found = _kept(request, board, meeting, decision)
    put = {
        "title": "Say how the dispute ended",
        "button": "End the dispute",
        "next_step": "If the partners agreed, the decision stands from that day. Without agreement the status quo "
        "remains, and the matter comes before the board only as something new.",
        "said": "The dispute is ended.",
    }
    form = forms.EndForm(request.POST or None, on=timezone.localdate())
    return _act(request, read, form, put, lambda given: operations.end_dispute(dispute=found, **given, **_by(request)))


def open_again(request: HttpRequest, board: str, meeting: str, decision: UUID) -> HttpResponse:
    read, found = _kept(request, board, meeting, decision)
    put = {
        "title": "Open the dispute again",
        "button": "Open it again",
        "next_step": "The partners can agree again. How it had ended stays in the history with your reason.",
        "said": "The dispute is open again.",
    }

    def do(given: dict[str, Any]) -> object:
        return operations.take_end_back(dispute=found, **given, by=request.user)

    return _act(request, read, ReasonForm(request.POST or None), put, do)


def address(read: DecisionRead) -> str:
    where = [read.meeting.board.slug, read.meeting.address, read.decision.block.key]
    return reverse("meetings:dispute", args=where)


def _kept(request: HttpRequest, board: str, meeting: str, decision: UUID) -> tuple[DecisionRead, Dispute]:
    """The dispute, for whoever minutes the board."""
    read, found = dispute_read(request.user, board, meeting, decision)
    check_may_minute(request.user, read.meeting.board)
    return read, found


def _by(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.now()}


def _act(
    request: HttpRequest, read: DecisionRead, form: Any, put: dict[str, str], do: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """An act done on the dispute’s page."""
    trail = (*trail_of(read), ("The dispute", address(read)))
    return act_page(request, decision_act(read, **put, then=address(read), trail=trail), form, do)
