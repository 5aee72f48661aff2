"""Weekdays that contradict their date (requirement 2.9): every right pair passes, whichever way it is written.

The year is that of the text; without one the year in which the date lies nearest to the meeting. A date so far off that
either year may be meant is wrong only if it is wrong in both.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.models import AgendaItem
from meetings.rules.checks import Finding
from meetings.rules.prose import Passage

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: From here on the nearest year is no longer the only one that may be meant.
NEAR = dt.timedelta(days=120)

_DAY = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)\b(?!\s?(?:hours|hrs)))?"
_PAIRS = [
    # Tuesday 25 January 2011; Tuesday, the 25th of January
    re.compile(rf"\b{_DAY}\.?,?\s(?:the\s)?{_NUMBER}\s(?:of\s)?{_MONTH}\b\.?{_YEAR}", re.IGNORECASE),
    # Tuesday, January 25th, 2011
    re.compile(rf"\b{_DAY}\.?,?\s(?:the\s)?{_MONTH}\.?\s{_NUMBER}\b(?!\s?(?:am|pm|[.:]\d)){_YEAR}", re.IGNORECASE),
    # 25 January 2011 (Tuesday); 25 January, a Tuesday
    re.compile(rf"\b{_NUMBER}\s(?:of\s)?{_MONTH}\b\.?{_YEAR}(?:\s\(|,\sa\s){_DAY}\b\)?", re.IGNORECASE),
    # Tuesday 25.01.11; Tuesday 25/1/2011
    re.compile(
        rf"\b{_DAY}\.?,?\s(?P<day>\d{{1,2}})(?P<dot>[./-])(?P<number>\d{{1,2}})(?P=dot)(?P<year>\d{{4}}|\d{{2}})\b",
        re.IGNORECASE,
    ),
]
#: Monday 7 to Friday 18 February: the first of two days has the month, and the year, of the second.
_FIRST_OF_TWO = re.compile(
    rf"\b{_DAY}\.?,?\s(?:the\s)?{_NUMBER}\s?(?:to|until|till|and|-|–|—)\s?(?:the\s)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"
    rf"\.?,?\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b\.?{_YEAR}",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Pair:
    """A weekday beside a date, in the words of the text; ``years`` are those that may be meant, likeliest first."""

    words: str
    weekday: int
    day: int
    month: int
    years: tuple[int, ...]

    @property
    def dates(self) -> list[dt.date]:
        """The days that may be meant; none for 31 April."""
        found = []
        for year in self.years:
            try:
                found.append(dt.date(year, self.month, self.day))
            except ValueError:
                continue
        return found

    @property
    def fault(self) -> str:
        """What is wrong with it, in a sentence; "" where nothing is."""
        dates = self.dates
        if not dates:
            return f"“{self.words}” is no day of the calendar."
        if any(day.weekday() == self.weekday for day in dates):
            return ""
        day = dates[0]
        return f"“{self.words}”: {day.day} {day:%B %Y} is a {DAYS[day.weekday()]}."


def pairs(text: str, *, near: dt.date) -> list[Pair]:
    """Every weekday with a date in a text, read in the light of a meeting's day."""
    found = []
    for pattern in (*_PAIRS, _FIRST_OF_TWO):
        for match in pattern.finditer(text):
            given = match.groupdict()
            month = int(given["number"]) if given.get("number") else _month(given["month"])
            day, weekday = int(given["day"]), _weekday(given["weekday"])
            years = _years(given["year"], day, month, near=near, mentioned=_YEARS.findall(text))
            found.append(Pair(match[0].strip(" ,."), weekday, day, month, years))
    return found


def weekday_findings(item: AgendaItem, read: Sequence[Passage], *, near: dt.date) -> list[Finding]:
    """Each weekday of an item that contradicts its date."""
    return [
        Finding("weekday", f"{item}: {fault}", item, passage.block, about=fault)
        for passage in read
        for fault in faults(passage.words, near=near)
    ]


def faults(text: str, *, near: dt.date) -> Iterator[str]:
    """What is wrong with the dates of a text, a sentence each."""
    for pair in pairs(text, near=near):
        if pair.fault:
            yield pair.fault


def _weekday(word: str) -> int:
    return next(at for at, name in enumerate(DAYS) if name.casefold().startswith(word.casefold()[:3]))


def _month(word: str) -> int:
    return MONTHS.index(word[:3].capitalize()) + 1


def _years(given: str | None, day: int, month: int, *, near: dt.date, mentioned: Sequence[str]) -> tuple[int, ...]:
    """The year written; else the nearest, with those the text mentions, and the next nearest where that is far off."""
    if given:
        return (int(given) if len(given) == 4 else 2000 + int(given),)
    by_distance = sorted((near.year - 1, near.year, near.year + 1), key=lambda year: _far(year, day, month, near))
    likely = by_distance[: 1 if _far(by_distance[0], day, month, near) < NEAR else 2]
    return (*likely, *(int(year) for year in mentioned))


def _far(year: int, day: int, month: int, near: dt.date) -> dt.timedelta:
    try:
        return abs(dt.date(year, month, day) - near)
    except ValueError:
        return dt.timedelta.max
