"""How far minutes have come on their way, as a reader is told it: each stage with its day, and what is next."""

import datetime as dt
from dataclasses import dataclass

from boards.models import TermsOfReference
from meetings.models import Minutes
from trust.tools.words import long_date, short_date

State = Minutes.State
_ORDER = (State.DRAFT, State.CIRCULATED, State.CLEARED, State.APPROVED, State.SIGNED)


@dataclass(frozen=True)
class Stage:
    """One stage of the way. ``when`` tells the day where it is behind; the next one is where the minutes are."""

    name: str
    when: str = ""
    is_done: bool = False
    is_next: bool = False


def way_of(minutes: Minutes, terms: TermsOfReference | None) -> tuple[Stage, ...]:
    """Every stage that the terms ask for, in order; the first that is not done is the next."""
    found, is_next = [], True
    for name, when, is_done in _stages(minutes, terms):
        found.append(Stage(name, when, is_done, is_next and not is_done))
        is_next = is_next and is_done
    return tuple(found)


def _stages(minutes: Minutes, terms: TermsOfReference | None) -> list[tuple[str, str, bool]]:
    reached = _ORDER.index(State(minutes.state))
    stages = [("Written at the desk", "", reached >= 1)]
    stages.append(("Circulated for comment", _circulated(minutes), reached >= 1))
    if (terms and terms.chair_clears) or minutes.cleared_at:
        stages.append(("Cleared by the chair", _day(minutes.cleared_at), minutes.cleared_at is not None))
    stages.append(("Approved", _day(minutes.approved_at), minutes.is_locked))
    if terms is None or terms.signatory != TermsOfReference.Signatory.NOBODY or minutes.state == State.SIGNED:
        stages.append(("Signed", "", minutes.state == State.SIGNED))
    stages.append(("Published", _day(minutes.published_at), minutes.is_published))
    return stages


def _circulated(minutes: Minutes) -> str:
    if minutes.circulated_at is None:
        return ""
    until = minutes.comments_until
    is_open = minutes.state == State.CIRCULATED and until is not None
    return f"{_day(minutes.circulated_at)}{f'; comments until {long_date(until)}' if is_open and until else ''}"


def _day(moment: dt.datetime | None) -> str:
    return short_date(moment) if moment else ""
