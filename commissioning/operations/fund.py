"""Setting up a fund and its years, and closing a year with a word."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Board
from commissioning.models import Fund, FundYear
from commissioning.permissions import check_may_set_up
from commissioning.rules import fund as rules
from commissioning.rules.contribution import check_year_open
from trust.tools.keeping import keep


def held(fund: Fund, by: Any) -> Fund:
    """The fund, locked, for who sets it up: its row is the one lock of all its sums."""
    locked = Fund.objects.select_for_update(of=["self"]).select_related("board", "agreement").get(pk=fund.pk)
    check_may_set_up(by, locked.board)
    return locked


def year_held(fund: Fund, year: int) -> FundYear | None:
    return fund.years.filter(year=year).first()


@transaction.atomic
def set_up_fund(*, fund: Fund | None, told: dict[str, Any], by: Any, because: str = "") -> Fund:
    """A new fund, or one changed: what it was stays in its history. ``told`` are its fields."""
    board: Board = told["board"]
    check_may_set_up(by, board)
    kept = held(fund, by) if fund else Fund()
    if told["name"] != kept.name:
        rules.check_name_free(Fund.objects.exclude(pk=kept.pk).values_list("name", flat=True), told["name"])
    rules.check_grant_named(told["kind"], told["source"])
    for name, value in told.items():
        setattr(kept, name, value)
    return keep(kept, by=by, because=because)


@transaction.atomic
def set_year(*, fund: Fund, year: int, told: dict[str, Any], by: Any, because: str = "") -> FundYear:
    """What there is in one year, or that it is not confirmed yet. Refused where the year is closed."""
    fund = held(fund, by)
    kept = year_held(fund, year)
    check_year_open(kept)
    rules.check_says_why(kept, told, because)
    kept = kept or FundYear(fund=fund, year=year)
    for name, value in told.items():
        setattr(kept, name, value)
    return keep(kept, by=by, because=because)


@transaction.atomic
def close_year(*, fund: Fund, year: int, date: dt.date, words: str, by: Any, on: dt.date) -> FundYear:
    fund = held(fund, by)
    kept = fund.years.get(year=year)
    rules.check_can_close(kept, date, on=on)
    kept.closed_date, kept.closed_words = date, words
    return keep(kept, by=by, because=words)


@transaction.atomic
def open_year(*, fund: Fund, year: int, why: str, by: Any) -> FundYear:
    """It is open again. That it was closed, and how, stays in its history."""
    fund = held(fund, by)
    kept = fund.years.get(year=year)
    rules.check_is_closed(kept)
    kept.closed_date, kept.closed_words = None, ""
    return keep(kept, by=by, because=why)
