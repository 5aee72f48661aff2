"""When minutes can be sealed."""

from meetings.models import Minutes
from meetings.rules.signature import Signatory
from trust.tools.refusal import Refused


def check_can_be_exported(minutes: Minutes, *, signatory: str) -> None:
    """The sealed PDF is of what a meeting has approved, and somebody signed where the terms have it so."""
    if not minutes.is_locked:
        raise Refused("These minutes are a draft. They are signed once a meeting has approved them.")
    if signatory != Signatory.NOBODY and minutes.state != Minutes.State.SIGNED:
        raise Refused("The sealed PDF is made once these minutes are signed.")


def check_can_be_sealed(minutes: Minutes) -> None:
    """What is sealed changes no more: only approved minutes are."""
    if not minutes.is_locked:
        raise Refused("These minutes are a draft. They are sealed when they are approved.")
