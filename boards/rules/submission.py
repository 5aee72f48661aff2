"""What was sent out: its outcome, the issues that came back, and which still wait for a response."""

import datetime as dt
import re
from collections.abc import Collection, Sequence

from boards.models import Issue, Submission
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing, number, short_date

OUTCOMES = {
    Submission.Outcome.AWAITED: "decide",
    Submission.Outcome.SUCCESSFUL: "ok",
    Submission.Outcome.UNSUCCESSFUL: "warn",
    Submission.Outcome.WITHDRAWN: "",
}
MOST = 60
NUMBERED = re.compile(r"\(?(?P<number>\d{1,3}|[ivxlc]{1,7}|[a-z])[.)]\s+(?P<text>.+)", re.IGNORECASE)


def check_told(submission: Submission, outcome: str, told: dt.date | None, *, today: dt.date) -> None:
    """An outcome other than awaited was told on a day, after it was sent and not in the time to come."""
    if outcome == Submission.Outcome.AWAITED:
        return
    if told is None:
        raise Refused("Say on which day you were told.")
    if told > today:
        raise Refused("The day on which you were told is still to come.")
    _check_after_sent(submission, told, "It was told")


def check_can_answer(submission: Submission, date: dt.date, *, today: dt.date) -> None:
    if date > today:
        raise Refused("The day of the response is still to come.")
    _check_after_sent(submission, date, "It was answered")


def _check_after_sent(submission: Submission, date: dt.date, what: str) -> None:
    if submission.sent_date and date < submission.sent_date:
        raise Refused(f"{what} before it was sent: that was on {short_date(submission.sent_date)}.")


def check_sent(sent: dt.date | None, *, today: dt.date) -> None:
    if sent and sent > today:
        raise Refused("The day on which it was sent is still to come. Leave it empty until then.")


def check_can_raise(submission: Submission) -> None:
    if submission.sent_date is None:
        raise Refused("It has not been sent: put down first on which day it was.")


def check_number(number: str, taken: Collection[str]) -> None:
    if number in taken:
        raise Refused(f"There is an issue {number} already.")


def check_can_take_out(issues: int, steps: int) -> None:
    if issues or steps:
        raise Refused("Issues or steps are put down for it. Take these out first, or say that it was withdrawn.")


def check_can_take_out_issue(responses: int) -> None:
    if responses:
        raise Refused("It has a response. Take that out first.")


def issues_in(text: str, taken: Collection[str]) -> list[tuple[str, str]]:
    """Lines as issues: by the number they begin with, such as 1. or (iv), else by the next that is free."""
    found: list[tuple[str, str]] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        had = {*taken, *(number for number, _ in found)}
        numbered = NUMBERED.fullmatch(line)
        if numbered:
            check_number(numbered["number"], had)
            found.append((numbered["number"], numbered["text"]))
        else:
            free = next(str(place) for place in range(1, 1_000) if str(place) not in had)
            found.append((free, line))
    if len(found) + len(taken) > MOST:
        raise Refused(f"One submission has at most {MOST} issues here.")
    return found


def waiting(title: str, issues: int, unanswered: Sequence[Issue]) -> str:
    """Two of the four issues raised on “Bid” have no response: 3 and 4."""
    have = "has" if len(unanswered) == 1 else "have"
    of = f"{number(len(unanswered))} of the {counted(issues, 'issue')}" if issues > 1 else "the issue"
    numbers = listing(one.number for one in unanswered)
    return f"{of[:1].upper()}{of[1:]} raised on “{title}” {have} no response: {numbers}."
