"""Business that comes to a board by itself: on its draft agenda now, or on the next one it prepares."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from django.utils import timezone

from boards.models import Board
from meetings.models import AgendaItem, BetweenMeetings, Meeting, Minutes, Purpose, Referral
from meetings.operations.late import ALONG, put_after
from meetings.operations.locked import locked_record_refuses
from meetings.queries.arrival import agendas_prepared, decisions_waiting, minutes_waiting, referrals_waiting
from meetings.rules import arrival as rules
from trust.tools.keeping import keep

#: Put here by storeys above when they are loaded: what else comes to a board on the agendas it prepares, soonest first.
BRINGING: list[Callable[[Board, Sequence[Meeting], Any], None]] = []

#: What of theirs goes along with an item whose business is carried to another: the first, the second, and by whom.
GOING_ALONG: list[Callable[[AgendaItem, AgendaItem, Any], None]] = []


def lay_waiting(*, board: Board, by: Any) -> None:
    """Put all that waits for the board on its next agenda, as far as one is being prepared. Done twice, it is once.

    Whoever brings it need not minute the board: what was sent, taken or approved arrives by the rules, not by them.
    An agenda that was sent out changes no more by this.
    """
    with locked_record_refuses():
        # Two who bring business, and one who prepares the agenda meanwhile, wait for each other here.
        Board.objects.select_for_update(no_key=True).get(pk=board.pk)
        prepared = agendas_prepared(board)
        if not prepared:
            return
        for referral in referrals_waiting(board):
            _lay_referral(referral, rules.agenda_for(referral.sent_date, prepared), by=by)
        for between in decisions_waiting(board):
            _lay_ratifying(between, rules.agenda_for(between.taken_date, prepared), by=by)
        for minutes in minutes_waiting(board):
            _lay_minutes(minutes, rules.agenda_for(_approved_on(minutes), prepared), by=by)
        for bring in BRINGING:
            bring(board, prepared, by)


def lay_item(*, meeting: Meeting, title: str, text: str, purpose: str, by: Any) -> AgendaItem:
    """Business that a storey above brings, under the heading where such business stands."""
    return _put(AgendaItem(meeting=meeting, title=rules.fitting(title), text=text, purpose=purpose), by=by)


def goes_along(*, item: AgendaItem, to: AgendaItem, by: Any) -> None:
    """What came to an item goes with its business: deferred to a later agenda, or back from there."""
    for referral in Referral.objects.filter(arrived_as=item):
        referral.arrived_as = to
        keep(referral, by=by)
    for between in BetweenMeetings.objects.filter(item=item):
        between.item = to
        keep(between, by=by)
    for go_along in GOING_ALONG:
        go_along(item, to, by)


def _lay_referral(referral: Referral, meeting: Meeting | None, *, by: Any) -> None:
    """Exempt and restricted business stays so at the board it comes to."""
    if meeting is None:
        return
    asked = referral.item
    along = {name: getattr(asked, name) for name in ALONG if name not in ("capacity", "agreement")}
    new = AgendaItem(
        meeting=meeting,
        title=rules.referral_title(referral),
        text=rules.referral_text(referral),
        purpose=Purpose.DECISION,
        came_from=referral.arrived_as,
        restricted_reason=asked.restricted_reason,
        **along,
    )
    referral.arrived_as = _put(new, by=by)
    new.restricted_to.set(asked.restricted_to.all())
    keep(referral, by=by, because="It is on the agenda")


def _lay_ratifying(between: BetweenMeetings, meeting: Meeting | None, *, by: Any) -> None:
    if meeting is None:
        return
    new = AgendaItem(
        meeting=meeting,
        title=rules.ratifying_title(between),
        text=rules.ratifying_text(between),
        purpose=Purpose.DECISION,
        came_from=between.item,
        exempt_paragraphs=between.exempt_paragraphs,
        exempt_reason=between.exempt_reason,
    )
    between.item = _put(new, by=by)
    keep(between, by=by, because="It is on the agenda, to be ratified")


def _lay_minutes(minutes: Minutes, meeting: Meeting | None, *, by: Any) -> None:
    if meeting is None:
        return
    title = rules.received_title(minutes)
    _put(AgendaItem(meeting=meeting, title=title, purpose=Purpose.INFORMATION, receives=minutes), by=by)


def _put(new: AgendaItem, *, by: Any) -> AgendaItem:
    """Last under the heading where such business stands."""
    meeting = new.meeting
    section = rules.section_for(new.purpose, meeting.items.filter(is_section=True).order_by("position", "pk"))
    last = meeting.items.filter(section=section).order_by("position", "pk").last() if section else None
    return put_after(meeting, new, last or section, by=by)


def _approved_on(minutes: Minutes) -> dt.date | None:
    return timezone.localdate(minutes.approved_at) if minutes.approved_at else None
