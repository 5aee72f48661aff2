"""What was returned, as a map: reporters by areas in a period, areas by periods of a reporter, and one cell."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.urls import reverse

from commissioning.models import Area, Period, Reporter, Return
from commissioning.queries.schemes import Seen
from commissioning.queries.there import or_404
from commissioning.rules.returns import (
    Cell,
    State,
    is_asked,
    state_of,
    tally,
    tally_in_words,
    why_not_asked,
    with_movement,
)

Place = tuple[int, int, int]
_ORDER = {state: place for place, state in enumerate(State)}


@dataclass(frozen=True)
class Head:
    """What heads a row or a column. ``pk``: by which a column is asked for to order the rows."""

    words: str
    address: str
    pk: int = 0
    note: str = ""


@dataclass(frozen=True)
class Row:
    head: Head
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """Cells under their heads. ``corner``: what the rows are; ``beside``: who has no row, and why, in sentences."""

    corner: str
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    beside: tuple[str, ...] = ()

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def feet(self) -> list[str]:
        """How each column stands, in words: two red, one no return."""
        return [tally_in_words(row.cells[place] for row in self.rows) for place in range(len(self.columns))]

    @property
    def said(self) -> str:
        return tally_in_words(self.cells)

    @property
    def tally(self) -> list[tuple[State, int]]:
        return tally(self.cells)


def cells_of(
    seen: Seen, periods: Sequence[Period], reporters: Iterable[Reporter], areas: Iterable[Area], *, on: dt.date
) -> dict[Place, Cell]:
    """``periods`` in order, each compared with the one before it. One statement, however many cells."""
    who, what = list(reporters), list(areas)
    asked = {"period__in": periods, "reporter__in": who, "area__in": what}
    given: dict[Place, list[Return]] = defaultdict(list)
    for one in Return.objects.filter(**asked).select_related("recorded_by__person"):
        given[one.period_id, one.reporter_id, one.area_id].append(one)
    found: dict[Place, Cell] = {}
    for before, period in pairwise([None, *periods]):
        for reporter in who:
            for area in what:
                said = tuple(given[period.pk, reporter.pk, area.pk])  # type: ignore[union-attr]
                cell = _cell(seen, period, reporter, area, said, on)  # type: ignore[arg-type]
                was = found.get((before.pk, reporter.pk, area.pk)) if before else None
                found[cell.period.pk, reporter.pk, area.pk] = with_movement(cell, was)
    return found


def _cell(seen: Seen, period: Period, reporter: Reporter, area: Area, returns: tuple[Return, ...], on: dt.date) -> Cell:
    may_see = seen.may_see(period, reporter)
    state = state_of(period, reporter, area, returns, may_see=may_see, on=on)
    return Cell(period, reporter, area, state, returns if may_see else (), on=on)


def with_one_before(periods: Sequence[Period], period: Period) -> list[Period]:
    """The period after the one it is compared with, where there is one."""
    place = [one.pk for one in periods].index(period.pk)
    return list(periods[max(place - 1, 0) : place + 1])


def map_of_period(seen: Seen, periods: Sequence[Period], period: Period, cut: dict[str, Any], *, on: dt.date) -> Grid:
    """Reporters down, areas across; those not asked for anything in the period have no row and are named beside it."""
    areas = [one for one in seen.areas if not cut.get("area") or one.pk == cut["area"].pk]
    cells = cells_of(seen, with_one_before(periods, period), seen.reporters, areas, on=on)
    columns = [one for one in areas if any(_counts(cells[period.pk, who.pk, one.pk]) for who in seen.reporters)]
    rows = []
    for reporter in seen.reporters:
        here = tuple(cells[period.pk, reporter.pk, area.pk] for area in columns)
        if any(_counts(cell) for cell in here) and _is_meant(reporter, here, cut):
            rows.append(Row(_of_reporter(seen, reporter), here))
    order = cut.get("order") or ""
    heads = tuple(_of_area(seen, area) for area in columns)
    return Grid("Reporter", heads, tuple(_ordered(rows, columns, order)), _beside(seen, cells, period, areas))


def _beside(seen: Seen, cells: dict[Place, Cell], period: Period, areas: Iterable[Area]) -> tuple[str, ...]:
    what = list(areas)
    left = (who for who in seen.reporters if not any(_counts(cells[period.pk, who.pk, area.pk]) for area in what))
    return tuple(filter(None, (why_not_asked(who, period.to_date) for who in left)))


def _counts(cell: Cell) -> bool:
    return cell.state != State.NOT_ASKED


def _is_meant(reporter: Reporter, cells: Sequence[Cell], cut: dict[str, Any]) -> bool:
    words, state = (cut.get("words") or "").lower(), cut.get("state")
    return words in str(reporter).lower() and (not state or any(cell.state == state for cell in cells))


def _ordered(rows: list[Row], columns: Sequence[Area], order: str) -> list[Row]:
    """As they are listed; by name; or by how they stand on an area, red first."""
    turned, by = order.startswith("-"), order.removeprefix("-")
    if by == "name":
        return sorted(rows, key=lambda row: row.head.words.lower(), reverse=turned)
    place = next((n for n, area in enumerate(columns) if str(area.pk) == by), None)
    if place is None:
        return rows
    return sorted(rows, key=lambda row: _ORDER[row.cells[place].state], reverse=turned)


def map_of_reporter(seen: Seen, periods: Sequence[Period], reporter: Reporter, *, on: dt.date) -> Grid:
    """One reporter over all periods, the latest first."""
    cells = cells_of(seen, periods, [reporter], seen.areas, on=on)
    rows = [
        Row(_of_period(period, _return_at(seen, period, reporter)), _across(cells, period, [reporter], seen.areas))
        for period in reversed(periods)
    ]
    return Grid("Period", tuple(_of_area(seen, area) for area in seen.areas), tuple(_asked_for(rows)))


def map_of_area(seen: Seen, periods: Sequence[Period], area: Area, *, on: dt.date) -> Grid:
    """One area over all periods, the latest first, reporters across."""
    cells = cells_of(seen, periods, seen.reporters, [area], on=on)
    rows = [
        Row(_of_period(period, _map_at(seen, period)), _across(cells, period, seen.reporters, [area]))
        for period in reversed(periods)
    ]
    return Grid("Period", tuple(_of_reporter(seen, one) for one in seen.reporters), tuple(_asked_for(rows)))


def _across(
    cells: dict[Place, Cell], period: Period, reporters: Iterable[Reporter], areas: Sequence[Area]
) -> tuple[Cell, ...]:
    return tuple(cells[period.pk, reporter.pk, area.pk] for reporter in reporters for area in areas)


def _asked_for(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if any(_counts(cell) for cell in row.cells)]


def _of_reporter(seen: Seen, reporter: Reporter) -> Head:
    return Head(str(reporter), reverse("commissioning:reporter", args=[seen.scheme.pk, reporter.pk]), reporter.pk)


def _of_area(seen: Seen, area: Area) -> Head:
    return Head(area.title, reverse("commissioning:area", args=[seen.scheme.pk, area.pk]), area.pk)


def _of_period(period: Period, address: str) -> Head:
    return Head(period.title, address, period.pk)


def _map_at(seen: Seen, period: Period) -> str:
    return f"{seen.scheme.get_absolute_url()}?period={period.pk}"


def _return_at(seen: Seen, period: Period, reporter: Reporter) -> str:
    if not seen.may_see(period, reporter):
        return ""
    return reverse("commissioning:return", args=[seen.scheme.pk, period.pk, reporter.pk])


def cells_of_return(
    seen: Seen, periods: Sequence[Period], period: Period, reporter: Reporter, *, on: dt.date
) -> list[Cell]:
    """Every area of one return, as far as it was asked for; 404 where the reader may not see it yet."""
    or_404(period if seen.may_see(period, reporter) else None)
    cells = cells_of(seen, with_one_before(periods, period), [reporter], seen.areas, on=on)
    return [cell for area in seen.areas if _counts(cell := cells[period.pk, reporter.pk, area.pk])]


def area_over_periods(
    seen: Seen, periods: Sequence[Period], reporter: Reporter, area: Area, *, on: dt.date
) -> list[Cell]:
    """How one area of one reporter went, the latest first."""
    cells = cells_of(seen, periods, [reporter], [area], on=on)
    course = [cells[period.pk, reporter.pk, area.pk] for period in reversed(periods)]
    return [cell for cell in course if _counts(cell)]


def asked_of(seen: Seen, period: Period, reporter: Reporter) -> list[Area]:
    return [area for area in seen.areas if is_asked(period, reporter, area)]
