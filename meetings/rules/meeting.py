"""What a meeting can become, which day it can have, and whether notice of it is long enough."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import holidays

from boards.models import TermsOfReference
from meetings.models import Meeting, Minutes
from meetings.models.locks import SENTENCE
from trust.tools.refusal import Refused

State = Meeting.State

#: What each state may be followed by.
NEXT: dict[str, tuple[str, ...]] = {
    State.PREPARING: (State.CALLED, State.HELD, State.CANCELLED, State.POSTPONED),
    State.CALLED: (State.HELD, State.CANCELLED, State.POSTPONED),
    State.HELD: (),
    State.CANCELLED: (),
    State.POSTPONED: (),
}

LONG_AGO = dt.timedelta(days=30 * 365)
FAR_AHEAD = dt.timedelta(days=2 * 365)


@dataclass(frozen=True)
class Notice:
    """Clear days between a notice and its meeting, against what the terms ask for. Short notice warns, never bars."""

    days: int
    asked: int
    given: bool

    @property
    def is_short(self) -> bool:
        return self.days < self.asked

    @property
    def sentence(self) -> str:
        one = self.days == 1
        days = f"{_in_words(self.days)} clear {'day' if one else 'days'} of notice"
        begun = f"{days} {'was' if one else 'were'} given" if self.given else f"{days}, if it is called today"
        if not self.asked:
            return f"{begun}."
        return f"{begun}; the terms ask for {_in_words(self.asked).lower()}."


def check_can_become(meeting: Meeting, state: str) -> None:
    """Procedure's order of states."""
    if state in NEXT[meeting.state]:
        return
    was = State(meeting.state).label.lower()
    if meeting.state == state:
        raise Refused(f"This meeting is {was} already.")
    raise Refused(f"This meeting is {was} and cannot be marked as {State(state).label.lower()}.")


def check_can_be_called(meeting: Meeting, *, items: int) -> None:
    check_can_become(meeting, State.CALLED)
    if not items:
        raise Refused("The agenda has no items. Add at least one, then call the meeting.")


def check_can_be_held(meeting: Meeting, *, on: dt.date) -> None:
    check_can_become(meeting, State.HELD)
    if meeting.date > on:
        raise Refused(f"This meeting is on {meeting.date:%A %-d %B %Y} and cannot have been held yet.")


def check_can_be_amended(meeting: Meeting, minutes: Minutes | None) -> None:
    """When and where stand at the head of the minutes, and are approved with them."""
    if minutes is not None and minutes.is_locked:
        raise Refused(SENTENCE)
    if minutes is not None and minutes.state != Minutes.State.DRAFT:
        raise Refused("The minutes of this meeting are circulated. Return them to the desk to change when and where.")
    if meeting.state in (State.CANCELLED, State.POSTPONED):
        raise Refused(f"This meeting is {State(meeting.state).label.lower()} and nothing about it can change.")


def check_day_can_move(meeting: Meeting) -> None:
    """People have the day in their diaries, and the address of its papers."""
    if meeting.state != State.PREPARING:
        raise Refused("This meeting has been called for its day. Postpone it, then call it for another day.")


def doubts_about(date: dt.date, *, on: dt.date, same_day: int = 0, name: str = "The board") -> list[str]:
    """What a clerk is asked before a meeting is set on ``date``; ``same_day`` counts the board's others on that day."""
    said = f"{date:%A %-d %B %Y}"
    doubts = []
    if date < on - LONG_AGO:
        doubts.append(f"{said} is {on.year - date.year} years ago.")
    if date > on + FAR_AHEAD:
        doubts.append(f"{said} is {date.year - on.year} years ahead.")
    if same_day:
        doubts.append(f"{name} already meets on {said}.")
    return doubts


def address_for(date: dt.date, taken: Collection[str]) -> str:
    """The day, as meetings are found by it; the second on one day ends in -2."""
    first, number = date.isoformat(), 2
    if first not in taken:
        return first
    while f"{first}-{number}" in taken:
        number += 1
    return f"{first}-{number}"


def notice_of(date: dt.date, *, called: dt.date, terms: TermsOfReference | None, given: bool) -> Notice | None:
    """Notice of a meeting on ``date``, called on ``called``; None where the day is past and nothing can be given."""
    if date < called:
        return None
    return Notice(clear_days(called, date), terms.notice_days if terms else 0, given)


def clear_days(called: dt.date, date: dt.date) -> int:
    """Working days strictly between the two (DOMAIN rule 13): weekends and bank holidays of England do not count."""
    between = (called + dt.timedelta(days=day) for day in range(1, (date - called).days))
    return sum(map(is_working_day, between))


def is_working_day(day: dt.date) -> bool:
    """Neither at a weekend nor a bank holiday of England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


@cache
def _bank_holidays(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG", years=year)


def _in_words(number: int) -> str:
    small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    return small[number] if number < len(small) else str(number)
