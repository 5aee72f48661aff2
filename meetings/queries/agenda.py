"""An agenda as one reader may see it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from boards.models import Board
from boards.permissions import SEE_PAPERS
from meetings.models import AgendaItem, Meeting, Minutes, Purpose, StandingItem
from meetings.permissions import PREPARES
from meetings.queries.approval import to_approve
from meetings.queries.arrived import arrivals_of
from meetings.queries.briefing import briefings_at
from meetings.queries.entitled import items_closed_to, items_for, sight_at
from meetings.queries.key_decision import told_of_notices
from meetings.queries.meeting import ANNOUNCED, neighbours_of, reason_called_off
from meetings.queries.minutes import reading_of
from meetings.queries.paper import PaperLine, papers_read
from meetings.rules.agenda import branches, check_agenda_open, named
from meetings.rules.capacity import capacity_of_item, part_headings
from meetings.rules.edition import Sight
from meetings.rules.order import order_taken, taken_otherwise
from meetings.rules.telling import told_of_items
from trust.tools.refusal import why_not
from trust.tools.words import short_date


@dataclass(frozen=True)
class Tie:
    """Where business came from, or went: in words, with the page of the other meeting where the reader may know it."""

    words: str
    address: str = ""


@dataclass(frozen=True)
class AgendaLine:
    """One heading or item, with the papers this reader may see (None where some are not theirs to know of), the heading
    over it where its budget is another than that of the item before (habit H7), and where it can go."""

    item: AgendaItem | StandingItem
    papers: tuple[PaperLine, ...] | None = None
    ties: tuple[Tie, ...] = ()
    part: str = ""
    goes_up: bool = False
    goes_down: bool = False

    @property
    def says_none(self) -> bool:
        """Of a decision, and of a report, it is said that nothing supports it (requirement 0.16)."""
        asks = self.item.purpose == Purpose.DECISION or bool(getattr(self.item, "report_of", ""))
        return asks and self.papers == ()


@dataclass(frozen=True)
class AgendaPart:
    """A heading with its items, or an item that stands under none."""

    top: AgendaLine
    items: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class Agenda:
    """What is to be dealt with. What the reader may not see is not in it and not counted."""

    parts: tuple[AgendaPart, ...]

    @property
    def business(self) -> int:
        """How many items there are, headings apart."""
        return sum(len(part.items) if part.top.item.is_section else 1 for part in self.parts)


def agenda_of(meeting: Meeting, words: Collection[str], reader: Any) -> Agenda:
    """The agenda cut to a reader who holds ``words`` at the meeting. A constant number of statements."""
    seen = items_for(meeting, sight_at(reader, meeting, words))
    items = list(
        seen.select_related("meeting__board", "came_from__meeting", "receives__meeting__board", "key_decision")
    )
    arrivals = arrivals_of(meeting, items, words, reader, on=timezone.localdate())
    ties = _ties(meeting, items, words, reader)
    for key, said in arrivals.items():
        ties[key] = (*ties.get(key, ()), *(Tie(*one) for one in said))
    for key, told in told_of_notices(meeting, items, words).items():
        ties[key] = (*ties.get(key, ()), Tie(*told))
    return _laid_out(items, papers_read(items, meeting, words), ties)


def standing_agenda(board: Board) -> Agenda:
    """What stands on every agenda of a board, laid out as an agenda. One statement."""
    return _laid_out(list(board.standing_items.select_related("yearly")), {}, {})


def _laid_out(
    items: list[Any], papers: Mapping[int, tuple[PaperLine, ...]], ties: Mapping[int, tuple[Tie, ...]]
) -> Agenda:
    found = branches(items)
    headings = [at for at, part in enumerate(found) if part.top.is_section]
    parts, loose = [], _loose_headings(found)
    for at, part in enumerate(found):
        lines = []
        headed = part_headings([capacity_of_item(item) for item in part.items])
        for place, item in enumerate(part.items):
            up = place > 0 or at > headings[0]
            down = place < len(part.items) - 1 or at < headings[-1]
            lines.append(AgendaLine(item, papers.get(item.pk), ties.get(item.pk, ()), headed[place], up, down))
        of_top = papers.get(part.top.pk), ties.get(part.top.pk, ()), loose[at]
        top = AgendaLine(part.top, *of_top, at > 0, at < len(found) - 1)
        parts.append(AgendaPart(top, tuple(lines)))
    return Agenda(tuple(parts))


def _loose_headings(found: list[Any]) -> list[str]:
    """The heading over each item that stands under no section, in the run it stands in."""
    headed: list[str] = []
    for is_section, run in groupby(found, key=lambda part: part.top.is_section):
        tops = [part.top for part in run]
        headed += [""] * len(tops) if is_section else part_headings([capacity_of_item(top) for top in tops])
    return headed


def order_page(meeting: Meeting, sight: Sight) -> dict[str, Any]:
    """The items taken in their order, those not taken, and what the minutes will say of it."""
    items = list(items_for(meeting, sight))
    headings = {item.section_id for item in items}
    order = order_taken(items)
    return {
        "taken": [item for item in order if item.taken_position is not None],
        "others": [item for item in order if item.taken_position is None and item.pk not in headings],
        "told": list(taken_otherwise(items).values()),
    }


def page_of_meeting(meeting: Meeting, words: Collection[str], reader: Any) -> dict[str, Any]:
    """What the meeting's page shows this reader. A constant number of statements."""
    minutes = _minutes_read_by(reader, meeting)
    return {
        "meeting": meeting,
        "words": words,
        "agenda": agenda_of(meeting, words, reader),
        "neighbours": neighbours_of(meeting, reader),
        "minutes": minutes,
        "agenda_locked": why_not(check_agenda_open, meeting, minutes),
        "called_off_because": reason_called_off(meeting),
        "may_see_papers": SEE_PAPERS in words,
        "to_approve": to_approve(reader, meeting) if SEE_PAPERS in words else [],
        "briefings": briefings_at(reader, meeting, frozenset(words)) if SEE_PAPERS in words else None,
    }


