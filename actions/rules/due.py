"""When an action is due, read from the words said; what is not understood stays as words."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from actions.models import Action
from actions.models.wording import due_in_words
from meetings.rules.meeting import is_working_day
from trust.tools.words import long_date, short_date

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name.casefold(): number for number, name in enumerate(calendar.day_abbr)} | {"tues": 1, "thurs": 3}
_COUNTED = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBERS = {word: number for number, word in enumerate(_COUNTED, 1)} | {"a": 1}

_NEXT_MEETING = re.compile(
    r"(?:(?:in time for|ahead of|before|prior to) )?(?:the |our )?(?:next|following)"
    r"(?: (?:board|group|committee|panel|partnership|executive|ordinary|scheduled))? (?:meeting|mtg|agenda)"
)
_LEAD = re.compile(r"(?:by|on|for|at|due|until|no later than|not later than|the)\s+")
_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
_FIGURES_OF_A_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: (\d{4}|\d{2}))?")
_WORDED_US = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_MONTH = re.compile(r"(?:end of |end )?([a-z]+)(?: (\d{4}))?")
_AFTER = re.compile(
    r"(?:in |within )?(?:the )?(?:next )?(\d{1,2}|[a-z]+) (working day|day|week|fortnight|month)s?[’']?(?: time)?"
    r"(?: (?:of|from|after|following) (.+))?"
)
_OF_THE_MEETING = re.compile(
    r"today|now|(?:(?:the )?(?:date|day) of )?(?:the|this|today[’']s) meeting|(?:this|the) date"
)
_FURTHEST = 10
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True)
class Due:
    """What the words came to. ``date`` is the last day that is in time; at a meeting it is that meeting's."""

    kind: str
    date: dt.date | None = None
    stated: str = ""
    flags: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return due_in_words(self.kind, self.date, self.stated)


class _NoSuchDay(ValueError):
    """The words are of a day that the calendar does not have."""


def recognise_due(words: str, meeting_date: dt.date, next_meeting_date: dt.date | None = None) -> Due:
    """Read "07.02.11", "Monday 7 February", "Friday", "end of April", "in two weeks", "next meeting".

    A year that was not said is the first that does not put the day before the meeting.
    """
    stated = " ".join(words.split())
    said = _without_lead(stated.casefold().replace(",", " ").strip(" ."))
    if not said:
        return Due(Action.Due.NONE)
    if _NEXT_MEETING.fullmatch(said):
        return Due(Action.Due.MEETING, next_meeting_date, stated)
    weekday, rest = _weekday(said)
    try:
        day = _day(rest, meeting_date) if rest else None
    except _NoSuchDay:
        return Due(Action.Due.WORDS, None, stated, (f"{stated} is not a day in the calendar",))
    if day:
        return _checked(day, weekday, stated, meeting_date)
    if weekday is not None:
        return _on_weekday(weekday, rest, stated, meeting_date)
    return _in_month(said, stated, meeting_date)


def _without_lead(said: str) -> str:
    said = " ".join(said.split())
    while found := _LEAD.match(said):
        said = said[found.end() :]
    return said


def _weekday(said: str) -> tuple[int | None, str]:
    """The weekday the words begin with, if any, and what follows it. "next" and "this" before one are set aside."""
    first, _, rest = said.removeprefix("this ").partition(" ")
    if first == "next" and rest in WEEKDAYS:
        return WEEKDAYS[rest], "next"
    return (WEEKDAYS[first], rest) if first in WEEKDAYS else (None, said)


def _day(said: str, meeting_date: dt.date) -> dt.date | None:
    """A day written in figures or words, or counted from the meeting."""
    if found := _ISO.fullmatch(said):
        year, month, day = map(int, found.groups())
        return _date(year, month, day)
    if found := _FIGURES.fullmatch(said):
        return _date(_year(found[3], meeting_date), int(found[2]), int(found[1]))
    if found := _FIGURES_OF_A_YEAR.fullmatch(said):
        return _in_year(None, int(found[2]), int(found[1]), meeting_date)
    if (found := _WORDED.fullmatch(said)) and found[2] in MONTHS:
        return _in_year(found[3], MONTHS[found[2]], int(found[1]), meeting_date)
    if (found := _WORDED_US.fullmatch(said)) and found[1] in MONTHS:
        return _in_year(found[3], MONTHS[found[1]], int(found[2]), meeting_date)
    if found := _AFTER.fullmatch(said):
        since = _since(found[3], meeting_date)
        return _counted(found[1], found[2], since) if since else None
    return meeting_date + dt.timedelta(days=1) if said == "tomorrow" else None


