"""The meetings a board holds every year, each for its purpose (requirement 1.8): what is there, missing or too many."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from meetings.models import Meeting, YearlyMeeting
from trust.tools.refusal import Refused
from trust.tools.words import counted, number, short_date


@dataclass(frozen=True)
class Slot:
    """One purpose of the year: its usual month, and the meetings there are for it."""

    yearly: YearlyMeeting
    month: dt.date
    meetings: tuple[Meeting, ...]

    @property
    def is_missing(self) -> bool:
        return not self.meetings


@dataclass(frozen=True)
class YearPlan:
    """A year of a board: its purposes with their meetings, and the meetings that are for none or for one twice."""

    begins: dt.date
    slots: tuple[Slot, ...]
    extra: tuple[Meeting, ...]
    asked: int | None = None

    @property
    def ends(self) -> dt.date:
        return begins_in(self.begins.year + 1, self.begins.month) - dt.timedelta(days=1)

    @property
    def missing(self) -> list[Slot]:
        return [slot for slot in self.slots if slot.is_missing]

    @property
    def count(self) -> int:
        return len({meeting.pk for slot in self.slots for meeting in slot.meetings} | {one.pk for one in self.extra})

    @property
    def amiss(self) -> list[str]:
        """What is wrong with it, a sentence each."""
        said = [f"No meeting is in the calendar for “{slot.yearly}”." for slot in self.missing]
        twice = [slot for slot in self.slots if len(slot.meetings) > 1]
        said += [f"{_capital(number(len(slot.meetings)))} meetings are for “{slot.yearly}”." for slot in twice]
        most = max(self.asked or 0, len(self.slots))
        if most and self.count > most:
            said.append(f"{_capital(counted(self.count, 'meeting'))} are in this year, and {number(most)} are usual.")
        return said


def begins_in(year: int, month: int) -> dt.date:
    return dt.date(year, month, 1)


def first_month(purposes: Sequence[YearlyMeeting]) -> int:
    """A board’s year begins in the month of its first purpose; without any, in January."""
    return purposes[0].month if purposes else 1


def year_on(day: dt.date, month: int) -> int:
    """The calendar year in which the board’s year of this day began, which begins in ``month``."""
    return day.year if day.month >= month else day.year - 1


def month_of(yearly: YearlyMeeting, begins: dt.date) -> dt.date:
    """The first day of its usual month in the year that begins so."""
    return dt.date(begins.year + (yearly.month < begins.month), yearly.month, 1)


def plan(
    purposes: Sequence[YearlyMeeting], meetings: Sequence[Meeting], begins: dt.date, *, asked: int | None = None
) -> YearPlan:
    """``meetings`` are those of the year, not called off, in order of their day."""
    slots = tuple(
        Slot(one, month_of(one, begins), tuple(meeting for meeting in meetings if meeting.yearly_id == one.pk))
        for one in purposes
    )
    placed = {meeting.pk for slot in slots for meeting in slot.meetings}
    extra = tuple(meeting for meeting in meetings if meeting.pk not in placed)
    return YearPlan(begins, slots, extra, asked)


def check_can_create(found: YearPlan, days: dict[int, dt.date]) -> None:
    """A day for at least one purpose that has no meeting yet, in the year, no day twice."""
    if not days:
        raise Refused("Give the day of at least one meeting.")
    slots = {slot.yearly.pk: slot for slot in found.slots}
    for pk, day in days.items():
        slot = slots.get(pk)
        if slot is None or not slot.is_missing:
            raise Refused("One of these meetings is in the calendar already. Look at the year again.")
        if not found.begins <= day <= found.ends:
            year = f"{short_date(found.begins)} to {short_date(found.ends)}"
            raise Refused(f"{short_date(day)} is not in this year, which is {year}.")
    if len(set(days.values())) < len(days):
        raise Refused("Two of these meetings are on one day. Give each its own.")


def check_can_be_for(meeting: Meeting, yearly: YearlyMeeting | None) -> None:
    """A purpose of the board whose meeting it is."""
    if yearly is not None and yearly.board_id != meeting.board_id:
        raise Refused("This purpose is of another board.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
