"""Decisions between meetings, as one reader may read them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate
from django.http import Http404

from boards.models import Board, Person, Seat, SeatHolding
from boards.permissions import CHAIR, MINUTE, SEE_EXEMPT, SEE_PAPERS, check_may_see_papers, words_on
from boards.queries.access import boards_where
from boards.queries.boards import board_for
from boards.queries.seats import SeatOnDay, seats_on
from boards.queries.terms import terms_on
from meetings.models import Asked, BetweenMeetings
from meetings.permissions import KEEPS_THE_RECORD
from meetings.rules.between import TONES, is_due, outcome_of, sentence_of
from trust.tools.words import in_london

COLUMNS = ("Title", "How", "State", "Asked on", "Answers by", "Taken on", "Outcome", "Ratified at the meeting on")
State = BetweenMeetings.State


@dataclass(frozen=True)
class BetweenLine:
    """One of them with its answers, where it stands in a sentence, and the reader’s own place in it."""

    between: BetweenMeetings
    asked: list[Asked]
    sentence: str
    own: Asked | None
    may_lead: bool
    may_minute: bool
    is_due: bool

    @property
    def tone(self) -> str:
        return TONES[State(self.between.state)]

    @property
    def is_open(self) -> bool:
        return self.between.state == State.OPEN


def lines_of(board: Board, reader: Any, *, on: dt.date, state: str = "") -> list[BetweenLine]:
    """Those of the board that the reader may read, latest first. A constant number of statements."""
    found = BetweenMeetings.objects.filter(board=board)
    return _lines(found.filter(state=state) if state in State.values else found, board, reader, on=on)


def _lines(found: QuerySet[BetweenMeetings], board: Board, reader: Any, *, on: dt.date) -> list[BetweenLine]:
    words = words_on(reader, board)
    found = _open_to(found, reader, words)
    rows = found.select_related("board", "item__meeting", "asked_by__person", "ratified_by__block")
    rows = rows.prefetch_related("asked__person__user", "asked__seat__partner")
    return [_line(one, reader, words, on) for one in rows]


def between_for(reader: Any, slug: str, pk: int, *, on: dt.date) -> BetweenLine:
    """One of this board; 404 unless the reader reads its papers, and exempt matter where it is exempt."""
    board = board_for(reader, slug)
    check_may_see_papers(reader, board)
    found = _lines(BetweenMeetings.objects.filter(board=board, pk=pk), board, reader, on=on)
    if not found:
        raise Http404("No decision between meetings is at this address.")
    return found[0]


def rows_of(lines: Iterable[BetweenLine]) -> list[tuple[object, ...]]:
    """The list as a sheet, under ``COLUMNS``."""
    return [_row(line.between) for line in lines]


def _row(one: BetweenMeetings) -> tuple[object, ...]:
    ratified = one.item.meeting.date if one.item and one.state == State.RATIFIED else None
    asked = in_london(one.asked_at).date()
    states = (one.get_means_display(), one.get_state_display())
    return (one.title, *states, asked, one.closes_date, one.taken_date, one.outcome, ratified)


def people_to_ask(board: Board, *, on: dt.date) -> list[SeatOnDay]:
    """Whoever holds a voting seat on the day; a vacant seat cannot be asked."""
    return [seat for seat in seats_on(board, on) if seat.seat.voting and seat.holder is not None]


def asked_of(reader: Any, *, on: dt.date) -> QuerySet[Asked]:
    """What this reader is asked and has not answered, soonest to close first."""
    if not reader.is_authenticated:
        return Asked.objects.none()
    waiting = Asked.objects.filter(person__user=reader.pk, answer=Asked.Answer.NONE, between__state=State.OPEN)
    still = Q(between__closes_date=None) | Q(between__closes_date__gte=on)
    exempt_too = Q(between__exempt_paragraphs="") | Q(between__board__in=boards_where(reader, SEE_EXEMPT))
    known = waiting.filter(still, exempt_too, between__board__in=boards_where(reader, SEE_PAPERS))
    return known.select_related("between__board").order_by("between__closes_date", "pk")


def to_close(reader: Any, *, on: dt.date) -> QuerySet[BetweenMeetings]:
    """Open ones whose last day is over, or which everybody has answered, of boards the reader minutes or chairs."""
    found = BetweenMeetings.objects.filter(board__in=boards_where(reader, MINUTE, CHAIR), state=State.OPEN)
    silent = Asked.objects.filter(answer=Asked.Answer.NONE).values("between")
    over = Q(closes_date__lt=on) | (Q(means=BetweenMeetings.Means.EMAIL) & ~Q(pk__in=silent))
    exempt_too = Q(exempt_paragraphs="") | Q(board__in=boards_where(reader, SEE_EXEMPT))
    return found.filter(over, exempt_too).select_related("board").order_by("asked_at")


def closing_by_silence(*, on: dt.date) -> QuerySet[BetweenMeetings]:
    """Open, by silence, and their last day is over."""
    silence = BetweenMeetings.Means.SILENCE
    return BetweenMeetings.objects.filter(state=State.OPEN, means=silence, closes_date__lt=on).order_by("pk")


def addresses_of(people: Iterable[Person]) -> dict[Person, str]:
    """Where each can be written to; "" where no address is known."""
    return {person: (person.user.email if person.user else "") or person.email for person in people}


def _open_to(found: QuerySet[BetweenMeetings], reader: Any, words: frozenset[str]) -> QuerySet[BetweenMeetings]:
    """Exempt matter is for those who keep the record, who were asked, or who sat on the board that day (demand 22)."""
    if SEE_EXEMPT not in words:
        return found.filter(exempt_paragraphs="")
    if words & set(KEEPS_THE_RECORD):
        return found
    found = found.annotate(asked_on=TruncDate("asked_at"))
    sat = SeatHolding.objects.held_on(OuterRef("asked_on"))  # type: ignore[arg-type]
    sat = sat.filter(seat__board=OuterRef("board"), person__user=reader.pk).exclude(seat__role=Seat.Role.OBSERVER)
    asked = Asked.objects.filter(between=OuterRef("pk"), person__user=reader.pk)
    return found.filter(Q(exempt_paragraphs="") | Exists(sat) | Exists(asked))


def _line(one: BetweenMeetings, reader: Any, words: frozenset[str], on: dt.date) -> BetweenLine:
    asked = list(one.asked.all())
    own = next((each for each in asked if reader.is_authenticated and each.person.user_id == reader.pk), None)
    return BetweenLine(
        between=one,
        asked=asked,
        sentence=sentence_of(one, asked, on=on),
        own=own,
        may_lead=bool(words & {MINUTE, CHAIR}),
        may_minute=MINUTE in words,
        is_due=is_due(one, on=on),
    )


def may_lead(reader: Any, board: Board) -> bool:
    """Whether the reader minutes or chairs the board."""
    return bool(words_on(reader, board) & {MINUTE, CHAIR})


def expected_outcome(line: BetweenLine, *, on: dt.date) -> str:
    """What closing it now would come to, in a sentence."""
    terms = terms_on(line.between.board, on)
    return outcome_of(line.between.means, line.asked, terms.voting if terms else "").sentence
