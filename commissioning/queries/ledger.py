"""The ledger of a year: every pot a reader may see, what went in and what came out, with how it stands.

As many statements for a hundred pots as for one. What the reader is kept out of is not there, nor in sums.
"""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Allocation, Contribution, Fund, FundYear
from commissioning.queries.sight import allocations_seen_by
from commissioning.queries.states import STANDS, rows_of, states_told
from commissioning.rules.allocating import counted
from commissioning.rules.contribution import counted as counted_on
from commissioning.rules.ledger import Given, Ledger, Pot, amount_of, put_of
from commissioning.rules.years import first_day, last_day


def ledger_of(reader: Any, *, year: int, on: dt.date, board: str = "") -> Ledger:
    """Of every board whose papers the reader may see, or of the one named."""
    boards = boards_where(reader)
    return ledger_on(boards.filter(slug=board) if board else boards, reader, year=year, on=on)


def ledger_on(boards: QuerySet[Board], reader: Any, *, year: int, on: dt.date) -> Ledger:
    """Pots that were there in the year; a withdrawn contribution counts no more from its day."""
    begins, ends = first_day(year), last_day(year)
    lasting = Q(from_date=None) | Q(from_date__lte=ends), Q(to_date=None) | Q(to_date__gte=begins)
    put_in = contributions_put_in(year, on)
    found = Fund.objects.filter(*lasting, board__in=boards).select_related("board", "host", "agreement")
    found = found.prefetch_related(
        Prefetch("years", FundYear.objects.order_by("year")),
        Prefetch("contributions", put_in, to_attr="put_in"),
    )
    funds: list[Any] = list(found.order_by("name"))
    givens, undated = _givens(funds, reader, year, on)
    return Ledger(year, tuple(_pot(fund, givens[fund.pk], year, on) for fund in funds), undated)


def contributions_put_in(year: int, on: dt.date) -> QuerySet[Contribution]:
    """Those of a year that are not withdrawn by the day, with their variations."""
    found = Contribution.objects.filter(year=year).exclude(withdrawn_date__lte=on)
    return found.select_related("partner", "fund__board").prefetch_related("variations").order_by("fund__name", "kind")


def _givens(funds: list[Any], reader: Any, year: int, on: dt.date) -> tuple[dict[int, list[Given]], tuple[Given, ...]]:
    """By fund, each sum once: of an allocation and what replaces it, the one that stands. Then those of no stated
    year."""
    keys = [fund.pk for fund in funds]
    asked = allocations_seen_by(reader).filter(Q(year=year) | Q(year=None), fund__in=keys).order_by("pk")
    rows = rows_of(asked)
    states = states_told(rows, asked, on=on)
    counts = {one.pk for one in counted(row.held(states[row.pk]) for row in rows)}
    found: dict[int, list[Given]] = defaultdict(list)
    given = [_given(one, states[one.pk]) for one in asked if one.pk in counts]
    for each in given:
        if each.allocation.year is not None:
            found[each.fund.pk].append(each)
    return found, tuple(each for each in given if each.allocation.year is None)


def _given(one: Allocation, state: str) -> Given:
    return Given(one, one.fund, one.priority, one.pence, state == STANDS, state)


def _pot(fund: Any, givens: list[Given], year: int, on: dt.date) -> Pot:
    amount, forward = amount_of(fund, fund.years.all(), year)
    puts = tuple(put_of(counted_on(one, one.variations.all(), on=on), fund) for one in fund.put_in)
    return Pot(fund, amount, forward, puts, tuple(givens))


def years_of(reader: Any) -> list[int]:
    """Financial years in which any fund the reader sees has money, the latest first."""
    boards = boards_where(reader)
    put_in = Contribution.objects.filter(fund__board__in=boards).values_list("year", flat=True)
    kept = FundYear.objects.filter(fund__board__in=boards).values_list("year", flat=True)
    given = allocations_seen_by(reader).filter(fund__board__in=boards, year__isnull=False).order_by()
    return sorted(set(put_in.union(kept, given.values_list("year", flat=True))), reverse=True)
