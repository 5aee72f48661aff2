"""What a board keeps an eye on beside its own plan, with the agenda items that dealt with it (requirement 0.13)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from actions.queries.links import item_in_words
from boards.models import Board
from boards.permissions import check_may_see_papers
from boards.queries.access import boards_where
from boards.queries.boards import board_for
from commissioning.models import Fund, Instrument
from commissioning.queries.there import or_404
from meetings.models import AgendaItem
from meetings.queries.entitled import items_closed_to
from meetings.queries.meeting import meetings_known_to


@dataclass(frozen=True)
class ItemRead:
    """An agenda item in words, with its address."""

    pk: int
    words: str
    address: str


@dataclass(frozen=True)
class InstrumentRead:
    """``fund`` only where the reader sees the papers of its board; ``items`` latest first, none that is closed."""

    instrument: Instrument
    fund: Fund | None
    items: tuple[ItemRead, ...]
    is_over: bool


def board_of_commissioning(reader: Any, slug: str) -> Board:
    """For those who see the board’s papers; 404 for others."""
    found = board_for(reader, slug)
    check_may_see_papers(reader, found)
    return or_404(boards_where(reader).filter(pk=found.pk).first())


def instruments_of(board: Board, reader: Any, *, on: dt.date) -> list[InstrumentRead]:
    """Those in force first. Three statements, however many."""
    found = list(board.instruments.select_related("fund__board"))
    read = set(boards_where(reader).values_list("pk", flat=True))
    items = _items_of(found, reader)
    lines = [
        InstrumentRead(
            instrument=one,
            fund=one.fund if one.fund and one.fund.board_id in read else None,
            items=tuple(items[one.pk]),
            is_over=one.to_date is not None and one.to_date < on,
        )
        for one in found
    ]
    return sorted(lines, key=lambda line: (line.is_over, line.instrument.title.casefold()))


def _items_of(instruments: Collection[Instrument], reader: Any) -> dict[int, list[ItemRead]]:
    found: dict[int, list[ItemRead]] = defaultdict(list)
    items = items_seen(reader).filter(instruments__in=instruments).prefetch_related("instruments")
    keys = {one.pk for one in instruments}
    for item in items.distinct().order_by("-meeting__date", "position"):
        for one in item.instruments.all():
            if one.pk in keys:
                found[one.pk].append(ItemRead(item.pk, item_in_words(item), item.get_absolute_url()))
    return found


def items_seen(reader: Any) -> QuerySet[AgendaItem]:
    """Items of meetings that the reader may know of, none that is closed to them."""
    found = AgendaItem.objects.filter(meeting__in=meetings_known_to(reader)).exclude(pk__in=items_closed_to(reader))
    return found.select_related("meeting__board")


def instrument_for(board: Board, pk: int) -> Instrument:
    return or_404(board.instruments.filter(pk=pk).first())


def funds_to_link(reader: Any) -> QuerySet[Fund]:
    return Fund.objects.filter(board__in=boards_where(reader)).select_related("board").order_by("name")


def instruments_told(items: Sequence[AgendaItem], reader: Any) -> dict[int, list[Instrument]]:
    """By item, what it helps to keep an eye on, of boards whose papers the reader sees. One statement."""
    found: dict[int, list[Instrument]] = defaultdict(list)
    links = Instrument.items.through.objects.filter(
        agendaitem__in=items, instrument__board__in=boards_where(reader)
    ).select_related("instrument__board")
    for link in links:
        found[link.agendaitem_id].append(link.instrument)
    return found
