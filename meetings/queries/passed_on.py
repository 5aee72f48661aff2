"""What the product itself passed on of a board: minutes by subscription, requests and referrals, briefings, and items
that were put before named partners alone. Read from those records, so that the register never misses one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boards.models import Board
from boards.permissions import CHAIR, MINUTE, words_on
from boards.queries.access import boards_known_to
from meetings.models import AgendaItem, Briefed, Meeting, Referral
from meetings.queries.entitled import items_closed_to
from meetings.queries.meeting import ANNOUNCED, meetings_known_to
from meetings.rules.sharing import BY_BRIEFING, BY_REFERRAL, BY_RESTRICTION, BY_SUBSCRIPTION
from trust.tools.words import in_london


@dataclass(frozen=True)
class Passed:
    """One thing passed on: what, of which meeting, to whom, when, by which means and whose act."""

    means: str
    date: dt.date
    what: str
    at: str
    meeting: Meeting
    with_whom: str
    partner: int | None
    why: str
    by: str


def passed_on(board: Board, reader: Any) -> Iterator[Passed]:
    """As far as the reader may know of it. Four statements, three for whoever reads no briefings."""
    known = meetings_known_to(reader).filter(board=board)
    yield from _minutes_received(known, reader)
    yield from _referrals(known, reader)
    yield from _restricted(known, reader)
    if words_on(reader, board) & {MINUTE, CHAIR}:
        yield from _briefed(known, reader)


def _minutes_received(known: Any, reader: Any) -> Iterator[Passed]:
    """Once the agenda that brings them is out; only to boards that the reader may know of."""
    received = AgendaItem.objects.filter(receives__meeting__in=known, meeting__board__in=boards_known_to(reader))
    rows = received.filter(meeting__state__in=ANNOUNCED, meeting__called_at__isnull=False)
    for item in rows.select_related("meeting__board", "meeting__called_by__person", "receives__meeting__board"):
        minutes = item.receives
        if minutes is None or item.meeting.called_at is None:
            continue
        to = item.meeting.board.name
        yield Passed(
            means=BY_SUBSCRIPTION,
            date=in_london(item.meeting.called_at).date(),
            what="Approved minutes",
            at=minutes.get_absolute_url(),
            meeting=minutes.meeting,
            with_whom=to,
            partner=None,
            why=f"{to} receives the minutes; its readers read what they may read anyhow.",
            by=_somebody(item.meeting.called_by),
        )


def _referrals(known: Any, reader: Any) -> Iterator[Passed]:
    rows = Referral.objects.filter(item__meeting__in=known, sent_date__isnull=False)
    rows = rows.exclude(item__in=items_closed_to(reader)).select_related(
        "item__meeting__board", "to_board", "sent_by__person"
    )
    boards = set(boards_known_to(reader).values_list("pk", flat=True))
    for one in rows:
        if one.sent_date is None or (one.to_board_id is not None and one.to_board_id not in boards):
            continue
        yield Passed(
            means=BY_REFERRAL,
            date=one.sent_date,
            what=f"{one.get_kind_display()} under item {one.item}",
            at=one.item.get_absolute_url(),
            meeting=one.item.meeting,
            with_whom=one.to_board.name if one.to_board else one.to_body,
            partner=None,
            why=one.request,
            by=_somebody(one.sent_by),
        )


def _restricted(known: Any, reader: Any) -> Iterator[Passed]:
    """From the day the agenda went out; a line for each partner named."""
    rows = AgendaItem.objects.filter(meeting__in=known, meeting__called_at__isnull=False).exclude(restricted_reason="")
    rows = rows.exclude(pk__in=items_closed_to(reader)).select_related("meeting__board", "meeting__called_by__person")
    for item in rows.prefetch_related("restricted_to"):
        called = item.meeting.called_at
        for partner in item.restricted_to.all() if called else ():
            yield Passed(
                means=BY_RESTRICTION,
                date=in_london(called).date() if called else item.meeting.date,
                what=f"Item {item}",
                at=item.get_absolute_url(),
                meeting=item.meeting,
                with_whom=partner.name,
                partner=partner.pk,
                why=item.restricted_reason,
                by=_somebody(item.meeting.called_by),
            )


def _briefed(known: Any, reader: Any) -> Iterator[Passed]:
    rows = Briefed.objects.filter(briefing__meeting__in=known, sent_at__isnull=False)
    rows = rows.exclude(briefing__item__in=items_closed_to(reader))
    related = ("briefing__meeting__board", "briefing__item", "briefing__sent_by__person", "person", "partner")
    for one in rows.select_related(*related):
        briefing = one.briefing
        if one.sent_at is None:
            continue
        about = f"on item {briefing.item}" if briefing.item else "on the whole meeting"
        yield Passed(
            means=BY_BRIEFING,
            date=in_london(one.sent_at).date(),
            what=f"Briefing {about}",
            at=briefing.meeting.get_absolute_url(),
            meeting=briefing.meeting,
            with_whom=f"{one.person}, {one.partner.short_name}" if one.partner else str(one.person),
            partner=one.partner_id,
            why="To prepare the meeting",
            by=_somebody(briefing.sent_by),
        )


def _somebody(user: Any) -> str:
    return str(getattr(user, "person", None) or "")
