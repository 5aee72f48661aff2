"""A meeting while it goes on: what stage it is at, which item can be taken, and who has the pen."""

import datetime as dt
from enum import StrEnum

from meetings.models import AgendaItem, Meeting, Minutes, Sitting
from meetings.rules.agenda import named
from meetings.rules.blocks import NOT_TAKEN
from trust.tools.refusal import Refused
from trust.tools.words import in_london, long_date

#: An item left within this time, and with nothing minuted, was only passed over on the way to another.
PASSED_OVER = dt.timedelta(seconds=20)
#: How long before its hour a meeting may begin without being told to.
EARLY = dt.timedelta(minutes=15)


class Stage(StrEnum):
    """How far a meeting is, to those who follow it."""

    CALLED_OFF = "called_off"
    BEFORE = "before"
    UNBEGUN = "unbegun"
    ON = "on"
    OVER = "over"


def stage_of(meeting: Meeting, minutes_state: str | None, *, at_item: bool, ended: bool = False, on: dt.date) -> Stage:
    """Over once an officer says so, its day has passed or its draft has left the desk.

    That it is held says nothing of that: it is from the first who is marked as present.
    """
    if meeting.state in (Meeting.State.CANCELLED, Meeting.State.POSTPONED):
        return Stage.CALLED_OFF
    left_the_desk = minutes_state not in (None, Minutes.State.DRAFT)
    if ended or meeting.date < on or left_the_desk:
        return Stage.OVER
    if meeting.date > on or meeting.state == Meeting.State.PREPARING:
        return Stage.BEFORE
    return Stage.ON if at_item else Stage.UNBEGUN


def check_can_take(meeting: Meeting, minutes_state: str | None, item: AgendaItem, *, on: dt.date) -> None:
    """Items are taken on the day of the meeting; ``on`` is the day by the officer's clock."""
    stage = stage_of(meeting, minutes_state, at_item=False, on=on)
    if stage == Stage.CALLED_OFF:
        raise Refused("This meeting did not take place.")
    if stage == Stage.BEFORE:
        raise Refused(f"This meeting is on {long_date(meeting.date)}. Its items are taken on the day.")
    if stage == Stage.OVER:
        raise Refused("This meeting is over. Put the order taken right on its own page.")
    if item.state in NOT_TAKEN:
        raise Refused(f"{named(item, 'Item')} is {item.get_state_display().lower()}. Put it back on the agenda first.")


def check_taken_by_opening(meeting: Meeting, sitting: Sitting, *, at: dt.datetime) -> None:
    """Opening an item where the pen is takes it while the meeting goes on: neither hours before nor in writing up."""
    if sitting.has_ended:
        raise Refused("This meeting is over.")
    clock = in_london(at)
    if meeting.starts_at and clock < dt.datetime.combine(meeting.date, meeting.starts_at, clock.tzinfo) - EARLY:
        raise Refused("This meeting has not begun.")


def was_passed_over(sitting: Sitting, *, minuted: bool, at: dt.datetime) -> bool:
    """Whether the item now was only looked at: an order taken is what was dealt with, not what was opened."""
    return not minuted and sitting.item_since is not None and at - sitting.item_since < PASSED_OVER
