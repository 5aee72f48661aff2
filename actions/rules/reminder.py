"""When somebody is reminded of an action, kindly: on working days, in the day's hours, and of the same but once."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from actions.models import ChaseSetting, Occasion
from meetings.rules.meeting import is_working_day
from trust.tools.words import LONDON, in_london, number

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
#: Hours of London between which mail goes out.
OPENS, CLOSES = 8, 18
#: For so many days a reminder that could not go on its day may still go.
STILL = dt.timedelta(days=3)
#: Whoever was written to about an action within so many days is not written to about it again but on its day.
PEACE = dt.timedelta(days=4)
#: Who was reminded on so many days and never said a word is "no return", due or not (H13): by then they have heard of
#: it when the minutes came, a week before and on the day, or were chased as often.
NO_RETURN_AFTER = 3
#: Minutes for which a mail waits, so that what was done by mistake can be taken back.
SECOND_THOUGHTS = dt.timedelta(minutes=10)
#: After so many failures of the mail server that may pass, a mail is given up.
MOST_TRIES = 8


@dataclass(frozen=True)
class Prompt:
    """Why an action is brought to mind on a day; ``for_day`` tells it from the next one of its kind."""

    occasion: Occasion
    for_day: dt.date


@dataclass(frozen=True)
class Standing:
    """How an action stands: when it is due, at which meeting it arose and when the minutes of that were issued."""

    due_on: dt.date | None
    meeting_date: dt.date | None = None
    issued_on: dt.date | None = None


@dataclass(frozen=True)
class Said:
    """What this person was told of it before: each occasion with its day, and when they were last written to."""

    prompts: frozenset[tuple[str, dt.date]] = frozenset()
    last: dt.date | None = None


def prompt_on(day: dt.date, standing: Standing, ways: ChaseSetting, said: Said) -> Prompt | None:
    """What is to be said on ``day``, the most pressing alone; None on a day of rest, and where it has been said."""
    if not is_working_day(day):
        return None
    in_peace = said.last is not None and day - said.last < PEACE
    found = _on_the_day(day, standing, ways)
    if found is None and not in_peace:
        found = _late(day, standing, ways) or _issued(day, standing, ways) or _week_before(day, standing, ways)
    return found if found and (found.occasion.value, found.for_day) not in said.prompts else None


def _on_the_day(day: dt.date, standing: Standing, ways: ChaseSetting) -> Prompt | None:
    due = standing.due_on
    if ways.on_the_day and due and working_day_until(due) <= day <= due:
        return Prompt(Occasion.ON_THE_DAY, due)
    return None


def _late(day: dt.date, standing: Standing, ways: ChaseSetting) -> Prompt | None:
    """Once in each week after the day due, from the board's weekday on."""
    if not ways.weekly_after or standing.due_on is None or day <= standing.due_on:
        return None
    since = day - dt.timedelta(days=(day.weekday() - ways.weekday) % 7)
    return Prompt(Occasion.LATE, since) if since > standing.due_on else None


def _issued(day: dt.date, standing: Standing, ways: ChaseSetting) -> Prompt | None:
    issued, met = standing.issued_on, standing.meeting_date
    is_over = standing.due_on is not None and standing.due_on < day
    if ways.on_issue and issued and met and not is_over and issued <= day <= issued + WEEK:
        return Prompt(Occasion.ISSUED, met)
    return None


def _week_before(day: dt.date, standing: Standing, ways: ChaseSetting) -> Prompt | None:
    due = standing.due_on
    if not ways.week_before or due is None:
        return None
    first = working_day_until(due - WEEK)
    return Prompt(Occasion.WEEK_BEFORE, due) if first <= day <= due - WEEK + STILL else None


def working_day_until(day: dt.date) -> dt.date:
    """The day itself or, where it is one of rest, the last working day before it: notice is never cut short."""
    while not is_working_day(day):
        day -= DAY
    return day


def is_quiet(at: dt.datetime) -> bool:
    """Night, weekend or bank holiday in London, whatever the server's own clock is set to."""
    here = in_london(at)
    return not (is_working_day(here.date()) and OPENS <= here.hour < CLOSES)


def goes_from(at: dt.datetime, hours: Collection[int] = ()) -> dt.datetime:
    """The first moment from ``at`` on that is not quiet, and not before the latest of the boards' ``hours``."""
    here, hour = in_london(at), max([OPENS, *hours])
    day = here.date()
    if here.hour >= CLOSES:
        day += DAY
    while not is_working_day(day):
        day += DAY
    return max(at, dt.datetime.combine(day, dt.time(hour), LONDON))


def is_silent(*, is_late: bool, reported: bool, reminded: int) -> bool:
    """Whether an owner who has not finished counts as "no return"."""
    return not reported and (is_late or reminded >= NO_RETURN_AFTER)


def reminded_in_words(times: int) -> str:
    """ "reminded three times"; "not reminded yet"."""
    often = {0: "not reminded yet", 1: "reminded once", 2: "reminded twice"}
    return often.get(times, f"reminded {number(times)} times")


def still_holds(prompt: Prompt, standing: Standing, on: dt.date) -> bool:
    """Whether what was to be said is still so when the mail goes: a due date may have moved meanwhile."""
    due = standing.due_on
    match prompt.occasion:
        case Occasion.WEEK_BEFORE | Occasion.ON_THE_DAY:
            return due == prompt.for_day
        case Occasion.LATE:
            return due is not None and due < on
    return True


def waits_for(tries: int) -> dt.timedelta:
    """How long a mail that the server put off waits: a quarter of an hour, then twice as long each time."""
    return dt.timedelta(minutes=15 * 2 ** min(tries, 7))
