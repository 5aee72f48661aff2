"""Meetings: the page of one, calling it, and what becomes of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from boards.permissions import MINUTE, SEE_PAPERS, check_may_minute
from boards.queries.boards import board_for
from meetings.forms.meeting import CallOffForm, MeetingForm
from meetings.models import Meeting
from meetings.operations import meeting as operations
from meetings.permissions import words_at
from meetings.queries.agenda import agenda_of, page_of_meeting
from meetings.queries.calling import cannot_call
from meetings.queries.joint import sitting_with
from meetings.queries.meeting import meeting_for, meeting_minuted_by, notice_of_meeting
from meetings.queries.recording import policy_told
from meetings.queries.report import reports_pointed_out
from meetings.queries.second_notice import private_amiss
from meetings.queries.submitted import waiting_for
from meetings.rules.each_board import held_jointly
from meetings.rules.meeting import check_can_be_held, check_can_become
from trust.tools.calendar import calendar_of, moment
from trust.tools.refusal import Refused, why_not
from trust.tools.words import long_date

State = Meeting.State


@require_GET
def meeting(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The agenda page: one address, cut to its reader."""
    found = meeting_for(request.user, board, meeting)
    words = words_at(request.user, found)
    on = timezone.localdate()
    context: dict[str, Any] = page_of_meeting(found, words, request.user)
    context["jointly"] = jointly = list(sitting_with(found, request.user))
    context["held_by"] = held_jointly(found.board.name, [board.name for board in jointly])
    context["recording_policy"] = policy_told(found.board, on=on)
    context["follows"] = SEE_PAPERS in words and found.date == on and found.state in (State.CALLED, State.HELD)
    if MINUTE in words:
        context |= {
            "may_minute": True,
            "notice": notice_of_meeting(found, on=on),
            "private_amiss": private_amiss(found, request.user, on=on),
            "cannot_call": cannot_call(found, context["agenda"].business, request.user, on=on),
            "submitted": waiting_for(found) if found.date >= on else [],
            "can_be_held": not why_not(check_can_be_held, found, on=on),
            "can_call_off": not why_not(check_can_become, found, State.CANCELLED),
        }
    return render(request, "meetings/meeting.html", context)


@require_http_methods(["GET", "POST"])
def call(request: HttpRequest, board: str) -> HttpResponse:
    """Begin to call a meeting: when and where; its agenda is then there to be looked through."""
    found = board_for(request.user, board)
    check_may_minute(request.user, found)
    form = MeetingForm(request.POST or None, board=found, on=timezone.localdate())
    if form.is_valid():
        made = operations.prepare_meeting(board=found, by=request.user, **form.cleaned_data)
        messages.success(request, "The agenda is made from the board’s standing items. Look it through, then call it.")
        return redirect(made)
    context = {"board": found, "form": form, "standing": found.standing_items.count()}
    return render(request, "meetings/call.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Change when and where."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = MeetingForm(request.POST or None, board=found.board, on=timezone.localdate(), meeting=found)
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            changed = operations.amend_meeting(meeting=found, by=request.user, **form.cleaned_data)
            messages.success(request, "Date, time and place are kept.")
            return redirect(changed)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    return render(request, "meetings/change.html", {"meeting": found, "form": form}, status=status)


@require_http_methods(["GET", "POST"])
def check_call(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What calling it will do, to be read before it is done."""
    found = meeting_minuted_by(request.user, board, meeting)
    if request.method == "POST":
        called = operations.call_meeting(meeting=found, by=request.user, at=timezone.now())
        told = "called" if called.state == State.CALLED else "entered as held"
        messages.success(request, f"The meeting on {long_date(called.date)} is {told}.")
        return redirect(called)
    on = timezone.localdate()
    agenda = agenda_of(found, words_at(request.user, found), request.user)
    context = {
        "meeting": found,
        "agenda": agenda,
        "notice": notice_of_meeting(found, on=on),
        "is_past": found.date < on,
        "private_amiss": private_amiss(found, request.user, on=on),
        "cannot_call": cannot_call(found, agenda.business, request.user, on=on),
        "reports": reports_pointed_out(found, request.user),
    }
    return render(request, "meetings/call_check.html", context)


@require_POST
def hold(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    found = meeting_for(request.user, board, meeting)
    held = operations.hold_meeting(meeting=found, by=request.user, at=timezone.now())
    messages.success(request, "The meeting is marked as held.")
    return redirect(held)


@require_http_methods(["GET", "POST"])
def call_off(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Cancel or postpone, with the reason."""
    found = meeting_minuted_by(request.user, board, meeting)
    check_can_become(found, State.CANCELLED)
    form = CallOffForm(request.POST or None)
    if form.is_valid():
        off = operations.call_off_meeting(meeting=found, by=request.user, **form.cleaned_data)
        messages.success(request, f"The meeting is {off.get_state_display().lower()}.")
        return redirect(off)
    context = {"meeting": found, "form": form}
    return render(request, "meetings/call_off.html", context, status=422 if form.errors else 200)


@require_GET
def calendar(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The meeting for a diary."""
    found = meeting_for(request.user, board, meeting)
    body = calendar_of(
        key=f"meeting-{found.pk}",
        title=found.board.name,
        starts=moment(found.date, found.starts_at),
        ends=moment(found.date, found.ends_at),
        place=found.venue,
        link=request.build_absolute_uri(found.get_absolute_url()),
        at=timezone.now(),
        cancelled=found.state in (State.CANCELLED, State.POSTPONED),
    )
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.board.slug}-{found.address}.ics"'
    return answer
