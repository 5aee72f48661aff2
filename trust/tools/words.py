"""Dates, times, money and numbers in the words a minute is written in. Instants are told in London's time."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_london(moment: datetime) -> datetime:
    """A moment without a zone is taken to be London's already."""
    return moment.astimezone(LONDON) if moment.tzinfo else moment


def the_day(day: date) -> date:
    return in_london(day).date() if isinstance(day, datetime) else day


def long_date(day: date) -> str:
    """Tuesday 25 January 2011"""
    return f"{the_day(day):%A} {short_date(day)}"


def short_date(day: date) -> str:
    """25 January 2011"""
    day = the_day(day)
    return f"{day.day} {day:%B} {day.year}"


def day_and_month(day: date) -> str:
    """25 January, where the year is plain from the page."""
    day = the_day(day)
    return f"{day.day} {day:%B}"


def time_of_day(moment: time | datetime) -> str:
    """2pm, 2.30pm, midday, midnight"""
    clock = in_london(moment).time() if isinstance(moment, datetime) else moment
    if clock.minute == 0 and clock.hour in (0, 12):
        return "midday" if clock.hour else "midnight"
    minutes = f".{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes}{'am' if clock.hour < 12 else 'pm'}"


def hours(start: time | datetime | None, end: time | datetime | None = None) -> str:
    """2pm to 4pm; only the start where no end is known; "" where neither is."""
    return " to ".join(time_of_day(moment) for moment in (start, end) if moment is not None)


def instant(moment: datetime) -> str:
    """14 October 2025, 2.37pm"""
    return f"{short_date(moment)}, {time_of_day(moment)}"


def within(words: str) -> str:
    """Words within a sentence; a name keeps its capital, its article does not: the Cabinet."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first in ("The", "It", "There", "This", "No", "Not") else words


def clock(moment: time | datetime) -> str:
    """14:03, as the save state is told"""
    return f"{in_london(moment) if isinstance(moment, datetime) else moment:%H:%M}"


def money(pence: int) -> str:
    """£162,000, or £1,234.56 where there are pence. Less than nothing has a minus sign before the pound."""
    pounds, rest = divmod(abs(pence), 100)
    return f"{'−' if pence < 0 else ''}£{pounds:,}{f'.{rest:02}' if rest else ''}"


def number(count: int) -> str:
    """In words below ten, in figures from there: three, 14, 1,200."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """Three actions, one action, no actions: ``many`` is given where adding an s does not make it."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listing(things: Iterable[object], last: str = "and") -> str:
    """a, b and c"""
    words: Sequence[str] = [str(thing) for thing in things]
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
