"""A board's commissioning report of a year, cut to its reader."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.http import Http404

from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Allocation, SpendReport
from commissioning.queries.gate import gates_of
from commissioning.queries.ledger import ledger_on
from commissioning.rules.ledger import Ledger, balances, said_of
from commissioning.rules.report import Cell, Report, Section, balance_section, pots_section, summed_up, variance


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
    sections = (pots_section(ledger, missing), balance_section(balances(ledger.puts)), allocations)
    wrong = (*said_of(ledger), *_lawless(ledger, missing))
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
