"""An agenda as one reader may see it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from boards.models import Board
from boards.permissions import SEE_EXEMPT, SEE_PAPERS
from meetings.models import AgendaItem, Meeting, Minutes, Paper, StandingItem
from meetings.queries.meeting import neighbours_of, reason_called_off
from meetings.queries.minutes import reading_of
from meetings.rules.agenda import branches, check_agenda_open
from trust.tools.refusal import why_not


@dataclass(frozen=True)
class AgendaLine:
    """One heading or item, with the papers this reader may see and where it can go."""

    item: AgendaItem | StandingItem
    papers: tuple[Paper, ...] = ()
    goes_up: bool = False
    goes_down: bool = False


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


def agenda_of(meeting: Meeting, words: Collection[str]) -> Agenda:
    """The agenda cut to a reader who holds ``words`` at the meeting. Two statements; one without sight of papers."""
    items = [item for item in meeting.items.all() if SEE_EXEMPT in words or not item.is_exempt]
    shown = {item.pk for item in items}
    return _laid_out([item for item in items if item.section_id in shown | {None}], _papers(items, words))


def standing_agenda(board: Board) -> Agenda:
    """What stands on every agenda of a board, laid out as an agenda. One statement."""
    return _laid_out(list(board.standing_items.all()), {})


def _laid_out(items: list[Any], papers: Mapping[int, tuple[Paper, ...]]) -> Agenda:
    found = branches(items)
    headings = [at for at, part in enumerate(found) if part.top.is_section]
    parts = []
    for at, part in enumerate(found):
        lines = []
        for place, item in enumerate(part.items):
            up = place > 0 or at > headings[0]
            down = place < len(part.items) - 1 or at < headings[-1]
            lines.append(AgendaLine(item, papers.get(item.pk, ()), up, down))
        top = AgendaLine(part.top, papers.get(part.top.pk, ()), at > 0, at < len(found) - 1)
        parts.append(AgendaPart(top, tuple(lines)))
    return Agenda(tuple(parts))


def page_of_meeting(meeting: Meeting, words: Collection[str], reader: Any) -> dict[str, Any]:
    """What the meeting's page shows this reader. A constant number of statements."""
    minutes = _minutes_read_by(reader, meeting)
    return {
        "meeting": meeting,
        "words": words,
        "agenda": agenda_of(meeting, words),
        "neighbours": neighbours_of(meeting, reader),
        "minutes": minutes,
        "agenda_locked": why_not(check_agenda_open, meeting, minutes),
        "called_off_because": reason_called_off(meeting),
        "may_see_papers": SEE_PAPERS in words,
    }


def _minutes_read_by(reader: Any, meeting: Meeting) -> Minutes | None:
    try:
        return reading_of(reader, meeting).minutes
    except Http404:
        return None


def _papers(items: list[AgendaItem], words: Collection[str]) -> dict[int, tuple[Paper, ...]]:
    found: dict[int, list[Paper]] = defaultdict(list)
    if SEE_PAPERS in words:
        for paper in Paper.objects.filter(item__in=items):
            if SEE_EXEMPT in words or not paper.exempt_paragraphs:
                found[paper.item_id].append(paper)
    return {key: tuple(papers) for key, papers in found.items()}
