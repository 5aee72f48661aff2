"""Partners asked to a meeting: who, who comes of them, taken back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.invitation import GuestForm, InviteForm
from meetings.models import Meeting
from meetings.operations import invitation as operations
from meetings.queries.invitation import invitation_for, invitations_for, people_of
from meetings.queries.meeting import meeting_minuted_by
from meetings.rules.invitation import check_can_invite
from meetings.views.trails import meeting_trail
from trust.tools.refusal import why_not
from trust.tools.words import long_date


@require_safe
def invitations(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Everybody asked besides the members."""
    found = invitations_for(request.user, board, meeting)
    context = {
        "meeting": found.meeting,
        "invitations": found,
        "closed_because": why_not(check_can_invite, found.meeting),
    }
    return render(request, "meetings/invitations.html", context)


def invite(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """By category or one by one, read through first."""
    found = meeting_minuted_by(request.user, board, meeting)
    next_step = (
        "Whoever looks after each of these partners is written to, with the day, the place and your words. Whoever "
        "comes is put on the list as in attendance, without a vote."
    )
    act = _act(found, "Ask partners to the meeting", "Ask them", next_step, "The partners are asked.")

    def do(given: dict[str, Any]) -> object:
        return operations.invite_partners(meeting=found, **given, by=request.user, at=timezone.now())

    return act_page(request, act, InviteForm(request.POST or None, meeting=found), do)


def guest(request: HttpRequest, board: str, meeting: str, invitation: int) -> HttpResponse:
    """Who comes for a partner that was asked."""
    found = meeting_minuted_by(request.user, board, meeting)
    asked = invitation_for(found, invitation)
    act = _act(found, f"Who comes for {asked.partner.short_name}", "Put on the list", "", "They are on the list.")

    def do(given: dict[str, Any]) -> object:
        return operations.put_down_guest(invitation=asked, **given, by=request.user)

    return act_page(request, act, GuestForm(request.POST or None, people=people_of(asked.partner, found)), do)


def withdraw(request: HttpRequest, board: str, meeting: str, invitation: int) -> HttpResponse:
    """Ask a partner no longer."""
    found = meeting_minuted_by(request.user, board, meeting)
    asked = invitation_for(found, invitation)
    next_step = "Those who were written to are told. It can be asked again."
    said = f"{asked.partner.short_name} is no longer asked."
    act = _act(found, f"Ask {asked.partner.short_name} no longer", "Withdraw the invitation", next_step, said)

    def do() -> object:
        return operations.withdraw_invitation(invitation=asked, by=request.user, at=timezone.now())

    return confirm_page(request, act, do)


def _act(meeting: Meeting, title: str, button: str, next_step: str, said: str) -> Act:
    about = f"{meeting.board}, {long_date(meeting.date)}"
    then = reverse("meetings:invitations", args=[meeting.board.slug, meeting.address])
    trail = meeting_trail(meeting, ("Invitations", then))
    return Act(title, about, button, next_step, said, "Invitations", then, at_once=not next_step, trail=trail)