def _date(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise _NoSuchDay from error


def _year(said: str, meeting_date: dt.date) -> int:
    """Two figures mean the year nearest to the meeting's."""
    if len(said) == 4:
        return int(said)
    century = meeting_date.year // 100 * 100
    return min((century + shift + int(said) for shift in (-100, 0, 100)), key=lambda y: abs(y - meeting_date.year))


def _in_year(said: str | None, month: int, day: int, meeting_date: dt.date) -> dt.date:
    """In the year said; otherwise on the first such day that is not before the meeting (29 February may wait)."""
    if said:
        return _date(_year(said, meeting_date), month, day)
    for year in range(meeting_date.year, meeting_date.year + 9 if 1 <= month <= 12 else 0):
        if day <= calendar.monthrange(year, month)[1] and dt.date(year, month, max(day, 1)) >= meeting_date:
            return _date(year, month, day)
    raise _NoSuchDay


def _since(said: str | None, meeting_date: dt.date) -> dt.date | None:
    """The day from which is counted: that of the meeting, or one that is named. None: an event of no known day."""
    if not said or _OF_THE_MEETING.fullmatch(said):
        return meeting_date
    _, rest = _weekday(_without_lead(said))
    return _day(rest, meeting_date) if rest and not _AFTER.fullmatch(rest) else None


def _counted(number: str, unit: str, meeting_date: dt.date) -> dt.date | None:
    count = int(number) if number.isdigit() else NUMBERS.get(number)
    if not count:
        return None
    if unit == "working day":
        return _working_day(meeting_date, count)
    if unit != "month":
        return meeting_date + dt.timedelta(days=count * _DAYS[unit])
    months = meeting_date.month - 1 + count
    year, month = meeting_date.year + months // 12, months % 12 + 1
    return dt.date(year, month, min(meeting_date.day, calendar.monthrange(year, month)[1]))


def _working_day(day: dt.date, count: int) -> dt.date:
    """The so-manieth after ``day``: no weekend, no bank holiday."""
    while count:
        day += dt.timedelta(days=1)
        count -= is_working_day(day)
    return day


def _checked(day: dt.date, weekday: int | None, stated: str, meeting_date: dt.date) -> Due:
    """A day with what does not fit it: another weekday, before the meeting, or out of all reach."""
    if not -1 <= day.year - meeting_date.year <= _FURTHEST:
        return Due(Action.Due.WORDS, None, stated, (f"{stated} is too far from the meeting to be meant",))
    flags = []
    if weekday is not None and day.weekday() != weekday:
        flags.append(f"{short_date(day)} is a {day:%A}, not a {calendar.day_name[weekday]}")
    if day < meeting_date:
        flags.append(f"{long_date(day)} is before the meeting")
    return Due(Action.Due.DAY, day, stated, tuple(flags))


def _on_weekday(weekday: int, rest: str, stated: str, meeting_date: dt.date) -> Due:
    """The first such day after the meeting. "Next Friday" is understood in two ways, so it says which was taken."""
    if rest not in ("", "next"):
        return Due(Action.Due.WORDS, None, stated)
    day = meeting_date + dt.timedelta(days=(weekday - meeting_date.weekday() - 1) % 7 + 1)
    flags = (f"{stated} is taken as {long_date(day)}",) if rest else ()
    return Due(Action.Due.DAY, day, stated, flags)


def _in_month(said: str, stated: str, meeting_date: dt.date) -> Due:
    """ "End of April", "April", "the end of the month": in time until the month's last day."""
    if said in ("end of the month", "end of month", "end of this month", "month end"):
        return Due(Action.Due.MONTH, _last_day(meeting_date.year, meeting_date.month), stated)
    if said in ("next month", "end of next month"):
        year, month = divmod(meeting_date.year * 12 + meeting_date.month, 12)
        return Due(Action.Due.MONTH, _last_day(year, month + 1), stated)
    found = _MONTH.fullmatch(said)
    if not found or found[1] not in MONTHS:
        return Due(Action.Due.WORDS, None, stated)
    month = MONTHS[found[1]]
    year = int(found[2]) if found[2] else meeting_date.year + (month < meeting_date.month)
    if not -1 <= year - meeting_date.year <= _FURTHEST:
        return Due(Action.Due.WORDS, None, stated, (f"{stated} is too far from the meeting to be meant",))
    day = _last_day(year, month)
    return Due(Action.Due.MONTH, day, stated, (f"{stated} is before the meeting",) if day < meeting_date else ())


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
