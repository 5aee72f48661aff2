"""What a line of each register says, and what may become of it."""

import datetime as dt
from dataclasses import dataclass

from actions.models import RegisterEntry
from actions.rules.action import Incomplete
from trust.tools.refusal import Refused

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


def risk_in_words(entry: RegisterEntry) -> tuple[str, str]:
    """Likelihood by impact, with its tone: words beside the number, so that it does not hang on a colour."""
    score = entry.score or 0
    word, tone = ("High", "warn") if score >= 15 else ("Medium", "decide") if score >= 6 else ("Low", "ok")
    return f"{word}, {score} of 25", tone
