"""What a line of each register says, and what may become of it."""

import datetime as dt
from dataclasses import dataclass

from actions.models import RegisterEntry
from actions.rules.action import Incomplete
from meetings.models import Meeting
from trust.tools.refusal import Refused
from trust.tools.words import short_date

Register, State = RegisterEntry.Register, RegisterEntry.State


@dataclass(frozen=True)
class Words:
    """How a register and its lines are called on the pages."""

    title: str
    one: str
    about: str
    answer: str
    closing: str
    states: dict[str, str]


WORDS: dict[str, Words] = {
    Register.CHALLENGE: Words(
        "Challenge log",
        "challenge",
        "Where one agency questioned another, what was answered, and what changed.",
        "What was answered, and what changed",
        "Answered",
        {State.OPEN: "Open", State.DONE: "Answered", State.WITHDRAWN: "Withdrawn"},
    ),
    Register.RISK: Words(
        "Risk register",
        "risk",
        "What may go wrong, how likely and how grave it is, and what is done about it.",
        "What is done about it",
        "Closed",
        {State.OPEN: "Open", State.DONE: "Closed", State.WITHDRAWN: "Withdrawn"},
    ),
    Register.PLAN: Words(
        "Forward plan",
        "planned item",
        "Reports and items that are awaited, each for a month or a meeting.",
        "What came of it",
        "Came",
        {State.OPEN: "Awaited", State.DONE: "Came", State.WITHDRAWN: "Withdrawn"},
    ),
}
FURTHEST = 10


def state_words(entry: RegisterEntry) -> str:
    return WORDS[entry.register].states[entry.state]


def check_planned(month: dt.date | None, on: dt.date) -> None:
    """A month that can be meant: not in the last century, and not in the next."""
    if month and not -1 <= month.year - on.year <= FURTHEST:
        raise Incomplete(f"{month:%B %Y} is too far from today to be meant.")


def check_day(day: dt.date, on: dt.date) -> None:
    if day > on:
        raise Incomplete("That day is still to come.")
    if on.year - day.year > FURTHEST * 2:
        raise Incomplete(f"{day.year} is too long ago to be meant.")


def check_open(entry: RegisterEntry) -> None:
    if not entry.is_open:
        raise Refused(f"{entry.reference} is {state_words(entry).lower()}. Open it again first.")


def check_closed(entry: RegisterEntry) -> None:
    if entry.is_open:
        raise Refused(f"{entry.reference} is open already.")


def check_can_come_to(entry: RegisterEntry, meeting: Meeting) -> None:
    """What is promised is put on one agenda, of the board that was promised it."""
    if entry.register != Register.PLAN or entry.board_id != meeting.board_id:
        raise Refused("Only what is on this board’s forward plan is put on its agenda.")
    if entry.item and entry.item.meeting_id == meeting.pk:
        raise Refused(f"{entry.reference} is on this agenda already.")
    if entry.item and entry.item.meeting.date > meeting.date:
        raise Refused(
            f"{entry.reference} is on the agenda of {short_date(entry.item.meeting.date)}. Take it off there."
        )


def check_can_take_off(entry: RegisterEntry, meeting: Meeting) -> None:
    if entry.item is None or entry.item.meeting_id != meeting.pk:
        raise Refused(f"{entry.reference} is not on this agenda.")


def risk_in_words(entry: RegisterEntry) -> tuple[str, str]:
    """Likelihood by impact, with its tone: words beside the number, so that it does not hang on a colour."""
    score = entry.score or 0
    word, tone = ("High", "warn") if score >= 15 else ("Medium", "decide") if score >= 6 else ("Low", "ok")
    return f"{word}, {score} of 25", tone
