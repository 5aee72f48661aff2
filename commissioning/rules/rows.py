"""Money as rows of a sheet: pounds as numbers, so that a sheet can add them up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from commissioning.rules.flow import Flow
from commissioning.rules.ledger import Balance
from commissioning.rules.report import Section
from commissioning.rules.statement import Statement
from trust.tools.sheets import Pounds

FLOWS = ("From", "To", "Pounds", "How sure")
BALANCE = (
    "Partner",
    "Cash",
    "In kind, valued at",
    "Staff, valued at",
    "Full-time equivalents",
    "Whole",
    "Per cent",
    "Not yet confirmed",
)


def pounds(pence: int | None) -> Pounds | None:
    return None if pence is None else Pounds(Decimal(pence) / 100)


def flow_rows(flows: Iterable[Flow]) -> Iterator[tuple[object, ...]]:
    for flow in flows:
        yield flow.start.name, flow.end.name, pounds(flow.pence), flow.how_sure


def balance_rows(lines: Iterable[Balance]) -> Iterator[tuple[object, ...]]:
    for line in lines:
        amounts = (pounds(line.cash), pounds(line.in_kind), pounds(line.staff))
        yield (line.partner.name, *amounts, line.full_time_equivalent, pounds(line.total), line.share, line.unconfirmed)


STATEMENT = ("What", "Fund", "For", "Pounds", "Full-time equivalents", "Answer", "Spent, pounds", "As of")


def statement_rows(told: Statement) -> Iterator[tuple[object, ...]]:
    """What it put in, then its money in each allocation."""
    for put in told.puts:
        yield "Put in", put.fund.name, put.kind_said, pounds(put.pence), put.full_time_equivalent, "", None, None
    for share in (*told.shares, *told.undated):
        spent, day = (pounds(share.report.spent_pence), share.report.as_of) if share.report else (None, None)
        fund, purpose = share.allocation.fund.name, share.allocation.purpose
        what = "Allocated" if share.allocation.year else "Allocated, year not stated"
        yield what, fund, purpose, pounds(share.pence), None, share.answer, spent, day


def section_rows(section: Section) -> Iterator[list[object]]:
    """Amounts as pounds that a sheet can add up."""
    for row in section.rows:
        yield [pounds(cell) if isinstance(cell, int) else cell for cell in row]
