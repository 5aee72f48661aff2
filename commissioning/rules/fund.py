"""When a fund, its years and its reports can be set down."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from commissioning.models import Fund, FundReport, FundYear
from commissioning.rules.years import financial_year, first_day, last_day
from trust.tools.refusal import Refused
from trust.tools.words import counted, money, short_date

SUMS_OF_YEAR = ("amount_pence", "brought_forward_pence")


def check_name_free(names: Iterable[str], name: str) -> None:
    if name.casefold() in (one.casefold() for one in names):
        raise Refused(f"There is a fund called “{name}” already. Give this one another name.")


def check_grant_named(kind: str, source: str) -> None:
    if kind == Fund.Kind.GRANT and not source:
        raise Refused("Name the grant that the money comes from.")


def check_says_why(was: FundYear | None, told: Mapping[str, Any], because: str) -> None:
    """What a year is said to hold is not put in the place of something else without a word."""
    if was is None or because or all(getattr(was, name) == told[name] for name in SUMS_OF_YEAR):
        return
    held = "an amount not yet confirmed" if was.amount_pence is None else money(was.amount_pence)
    brought = f" and {money(was.brought_forward_pence)} brought forward" if was.brought_forward_pence else ""
    raise Refused(
        f"{financial_year(was.year)} has {held}{brought} already. Say why that changes, or leave it as it is."
    )


def check_can_close(year: FundYear, date: dt.date, *, on: dt.date) -> None:
    if year.closed_date:
        raise Refused(f"{financial_year(year.year)} was closed on {short_date(year.closed_date)} already.")
    if date > on:
        raise Refused("The day of closing has not come yet.")
    if date <= last_day(year.year - 1):
        raise Refused(f"{financial_year(year.year)} had not begun on that day.")


def check_is_closed(year: FundYear) -> None:
    if not year.closed_date:
        raise Refused(f"{financial_year(year.year)} is not closed.")


def outside_days(fund: Fund, year: int) -> str:
    """That a year is over before the fund begins, or begins after it ends; "" where it is not."""
    if fund.to_date and first_day(year) > fund.to_date:
        return f"“{fund}” ends on {short_date(fund.to_date)}: {financial_year(year)} begins after it."
    if fund.from_date and last_day(year) < fund.from_date:
        return f"“{fund}” begins on {short_date(fund.from_date)}: {financial_year(year)} ends before it."
    return ""


def years_against_fund(fund: Fund, years: Iterable[FundYear]) -> str:
    """Whether the years come to what the fund is said to hold; "" while one of them is not confirmed."""
    amounts = [one.amount_pence for one in years]
    if fund.amount_pence is None or not amounts or None in amounts:
        return ""
    total = sum(amount or 0 for amount in amounts)
    if total == fund.amount_pence:
        return ""
    relation = "more" if total > fund.amount_pence else "less"
    apart = money(abs(total - fund.amount_pence))
    return f"The years come to {money(total)}, {apart} {relation} than the fund."


def silence(report: FundReport, *, on: dt.date) -> str:
    """How long a report is overdue; "" where it has come, or is not due yet."""
    if report.received_date or report.due_date >= on:
        return ""
    return f"{counted((on - report.due_date).days, 'day').capitalize()} late"


def overdue(report: FundReport, *, on: dt.date) -> str:
    """The quarterly report of Early help pool, 1 April to 30 June 2026, was due on 28 July 2026, 12 days ago."""
    what = f"The {report.get_kind_display().lower()} of {report.fund}, {period_of(report)}"
    manager = report.fund.pool_manager or (report.fund.host.name if report.fund.host else "")
    ask = f" Ask {manager}." if manager else ""
    ago = counted((on - report.due_date).days, "day")
    return f"{what}, was due on {short_date(report.due_date)}, {ago} ago, and has not come.{ask}"


def period_of(report: FundReport) -> str:
    return f"{short_date(report.from_date)} to {short_date(report.to_date)}"


def check_received(received: dt.date, from_date: dt.date, *, on: dt.date) -> None:
    if received > on:
        raise Refused("The day it came has not come yet.")
    if received < from_date:
        raise Refused(f"It is about the time from {short_date(from_date)}. It cannot have come before.")


def check_can_take_out(report: FundReport) -> None:
    if report.received_date:
        raise Refused("It has come: what was received is kept.")
