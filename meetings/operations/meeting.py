"""Calling a meeting, and what becomes of it."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from boards.models import Board
from boards.permissions import check_may_minute
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Meeting, Purpose, StandingItem
from meetings.operations.agenda import renumber
from meetings.operations.arrival import lay_waiting
from meetings.operations.attendance import open_attendance
from meetings.operations.last_minutes import lay_last_minutes
from meetings.operations.locked import lock
from meetings.queries.calling import check_goes_out
from meetings.queries.minutes import minutes_of
from meetings.rules import meeting as rules
from meetings.rules.agenda import branches, printed, stands_by_terms
from meetings.rules.approval import approves_at
from trust.tools.keeping import keep
from trust.tools.refusal import Refused

State = Meeting.State


@transaction.atomic
def prepare_meeting(*, board: Board, by: Any, date: dt.date, **details: Any) -> Meeting:
    """Make a meeting of the board, to be called, with the agenda of its standing items and of what waited for it.

    ``details`` are its fields.
    """
    Board.objects.select_for_update().get(pk=board.pk)
    check_may_minute(by, board)
    taken = set(board.meetings.filter(address__startswith=date.isoformat()).values_list("address", flat=True))
    meeting = Meeting(board=board, date=date, address=rules.address_for(date, taken), **details)
    keep(meeting, by=by)
    _lay_standing_items(meeting, by=by)
    renumber(meeting, by=by)
    lay_last_minutes(meeting=meeting, by=by)
    lay_waiting(board=board, by=by)
    return meeting


@transaction.atomic
def call_meeting(*, meeting: Meeting, by: Any, at: dt.datetime) -> Meeting:
    """Members are told from here on. A meeting of a past day is entered as held, and nobody is told.

    Refused while an item on a joint budget has no legal agreement behind it (requirement 1.16 (ii)), or a report lacks
    a comment that the terms ask for (requirement 4.12).
    """
    meeting = _locked(meeting, by)
    rules.check_can_be_called(meeting, items=meeting.items.count())
    if meeting.date < timezone.localdate(at):
        meeting.state = State.HELD
    else:
        check_goes_out(meeting, by)
        meeting.state, meeting.called_at, meeting.called_by = State.CALLED, at, by
    keep(meeting, by=by)
    open_attendance(meeting=meeting, by=by)
    return meeting


@transaction.atomic
def hold_meeting(*, meeting: Meeting, by: Any, at: dt.datetime) -> Meeting:
    """The meeting took place: from here on the list of who was expected follows the seats no longer."""
    meeting = _locked(meeting, by)
    rules.check_can_be_held(meeting, on=timezone.localdate(at))
    open_attendance(meeting=meeting, by=by)
    meeting.state = State.HELD
    return keep(meeting, by=by)


@transaction.atomic
def call_off_meeting(*, meeting: Meeting, state: str, reason: str, by: Any) -> Meeting:
    """Cancel or postpone. The reason is kept with the change and shown on the meeting's page.

    What other boards had brought to it comes on the next agenda instead.
    """
    meeting = _locked(meeting, by)
    rules.check_can_become(meeting, state)
    if not reason.strip():
        raise Refused("Say why, so that members and the public can read it.")
    meeting.state = state
    keep(meeting, by=by, because=reason.strip())
    lay_waiting(board=meeting.board, by=by)
    return meeting


@transaction.atomic
def amend_meeting(*, meeting: Meeting, by: Any, **details: Any) -> Meeting:
    """Change when and where. The day itself moves only until the meeting is called; then it is postponed."""
    meeting = _locked(meeting, by)
    rules.check_can_be_amended(meeting, minutes_of(meeting))
    date = details.pop("date", meeting.date)
    if date != meeting.date:
        rules.check_day_can_move(meeting)
        others = meeting.board.meetings.exclude(pk=meeting.pk).filter(address__startswith=date.isoformat())
        meeting.date, meeting.address = date, rules.address_for(date, set(others.values_list("address", flat=True)))
    for name, value in details.items():
        setattr(meeting, name, value)
    keep(meeting, by=by)
    lay_waiting(board=meeting.board, by=by)
    return meeting


def _locked(meeting: Meeting, by: Any) -> Meeting:
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    return meeting


def _lay_standing_items(meeting: Meeting, *, by: Any) -> None:
    """Copy the board's standing items that the terms of the day have a place for, and those of this meeting of the
    year alone."""
    terms = terms_on(meeting.board, meeting.date)
    items = list(meeting.board.standing_items.filter(Q(yearly=None) | Q(yearly=meeting.yearly_id)))
    copies: dict[int, AgendaItem] = {}
    for position, standing in enumerate(printed(branches(items)), 1):
        approves = standing.purpose != Purpose.LAST_MINUTES or approves_at(meeting, terms)
        if approves and stands_by_terms(standing.purpose, terms):
            copies[standing.pk] = keep(_copy(standing, meeting, copies, position), by=by)


def _copy(standing: StandingItem, meeting: Meeting, copies: dict[int, AgendaItem], position: int) -> AgendaItem:
    return AgendaItem(
        meeting=meeting,
        section=copies.get(standing.section_id or 0),
        is_section=standing.is_section,
        position=position,
        title=standing.title,
        purpose=standing.purpose,
    )