def _minutes_read_by(reader: Any, meeting: Meeting) -> Minutes | None:
    try:
        return reading_of(reader, meeting).minutes
    except Http404:
        return None


def _ties(meeting: Meeting, items: list[AgendaItem], words: Collection[str], reader: Any) -> dict[int, tuple[Tie, ...]]:
    """Of items that came from another or went on to one: closed ones are not told to those who may not see them."""
    told = told_of_items({item.pk: item for item in items})
    found = {item.pk: [Tie(sentence) for sentence in told[item.pk]] for item in items if told[item.pk]}
    here = AgendaItem.objects.exclude(pk__in=items_closed_to(reader)).select_related("meeting__board")
    here = here.exclude(meeting=meeting)
    known = here.filter(Q(meeting__state__in=ANNOUNCED) | Q(meeting__in=_prepared(meeting, words)))
    for other in known.filter(Q(came_from__in=items) | Q(continued_as__in=items)).distinct().order_by("meeting__date"):
        for item in items:
            if item.came_from_id == other.pk:
                words_from = f"From {named(other)}, {short_date(other.meeting.date)}"
                found.setdefault(item.pk, []).append(Tie(words_from, _at(other)))
            elif other.came_from_id == item.pk:
                day = short_date(other.meeting.date)
                found.setdefault(item.pk, []).append(Tie(f"On the agenda of {day}: {other}", _at(other)))
    return {pk: tuple(ties) for pk, ties in found.items()}


def _prepared(meeting: Meeting, words: Collection[str]) -> QuerySet[Meeting]:
    """The board's meetings not called yet, for those who prepare them."""
    return Meeting.objects.filter(board=meeting.board_id) if set(PREPARES) & set(words) else Meeting.objects.none()


def _at(item: AgendaItem) -> str:
    return item.get_absolute_url()
