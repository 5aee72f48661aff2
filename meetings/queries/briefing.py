"""Briefings as one reader may read them: what is told is for members, what they foresee for officers and chair."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.urls import reverse

from boards.models import Partner, Person
from boards.permissions import CHAIR, MINUTE, SEE_PAPERS, check_may_minute
from boards.queries.access import boards_where
from boards.queries.seats import SeatOnDay, seats_on
from meetings.models import AgendaItem, Briefed, Briefing, Meeting
from meetings.permissions import words_at
from meetings.queries.entitled import items_closed_to, items_for, sight_at
from meetings.queries.meeting import meeting_for, meetings_known_to
from meetings.rules.briefing import NOT_BRIEFED, TONES, View, sits_for_sight, summed

#: Each copy with whose it is.
COPIES = Prefetch("briefed", Briefed.objects.select_related("person__user", "partner", "entered_by__person"))


@dataclass(frozen=True)
class BriefedLine:
    """One member’s copy, and what an officer sees of it."""

    briefed: Briefed

    @property
    def tone(self) -> str:
        return TONES[View(self.briefed.view)]

    @property
    def has_no_way_in(self) -> bool:
        return self.briefed.person.user is None


@dataclass(frozen=True)
class BriefingRead:
    """One briefing for one reader: ``copies`` are every member’s, and empty for whoever may not read them."""

    briefing: Briefing
    meeting: Meeting
    own: Briefed | None
    copies: tuple[BriefedLine, ...]
    reads_answers: bool
    may_minute: bool

    @property
    def about(self) -> str:
        return str(self.briefing.item) if self.briefing.item else "The whole meeting"

    @property
    def summed(self) -> str:
        return summed(line.briefed for line in self.copies) if self.reads_answers else ""

    @property
    def address(self) -> str:
        return reverse("meetings:briefing", args=[self.meeting.board.slug, self.meeting.address, self.briefing.pk])


@dataclass(frozen=True)
class Prepared:
    """A member in the table of who is briefed: for each briefing their copy, or None where it is not theirs."""

    person: Person
    partner: str
    copies: tuple[tuple[BriefingRead, BriefedLine | None], ...]


@dataclass(frozen=True)
class Briefings:
    """Everything told ahead of a meeting, as far as the reader may read it."""

    meeting: Meeting
    words: frozenset[str]
    found: tuple[BriefingRead, ...]

    @property
    def may_minute(self) -> bool:
        return MINUTE in self.words

    @property
    def reads_answers(self) -> bool:
        return _leads(self.words)

    @property
    def sent(self) -> list[BriefingRead]:
        return [one for one in self.found if one.briefing.sent_at]

    def prepared(self) -> list[Prepared]:
        """Who is briefed, in the order of the seats; three statements more."""
        rows: dict[Person, str] = {seat.holder: seat.owner for seat in members_at(self.meeting) if seat.holder}
        for one in self.sent:
            for line in one.copies:
                copy = line.briefed
                rows.setdefault(copy.person, copy.partner.short_name if copy.partner else "")
        by_briefing = [(one, {line.briefed.person_id: line for line in one.copies}) for one in self.sent]
        return [
            Prepared(person, partner, tuple((one, lines.get(person.pk)) for one, lines in by_briefing))
            for person, partner in rows.items()
        ]


def _leads(words: frozenset[str]) -> bool:
    """Whether the reader reads what members foresee: officers and chair only."""
    return bool(words & {MINUTE, CHAIR})


def briefings_at(reader: Any, meeting: Meeting, words: frozenset[str] | None = None) -> Briefings:
    """Those of this meeting; drafts for its officers and chair, those on closed items by sight. Two statements."""
    words = words_at(reader, meeting) if words is None else words
    if SEE_PAPERS not in words:
        return Briefings(meeting, words, ())
    sight, leads = sight_at(reader, meeting, words), _leads(words)
    rows = meeting.briefings.select_related("item__section", "sent_by__person").prefetch_related(COPIES)
    shown = [
        _read(one, meeting, reader, words)
        for one in rows
        if (leads or one.sent_at) and (one.item is None or sight.sees(one.item))
    ]
    return Briefings(meeting, words, tuple(shown))


def _read(one: Briefing, meeting: Meeting, reader: Any, words: frozenset[str]) -> BriefingRead:
    copies = list(one.briefed.all())
    own = next((copy for copy in copies if copy.person.user_id == reader.pk), None)
    told = tuple(BriefedLine(copy) for copy in copies) if _leads(words) else ()
    return BriefingRead(one, meeting, own, told, _leads(words), MINUTE in words)


def briefings_for(reader: Any, board: str, address: str) -> Briefings:
    """The page of them; 404 for whoever does not read the papers of this meeting."""
    found = briefings_at(reader, meeting_for(reader, board, address))
    if SEE_PAPERS not in found.words:
        raise Http404("Briefings are for members.")
    return found


def briefing_for(reader: Any, board: str, address: str, pk: int) -> BriefingRead:
    """One of them; 404 for whoever may not read it."""
    found = next((one for one in briefings_for(reader, board, address).found if one.briefing.pk == pk), None)
    if found is None:
        raise Http404("No briefing is at this address.")
    return found


def briefing_led(reader: Any, board: str, address: str, pk: int) -> BriefingRead:
    """The same for whoever minutes the board."""
    found = briefing_for(reader, board, address, pk)
    check_may_minute(reader, found.meeting.board)
    return found


def items_to_brief_on(reader: Any, meeting: Meeting) -> QuerySet[AgendaItem]:
    return items_for(meeting, sight_at(reader, meeting)).filter(is_section=False)


def members_at(meeting: Meeting) -> list[SeatOnDay]:
    """The seats whose holders are briefed: of the board and of those that sit with it, on the meeting’s day."""
    boards = [meeting.board, *meeting.joint_boards.all()]
    seats = [seat for board in boards for seat in seats_on(board, meeting.date)]
    return [seat for seat in seats if seat.holder and seat.seat.role not in NOT_BRIEFED]


def recipients(briefing: Briefing) -> list[tuple[Person, Partner | None]]:
    """Each member who may read it, once, with the partner they sit for."""
    meeting, item = briefing.meeting, briefing.item
    found: dict[Person, Partner | None] = {}
    for seat in members_at(meeting):
        assert seat.holder is not None
        user = seat.holder.user
        if user is not None and user.is_active:
            sees = item is None or sight_at(user, meeting).sees(item)
        else:
            sees = sits_for_sight(item, seat.seat)
        if sees:
            found.setdefault(seat.holder, seat.seat.partner)
    return list(found.items())


def waiting_for(briefing: Briefing) -> list[tuple[Person, Partner | None]]:
    """Those of them who have not had it yet."""
    had = set(briefing.briefed.filter(sent_at__isnull=False).values_list("person", flat=True))
    return [(person, partner) for person, partner in recipients(briefing) if person.pk not in had]


def briefings_unread(reader: Any, *, on: dt.date) -> QuerySet[Briefed]:
    """Copies of the reader’s own not acknowledged yet, of called meetings to come on boards they read papers of."""
    if not reader.is_authenticated:
        return Briefed.objects.none()
    known = meetings_known_to(reader).filter(state=Meeting.State.CALLED, date__gte=on)
    known = known.filter(board__in=boards_where(reader, SEE_PAPERS))
    rows = Briefed.objects.filter(person__user=reader.pk, received_at=None, sent_at__isnull=False)
    rows = rows.filter(briefing__meeting__in=known).exclude(briefing__item__in=items_closed_to(reader))
    return rows.select_related("briefing__meeting__board", "briefing__item").order_by("briefing__meeting__date", "pk")
