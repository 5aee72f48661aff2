"""The financial year: from 1 April to 31 March, kept as the year it begins in."""

import datetime as dt

APRIL = 4


def year_of(day: dt.date) -> int:
    """The financial year a day falls in, by the year it begins in."""
    return day.year if day.month >= APRIL else day.year - 1


def financial_year(year: int) -> str:
    """As people write it: 2026/27."""
    return f"{year}/{(year + 1) % 100:02d}"


def first_day(year: int) -> dt.date:
    return dt.date(year, APRIL, 1)


def last_day(year: int) -> dt.date:
    return dt.date(year + 1, 3, 31)


def quarters(year: int) -> list[tuple[dt.date, dt.date]]:
    """First and last day of each quarter, in order."""
    starts = [dt.date(year, 4, 1), dt.date(year, 7, 1), dt.date(year, 10, 1), dt.date(year + 1, 1, 1)]
    ends = [*(start - dt.timedelta(days=1) for start in starts[1:]), last_day(year)]
    return list(zip(starts, ends, strict=True))
