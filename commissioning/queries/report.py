"""A board's commissioning report of a year, cut to its reader."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import Http404

from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Allocation, Scheme, SpendReport
from commissioning.queries.fund_silence import reports_noticed
from commissioning.queries.gate import gates_of
from commissioning.queries.indicators import Line, indicator_lines
from commissioning.queries.ledger import ledger_on
from commissioning.queries.priority import PriorityLine, priority_lines
from commissioning.queries.returns import map_of_period
from commissioning.queries.schemes import periods_of, scheme_for, usual_period
from commissioning.queries.silent import returns_noticed
from commissioning.rules.ledger import Ledger, balances, said_of
from commissioning.rules.report import (
    Cell,
    Report,
    Section,
    areas_section,
    balance_section,
    indicators_section,
    pots_section,
    priorities_section,
    summed_up,
    variance,
)
from trust.tools.words import within


def board_reported(reader: Any, slug: str) -> Board:
    """404 unless the reader reads its papers."""
    found = boards_where(reader).filter(slug=slug).first()
    if found is None:
        raise Http404("No report is at this address.")
    return found


def report_of(board: Board, reader: Any, *, year: int, on: dt.date) -> tuple[Ledger, Report]:
    """With its ledger, for the drawing. A constant number of statements."""
    ledger = ledger_on(Board.objects.filter(pk=board.pk), reader, year=year, on=on)
    gates = gates_of([pot.fund for pot in ledger.pots], on=on)
    missing = {pk: gate.missing for pk, gate in gates.items()}
    allocations = _allocations(ledger)
    priorities = priority_lines(reader, {"board": board}, order="", on=on)
    sections = (
        pots_section(ledger, missing),
        balance_section(balances(ledger.puts)),
        allocations,
        priorities_section(_priority(line) for line in priorities),
        *how_it_goes(board, reader, on=on),
        indicators_section(_indicator(line) for line in indicator_lines(reader, {"board": board})),
    )
    wrong = (*said_of(ledger), *_lawless(ledger, missing), *_late(priorities), *_silent([board], on))
    return ledger, Report((summed_up(ledger),), wrong, sections)


def _lawless(ledger: Ledger, missing: dict[int, list[str]]) -> Iterator[str]:
    for pot in ledger.pots:
        for sentence in missing.get(pot.fund.pk, []):
            yield f"{pot.fund.name}: {sentence}"


def _allocations(ledger: Ledger) -> Section:
    given = list(ledger.givens)
    told = {}
    rows = SpendReport.objects.filter(allocation__in=[one.allocation for one in given]).order_by("as_of", "pk")
    for report in rows:
        told[report.allocation_id] = report
    return Section(
        "Allocations",
        ("For", "Pot", "Priority", "Amount", "How it stands", "Spent", "Against the allocation"),
        tuple(_row(one.allocation, one, told.get(one.allocation.pk)) for one in given),
        "Nothing is allocated in this year.",
        (),
        frozenset({3, 5}),
    )


def _row(allocation: Allocation, one: Any, report: SpendReport | None) -> tuple[Cell, ...]:
    spent, forecast = (report.spent_pence, report.forecast_pence) if report else (None, None)
    marked = ", over what there is" if one.is_over else ""
    return (
        allocation.purpose,
        one.fund.name,
        one.priority.title if one.priority else "",
        one.pence,
        f"{one.state}{marked}",
        "" if spent is None else spent,
        variance(one, spent, forecast),
    )


def _late(lines: Iterable[PriorityLine]) -> Iterator[str]:
    for line in lines:
        if line.is_late:
            yield f"{line.priority.title}: {within(line.in_words)}"
        if line.is_overdue:
            yield f"{line.priority.title}: {within(line.comes_back)}"


def _silent(boards: list[Board], on: dt.date) -> Iterator[str]:
    """Reports of pots and returns of reporters that are due and have not come."""
    return (finding.sentence for finding in (*reports_noticed(boards, on), *returns_noticed(boards, on)))


def _priority(line: PriorityLine) -> tuple[str, str, str, str]:
    return line.priority.title, line.led_by, line.in_words, line.comes_back


def _indicator(line: Line) -> tuple[str, str, str, str, str]:
    now = line.now
    if now is None:
        return line.indicator.title, "No figure yet", "", "", ""
    return line.indicator.title, now.said, now.aimed, now.word, f"{now.sign} {now.moved}".strip()


def how_it_goes(board: Board, reader: Any, *, on: dt.date) -> Iterator[Section]:
    """For each of the board's schemes, its latest period: what was shared with the reader and what was not."""
    for scheme in Scheme.objects.held_on(on).filter(board=board).order_by("title"):
        seen = scheme_for(reader, scheme.pk)
        periods = periods_of(seen.scheme)
        if period := usual_period(periods, on=on):
            grid = map_of_period(seen, periods, period, {}, on=on)
            rows = zip((head.words for head in grid.columns), grid.feet, strict=True)
            yield areas_section(f"{scheme.title}, {period.title}", rows)
