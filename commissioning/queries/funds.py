"""The list of funds as it is cut, and everything about one of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from boards.models import Agreement, Board
from boards.queries.access import boards_where
from commissioning.models import AgreementContent, Fund, FundReport, FundYear
from commissioning.permissions import check_may_set_up
from commissioning.queries.allocated import allocated_by, columns_by_fund
from commissioning.queries.allocation import with_standing
from commissioning.queries.contributions import YearRead, years_of
from commissioning.queries.fund import funds_seen_by
from commissioning.queries.gate import gate_of, gates_of, place_of
from commissioning.queries.round import AllocationRead
from commissioning.queries.sight import allocations_seen_by
from commissioning.queries.standing import held
from commissioning.queries.there import or_404
from commissioning.rules.allocating import counted
from commissioning.rules.contribution import Columns, columns_of
from commissioning.rules.fund import period_of, silence, years_against_fund
from commissioning.rules.gate import Gate
from commissioning.rules.sums import Sums
from trust.tools.refusal import why_not

IN_KIND = Fund.Kind.IN_KIND


@dataclass(frozen=True)
class FundRead:
    """A fund, how its money adds up as of the day, and whether anything may be allocated from it."""

    fund: Fund
    sums: Sums
    columns: Columns
    gate: Gate


def reads_of(funds: QuerySet[Fund], reader: Any, *, on: dt.date) -> list[FundRead]:
    """Two dozen statements, however many funds and years. What is allocated counts each sum once: what stands, of an
    allocation and what is to replace it; and of that only what the reader may know of."""
    found = list(funds)
    columns, gates = columns_by_fund(found, on=on), gates_of(found, on=on)
    given = allocated_by(F("fund"), allocations_seen_by(reader).filter(fund__in=found), on=on)
    return [FundRead(one, _sums(one, columns[one.pk], given[one.pk]), columns[one.pk], gates[one.pk]) for one in found]


def _sums(fund: Fund, columns: Columns, allocated: int) -> Sums:
    """Of money only cash counts; of a fund in kind, what everything is valued at."""
    put_in = columns.whole if fund.kind == IN_KIND else columns.cash
    return Sums(fund.amount_pence, put_in, allocated)


ORDERS = {
    "name": lambda read: read.fund.name.casefold(),
    "board": lambda read: read.fund.board.name.casefold(),
    "kind": lambda read: read.fund.kind,
    "amount": lambda read: (read.sums.amount is not None, read.sums.amount or 0),
    "allocated": lambda read: read.sums.allocated,
    "left": lambda read: (read.sums.left is not None, read.sums.left or 0),
    "gate": lambda read: len(read.gate.missing),
}


def funds_listed(reader: Any, cut: Mapping[str, Any], *, on: dt.date) -> list[FundRead]:
    found = funds_seen_by(reader)
    for name in ("board", "host", "kind"):
        if cut.get(name):
            found = found.filter(**{name: cut[name]})
    if cut.get("words"):
        found = found.filter(name__icontains=cut["words"])
    reads = [read for read in reads_of(found, reader, on=on) if _is_asked(read, cut.get("gate", ""))]
    order = cut.get("order") or "name"
    by = ORDERS.get(order.lstrip("-"), ORDERS["name"])
    return sorted(reads, key=by, reverse=order.startswith("-"))


def _is_asked(read: FundRead, gate: str) -> bool:
    if gate == "shut":
        return not read.gate.is_open
    if gate == "open":
        return read.gate.is_open
    return bool(read.sums.differences) if gate == "differs" else True


def boards_with_funds(reader: Any) -> QuerySet[Board]:
    return boards_where(reader).filter(funds__isnull=False).distinct().order_by("name")


@dataclass(frozen=True)
class ReportRead:
    """A report that is due, with how long it has been silent."""

    report: FundReport
    period: str
    silence: str


@dataclass(frozen=True)
class FundPage:
    """Everything about one fund that its page tells."""

    fund: Fund
    read: FundRead
    years: list[YearRead]
    reports: list[ReportRead]
    siblings: list[Fund]
    allocations: list[AllocationRead]
    locked_because: str

    @property
    def differences(self) -> list[str]:
        of_years = [year.does_not_add_up for year in self.years]
        held = [year.held for year in self.years if year.held]
        all_told = [*self.read.sums.differences, years_against_fund(self.fund, held), *of_years]
        return [said for said in all_told if said]

    @property
    def silent(self) -> list[ReportRead]:
        return [one for one in self.reports if one.silence]


def page_of(fund: Fund, reader: Any, *, on: dt.date) -> FundPage:
    """``fund`` as its door read it."""
    years = years_of(fund, on=on)
    columns = columns_of(line for year in years for row in year.rows for line in row.lines)
    given = with_standing(allocations_seen_by(reader).filter(fund=fund).order_by("year", "pk"), reader, on=on)
    own = counted(held((one.allocation for one in given), {one.allocation.pk: one.standing for one in given}))
    sums = _sums(fund, columns, sum(one.pence for one in own))
    read = FundRead(fund, sums, columns, gate_of(fund, on=on))
    reports = [
        ReportRead(one, period_of(one), silence(one, on=on)) for one in fund.reports.order_by("-due_date", "kind")
    ]
    locked = why_not(check_may_set_up, reader, fund.board)
    return FundPage(fund, read, years, reports, _siblings(fund, reader), given, locked)


def _siblings(fund: Fund, reader: Any) -> list[Fund]:
    """Other pools of the same agreement that the reader may see."""
    if not fund.agreement_id:
        return []
    return list(pools_of(fund.agreement, reader).exclude(pk=fund.pk))


def pools_of(agreement: Agreement | None, reader: Any) -> QuerySet[Fund]:
    """The funds that rest on an agreement, as far as the reader reads their boards’ papers."""
    found = Fund.objects.filter(agreement=agreement, board__in=boards_where(reader))
    return found.select_related("host", "board").order_by("name")


@dataclass(frozen=True)
class ContentLine:
    """One of the seven, and where the agreement says it; nothing where nobody has put that down."""

    content: AgreementContent.Content
    kept: AgreementContent | None

    @property
    def place(self) -> str:
        return place_of(self.kept) if self.kept else ""


def contents_listed(fund: Fund) -> list[ContentLine]:
    if not fund.agreement_id:
        return []
    kept = AgreementContent.objects.filter(agreement=fund.agreement_id).select_related("clause")
    found = {one.content: one for one in kept}
    return [ContentLine(one, found.get(one)) for one in AgreementContent.Content]


def year_for(fund: Fund, year: int) -> FundYear:
    return or_404(fund.years.filter(year=year).first())


def report_for(fund: Fund, pk: int) -> FundReport:
    return or_404(fund.reports.filter(pk=pk).first())
