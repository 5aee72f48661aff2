"""How much time a task and finish group has left, and what one must say when it is set up (requirement 2.15)."""

import datetime as dt
from dataclasses import dataclass

from boards.models import Board, Person
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date


@dataclass(frozen=True)
class TimeLeft:
    """In words, with the tone of its tag."""

    words: str
    tone: str


@dataclass(frozen=True)
class NewGroup:
    """One objective and who sees to it. ``works_to``: the board whose priority it is; ``priority``: in its words."""

    name: str
    objective: str
    lead: Person
    works_to: Board | None = None
    priority: str = ""
    members: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Alike:
    """What all the groups of one act have."""

    founded_date: dt.date
    due_to_end_date: dt.date
    visibility: str
    clerk: Person | None = None


def time_left(group: Board, on: dt.date) -> TimeLeft:
    """Days left or overdue; of a group that has closed, when it did; "" without an end date."""
    if group.ended_date and group.ended_date <= on:
        return TimeLeft(f"Closed {short_date(group.ended_date)}", "none")
    if group.due_to_end_date is None:
        return TimeLeft("", "")
    days = (group.due_to_end_date - on).days
    if days < 0:
        return TimeLeft(f"{counted(-days, 'day')} overdue", "warn")
    return TimeLeft(f"{counted(days, 'day')} left" if days else "Ends today", "brand" if days else "decide")


def check_days(parent: Board, founded_date: dt.date, due_to_end_date: dt.date) -> None:
    """A group ends after it begins, under a board that goes on."""
    if due_to_end_date < founded_date:
        first, last = short_date(founded_date), short_date(due_to_end_date)
        raise Refused(f"It would be to end by {last}, before its first day, {first}.")
    if parent.ended_date and parent.ended_date < founded_date:
        raise Refused(
            f"{parent} ended on {short_date(parent.ended_date)}. A group is set up under a board that goes on."
        )
