"""What is done at the desk besides writing: when it was done, and how it is refused."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from trust.tools.refusal import Refused

#: How far a computer's clock may be ahead of ours, and how long an act may have waited on it.
AHEAD, WAITED = dt.timedelta(minutes=5), dt.timedelta(days=14)

FAST = "This computer’s clock is fast, so the time of arrival is kept."
LONG_SINCE = "It waited on this computer for more than a fortnight, so the time of arrival is kept."


class ActRefused(Refused):
    """No such act, or procedure does not allow it: the desk keeps it, and asks what is to become of it."""

    status = 422


@dataclass(frozen=True)
class SentAct:
    """One act as a desk sent it; ``asked`` holds the fields of its kind, not looked at yet."""

    key: UUID
    kind: str
    done_at: dt.datetime
    asked: dict[str, Any]


@dataclass(frozen=True)
class Done:
    """What was done, in a sentence, and the act that would undo it: its kind and its fields."""

    sentence: str
    undo: Mapping[str, Any] = field(default_factory=dict)


def when_done(done_at: dt.datetime, at: dt.datetime) -> tuple[dt.datetime, str]:
    """The officer's own time where it can be true, else that of arrival with a sentence. Nothing is refused for it."""
    if done_at > at + AHEAD:
        return at, FAST
    if done_at < at - WAITED:
        return at, LONG_SINCE
    return min(done_at, at), ""


def check_as_left(what: str, asked: Mapping[str, Any], now: Any) -> None:
    """An undo takes back what was done, and never what somebody did since."""
    if "left" in asked and asked["left"] != now:
        raise ActRefused(f"{what} has been changed since. Nothing was taken back.")
