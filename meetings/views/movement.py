"""Who came and went while the meeting went on, and who took the chair, on the ordinary pages."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from meetings.forms.movement import MovementForm, PresidingForm
from meetings.models import Meeting, Movement
from meetings.operations.movement import record_movement, take_back_movement
from meetings.operations.presiding import end_presiding, preside
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.room import room_record
from meetings.rules.edition import withhold
from meetings.rules.movement import movement_sentence
from meetings.rules.room import what_is_lost, who_sat
from trust.tools.refusal import NotPermitted, Refused


@require_http_methods(["GET", "POST"])
def add_movement(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Somebody left, came back or came late."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = MovementForm(request.POST or None, meeting=found, sight=sight_at(request.user, found))

    def record(given: dict[str, Any]) -> str:
        item = given["item"]
        before = room_record(found).at(item).quorum
        moved = record_movement(**given, by=request.user)
        lost = what_is_lost(before, room_record(found).at(item).quorum)
        return f"{movement_sentence(who_sat(moved.attendance), moved)} {lost}".strip()

    return _form_page(request, found, form, record, "Somebody came or went")


@require_POST
def take_back(request: HttpRequest, board: str, meeting: str, movement: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    related = Movement.objects.select_related("attendance__meeting__board", "attendance__substitute", "item__section")
    going = get_object_or_404(related.filter(attendance__meeting=found), pk=movement)
    withhold([going.item], sight_at(request.user, found))
    take_back_movement(movement=going, by=request.user)
    messages.success(request, f"Taken back: {movement_sentence(who_sat(going.attendance), going)}")
    return redirect(_address(found))


@require_http_methods(["GET", "POST"])
def add_presiding(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Somebody takes the chair, for the meeting or for one item; proposals fill in the form."""
    found = meeting_minuted_by(request.user, board, meeting)
    asked = {name: request.GET[name] for name in ("attendance", "item", "how") if name in request.GET}
    form = PresidingForm(
        request.POST or None,
        meeting=found,
        sight=sight_at(request.user, found),
        initial={"how": "elected"} | asked,
    )

    def record(given: dict[str, Any]) -> str:
        one = preside(**given, by=request.user)
        over = f" over {one.item}" if one.item else ""
        return f"{who_sat(one.attendance)} presides{over}."

    return _form_page(request, found, form, record, "Somebody takes the chair")


@require_POST
def end(request: HttpRequest, board: str, meeting: str, presiding: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    related = found.presidings.select_related("meeting__board", "attendance", "item")
    going = get_object_or_404(related, pk=presiding)
    end_presiding(presiding=going, by=request.user)
    messages.success(request, f"{who_sat(going.attendance)} is out of the chair again.")
    return redirect(_address(found))


def _address(found: Meeting) -> str:
    return f"{reverse('meetings:attendance', args=[found.board.slug, found.address])}#came-and-went"


def _form_page(
    request: HttpRequest, found: Meeting, form: forms.Form, record: Callable[[dict[str, Any]], str], title: str
) -> HttpResponse:
    """The form on a page of its own, kept as it is where something is refused."""
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            messages.success(request, record(form.cleaned_data))
            return redirect(_address(found))
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {"meeting": found, "form": form, "title": title}
    return render(request, "meetings/came_and_went_add.html", context, status=status)
