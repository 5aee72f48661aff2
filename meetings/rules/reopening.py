"""Approved minutes are opened again, as the next version, with a reason (demand 7)."""

from meetings.models import Minutes
from meetings.rules.minutes import REOPEN, check_can_take
from trust.tools.refusal import Refused

LONGEST = 1_000


def check_can_reopen(minutes: Minutes, reason: str) -> None:
    """Whoever reads them later reads why: a reopening without its reason is refused."""
    check_can_take(minutes, REOPEN)
    if not reason.strip():
        raise Refused("Say why the minutes are opened again: everybody who reads them later reads it.")
    if len(reason) > LONGEST:
        raise Refused(f"A reason holds at most {LONGEST:,} characters.")
