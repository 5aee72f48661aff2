"""What an owner may ask of the board, and what may be answered; putting off; evidence; handing on (issue 6 §2)."""

import datetime as dt
from urllib.parse import urlsplit

from actions.models import FINISHED, SETTLED, Action, Part, Request
from actions.rules.action import Incomplete, check_can_report
from trust.tools.refusal import Refused
from trust.tools.words import short_date, the_day

LONGEST_WHY = 1_000
FURTHEST = 5 * 366


def check_part_open(part: Part) -> None:
    """Its owner still has something to do."""
    check_can_report(part.action)
    if part.state in SETTLED:
        raise Refused("Nothing more is asked of this part.")
    if part.state in FINISHED:
        raise Refused("This part is said to be done. Record an update if it is not.")


def check_why(why: str) -> None:
    if not why.strip():
        raise Incomplete("Say why: those who answer see it.")
    if len(why) > LONGEST_WHY:
        raise Incomplete(f"The reason holds up to {LONGEST_WHY:,} characters; this one has {len(why):,}.")


def check_none_waits(waiting: Request | None) -> None:
    """One request at a time, so that nobody answers what is no longer asked."""
    if waiting:
        raise Refused(f"You asked on {short_date(the_day(waiting.asked.at))}, and the board has not answered yet.")


def check_until(until: dt.date | None, due_on: dt.date | None, on: dt.date) -> None:
    """More time is until a later day than it is due, that has not gone by and is within reach."""
    if until is None:
        raise Incomplete("Say until when you need.")
    _check_within_reach(until, on)
    if due_on and until <= due_on:
        raise Incomplete(f"It is due on {short_date(due_on)}: ask for a later day.")


def check_put_off(until: dt.date | None, due_on: dt.date | None, on: dt.date) -> None:
    """One’s own plan, within the time there is (demand 23). None takes it back."""
    if until is None:
        return
    _check_within_reach(until, on)
    if due_on and until > due_on:
        raise Incomplete(f"It is due on {short_date(due_on)}. To do it later, ask the board for more time.")


def _check_within_reach(until: dt.date, on: dt.date) -> None:
    if until <= on:
        raise Incomplete("Choose a day that is still to come.")
    if (until - on).days > FURTHEST:
        raise Incomplete(f"{short_date(until)} is more than five years off. Check the year.")


def check_can_answer(request: Request, sentence: str) -> None:
    """Once, and with a sentence that the owner is shown."""
    if request.outcome:
        raise Refused(f"This request has been answered: {request.get_outcome_display().lower()}.")
    if not sentence.strip():
        raise Incomplete("Answer in a sentence: the owner is shown it.")
    if len(sentence) > LONGEST_WHY:
        raise Incomplete(f"The answer holds up to {LONGEST_WHY:,} characters; this one has {len(sentence):,}.")


def check_address(url: str) -> None:
    """Evidence on the web is at an address that a browser opens, and names no password."""
    if not url:
        return
    try:
        found = urlsplit(url)
        is_web = found.scheme in ("http", "https") and bool(found.hostname) and "." in (found.hostname or "")
    except ValueError:
        raise Incomplete("The address is not one that a browser opens.") from None
    if not is_web or len(url) > 500:
        raise Incomplete("Give an address that begins with http:// or https://, of up to 500 characters.")
    if found.username or found.password:
        raise Incomplete("The address has a name or password in it. Take it out first.")


def check_can_pass(part: Part, to: int, owing: list[int], allowed: list[int]) -> None:
    """To a colleague of the same agency who owes no part of it yet; ``allowed``: colleagues on the day, by key."""
    check_part_open(part)
    if to == part.person_id:
        raise Incomplete("It is theirs already.")
    if to not in allowed:
        raise Refused("Choose somebody who has a post with the same agency, or sits for it, today.")
    if to in owing:
        raise Refused("They owe a part of this action already. Let it be dropped from one of you by the board.")


def passing_said(action: Action, was: str, becomes: str) -> str:
    """For the history of the part."""
    return f"{action.reference} handed on from {was} to {becomes}."
