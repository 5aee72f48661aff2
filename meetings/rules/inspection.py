"""How long published minutes stay open to inspection (DOMAIN rule 14, LGA 1972 s 100C(1)): the terms say the years."""

import datetime as dt

from trust.tools.words import short_date


def last_day(held: dt.date, years: int) -> dt.date:
    """The last day of so many years that begin with the day of the meeting."""
    leap = held.month == 2 and held.day == 29 and not _is_leap(held.year + years)
    again = dt.date(held.year + years, 3, 1) if leap else held.replace(year=held.year + years)
    return again - dt.timedelta(days=1)


def inspection_words(held: dt.date, years: int | None) -> str:
    """Open to inspection until 13 October 2031; "" where the terms ask for none."""
    return f"Open to inspection until {short_date(last_day(held, years))}" if years else ""


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
