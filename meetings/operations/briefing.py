"""Writing a briefing, sending it to members, and what they say to it (requirement 1.16 (iii))."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Briefed, Briefing, Meeting
from meetings.operations.briefing_mail import tell_member
from meetings.operations.locked import lock
from meetings.queries.briefing import waiting_for
from meetings.queries.entitled import check_sees
from meetings.rules import briefing as rules
from meetings.rules.agenda import check_on_agenda
from trust.tools.keeping import discard, keep
from trust.tools.refusal import NotPermitted, Refused


@transaction.atomic
def write_briefing(*, meeting: Meeting, item: AgendaItem | None, text: str, by: Any) -> Briefing:
    """A draft that only the board's officers and chair read, until it is sent."""
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    rules.check_can_brief(meeting)
    _check_item(meeting, item, by)
    return keep(Briefing(meeting=meeting, item=item, text=text), by=by)


@transaction.atomic
def change_briefing(*, briefing: Briefing, item: AgendaItem | None, text: str, by: Any) -> Briefing:
    """Until it is sent."""
    briefing = _held(briefing, by)
    rules.check_not_sent(briefing)
    _check_item(briefing.meeting, item, by)
    briefing.item, briefing.text = item, text
    return keep(briefing, by=by)


@transaction.atomic
def remove_briefing(*, briefing: Briefing, by: Any) -> None:
    """Until it is sent."""
    briefing = _held(briefing, by)
    rules.check_not_sent(briefing)
    discard(briefing, by=by)


@transaction.atomic
def send_briefing(*, briefing: Briefing, by: Any, at: dt.datetime) -> Briefing:
    """To each member who may read it and has not had it yet: the first time to all, later to those who came since."""
    briefing = _held(briefing, by)
    waiting = waiting_for(briefing)
    rules.check_can_send(briefing, briefing.meeting, waiting, briefing.briefed.all())
    if briefing.sent_at is None:
        briefing.sent_at, briefing.sent_by = at, by
        keep(briefing, by=by)
    for person, partner in waiting:
        copy = keep(Briefed(briefing=briefing, person=person, partner=partner, sent_at=at), by=by)
        tell_member(copy)
    return briefing


@transaction.atomic
def answer_briefing(*, briefed: Briefed, view: str, foresees: str, by: Any, at: dt.datetime) -> Briefed:
    """A member has received it, and says what they foresee; they can say otherwise until the meeting is held."""
    return _answered(_copy(briefed), view, foresees, by=by, at=at, own=True)


@transaction.atomic
def enter_briefed(*, briefed: Briefed, view: str, foresees: str, by: Any, at: dt.datetime) -> Briefed:
    """An officer enters it for somebody who said it in another way."""
    copy = _copy(briefed)
    check_may_minute(by, copy.briefing.meeting.board)
    if copy.briefing.item is not None:
        check_sees(by, copy.briefing.item)
    return _answered(copy, view, foresees, by=by, at=at, own=False)


def _answered(copy: Briefed, view: str, foresees: str, *, by: Any, at: dt.datetime, own: bool) -> Briefed:
    if own and copy.person.user_id != by.pk:
        raise NotPermitted("Only whoever was sent this briefing answers it.")
    rules.check_can_brief(copy.briefing.meeting)
    rules.check_says_what(view, foresees)
    copy.view, copy.foresees = view, foresees
    copy.received_at, copy.entered_by = copy.received_at or at, None if own else by
    return keep(copy, by=by)


def _copy(briefed: Briefed) -> Briefed:
    rows = Briefed.objects.select_for_update(of=("self",))
    return rows.select_related("person", "briefing__meeting__board", "briefing__item__section").get(pk=briefed.pk)


def _held(briefing: Briefing, by: Any) -> Briefing:
    """As it now stands, for whoever minutes the board and may read it."""
    rows = Briefing.objects.select_for_update(of=("self",)).select_related("meeting__board", "item__section")
    found = rows.filter(pk=briefing.pk).first()
    if found is None:
        raise Refused("This briefing is no longer there.")
    check_may_minute(by, found.meeting.board)
    if found.item is not None:
        check_sees(by, found.item)
    return found


def _check_item(meeting: Meeting, item: AgendaItem | None, by: Any) -> None:
    check_on_agenda(meeting, item)
    if item is not None:
        check_sees(by, item)
