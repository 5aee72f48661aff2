"""The ledger of a year: every pot a reader may see, what went in and what came out. Six statements, however many."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Allocation, Contribution, Fund, FundYear
from commissioning.rules.ledger import Given, Ledger, Pot, amount_of, put_of

GONE = (Allocation.State.WITHDRAWN, Allocation.State.REPLACED)


def ledger_of(reader: Any, *, year: int, on: dt.date, board: str = "") -> Ledger:
    """Of every board whose papers the reader may see, or of the one named."""
    boards = boards_where(reader)
    return ledger_on(boards.filter(slug=board) if board else boards, year=year, on=on)


def ledger_on(boards: QuerySet[Board], *, year: int, on: dt.date) -> Ledger:
    """Pots that were there in the year; a withdrawn contribution counts no more from its day."""
    begins, ends = dt.date(year, 4, 1), dt.date(year + 1, 3, 31)
    lasting = Q(from_date=None) | Q(from_date__lte=ends), Q(to_date=None) | Q(to_date__gte=begins)
    put_in = Contribution.objects.filter(year=year).exclude(withdrawn_date__lte=on)
    funds = Fund.objects.filter(*lasting, board__in=boards).select_related("board", "host", "agreement")
    funds = funds.prefetch_related(
        Prefetch("years", FundYear.objects.order_by("year")),
        Prefetch("contributions", put_in.select_related("partner").prefetch_related("variations"), to_attr="put_in"),
        Prefetch("allocations", _given_in(year), to_attr="given_in"),
    )
    return Ledger(year, tuple(_pot(fund, year, on) for fund in funds.order_by("name")))


def _given_in(year: int) -> QuerySet[Allocation]:
    """What is allocated for the year and neither withdrawn nor replaced; what is to replace another waits."""
    found = Allocation.objects.filter(year=year).exclude(state__in=GONE)
    found = found.exclude(replaces__isnull=False, state=Allocation.State.PROVISIONAL)
    return found.select_related("priority", "bid", "share", "responsible").order_by("pk")


def _pot(fund: Any, year: int, on: dt.date) -> Pot:
    amount, forward = amount_of(fund, fund.years.all(), year)
    puts = tuple(put_of(one, fund, on=on) for one in fund.put_in)
    return Pot(fund, amount, forward, puts, tuple(_givens(fund, fund.given_in)))


def _givens(fund: Fund, allocations: Iterable[Allocation]) -> Iterable[Given]:
    for one in allocations:
        yield Given(one, fund, one.priority, one.amount_pence, stands=one.state == Allocation.State.CONFIRMED)


def years_of(reader: Any) -> list[int]:
    """Financial years in which any fund the reader sees has money, the latest first."""
    boards = boards_where(reader)
    put_in = Contribution.objects.filter(fund__board__in=boards).values_list("year", flat=True)
    kept = FundYear.objects.filter(fund__board__in=boards).values_list("year", flat=True)
    given = Allocation.objects.filter(fund__board__in=boards, year__isnull=False).values_list("year", flat=True)
    return sorted(set(put_in.union(kept, given)), reverse=True)


def boards_with_funds(reader: Any) -> QuerySet[Board]:
    return boards_where(reader).filter(funds__isnull=False).distinct().order_by("name")
