"""What an agenda says of business that came from, or went to, another board or the time between meetings."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.http import Http404
from django.urls import reverse

from boards.models import Board
from boards.permissions import MINUTE, SEE_PAPERS
from boards.queries.access import boards_known_to
from meetings.models import AgendaItem, BetweenMeetings, Meeting, Referral
from meetings.queries.minutes import reading_of
from meetings.rules.referral import standing_of
from trust.tools.words import short_date

#: What is said, and the address it leads to ("" where it leads nowhere).
Said = tuple[str, str]

#: Put here by storeys above when they are loaded: of these items of a meeting, what is said to who reads its papers.
TELLING: list[Callable[[Meeting, Sequence[AgendaItem], Any, dt.date], Mapping[int, Sequence[Said]]]] = []


def arrivals_of(
    meeting: Meeting, items: Iterable[AgendaItem], words: Collection[str], reader: Any, *, on: dt.date
) -> dict[int, list[Said]]:
    """By item. For those who see the board’s papers; what brings minutes says so to everybody. A few statements."""
    found: dict[int, list[Said]] = defaultdict(list)
    items = list(items)
    for item in items:
        if item.receives_id is not None:
            found[item.pk] += _minutes_brought(item, reader)
    if SEE_PAPERS not in words:
        return found
    rows = Referral.objects.filter(Q(item__in=items) | Q(arrived_as__in=items), sent_date__isnull=False)
    referrals = list(rows.select_related("item__meeting__board", "to_board", "reply_minutes__meeting", "arrived_as"))
    known = _known(referrals, reader)
    for one in referrals:
        came = one.to_board_id == meeting.board_id and one.arrived_as is not None
        key = one.arrived_as_id if came and one.arrived_as_id else one.item_id
        found[key].append(_came(one, meeting, words, known) if came else _went(one, meeting, known, on))
    for between in BetweenMeetings.objects.filter(item__in=items).select_related("board"):
        told = f"Decided between meetings{_day(between.taken_date)}: {between.get_state_display().lower()}"
        found[between.item_id or 0].append((told, between.get_absolute_url()))
    for tell in TELLING:
        for key, said in tell(meeting, items, reader, on).items():
            found[key] += said
    return found


def _known(referrals: Iterable[Referral], reader: Any) -> set[int]:
    """The boards across that the reader may know of."""
    across = {one.to_board_id for one in referrals} | {one.item.meeting.board_id for one in referrals}
    boards = [pk for pk in across if pk is not None]
    return set(boards_known_to(reader).filter(pk__in=boards).values_list("pk", flat=True)) if boards else set()


def _came(one: Referral, meeting: Meeting, words: Collection[str], known: set[int]) -> Said:
    """Asked by the Executive Group, 14 October 2025: answer it."""
    board = one.item.meeting.board
    who = f"the {board.name}, {short_date(one.item.meeting.date)}" if board.pk in known else "another board"
    at = reverse("meetings:referral", args=[meeting.board.slug, one.pk])
    if one.withdrawn_reason:
        return f"Asked by {who}, and withdrawn since", at
    if one.replied_date:
        return f"Asked by {who}; answered on {short_date(one.replied_date)}", at
    return f"Asked by {who}{'. Answer it' if MINUTE in words else '; not answered yet'}", at


def _went(one: Referral, meeting: Meeting, known: set[int], on: dt.date) -> Said:
    """Request to the Safeguarding Board: no reply yet."""
    board: Board | None = one.to_board
    whom = one.to_body if board is None else f"the {board.name}" if board.pk in known else "another board"
    at = reverse("meetings:referral", args=[meeting.board.slug, one.pk])
    return f"{one.get_kind_display()} to {whom}: {standing_of(one, on=on).word.lower()}", at


def _minutes_brought(item: AgendaItem, reader: Any) -> list[Said]:
    """The way to minutes of another board, for whoever may read them there; they are cut there to their reader."""
    minutes = item.receives
    if minutes is None:
        return []
    try:
        reading = reading_of(reader, minutes.meeting)
    except Http404:
        return []
    if not boards_known_to(reader).filter(pk=minutes.meeting.board_id).exists():
        return []
    edition = "" if reading.edition == "full" else ", public edition"
    met = minutes.meeting
    highlights = reverse("meetings:highlights", args=[met.board.slug, met.address])
    return [
        (f"Read the minutes of the {met.board}{edition}", minutes.get_absolute_url()),
        ("Highlights: what was decided and noted there, and who is to do what", highlights),
    ]


def _day(day: dt.date | None) -> str:
    return f" on {short_date(day)}" if day else ""
