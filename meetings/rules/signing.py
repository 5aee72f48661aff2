"""When minutes can be sealed."""

from meetings.models import Minutes
from trust.tools.refusal import Refused


def check_can_be_signed(minutes: Minutes) -> None:
    """Only what a meeting has approved is signed (LGA 1972 Sch 12 para 41)."""
    if not minutes.is_locked:
        raise Refused("These minutes are a draft. They are signed once a meeting has approved them.")


def check_can_be_sealed(minutes: Minutes) -> None:
    """What is sealed changes no more: only approved minutes are."""
    if not minutes.is_locked:
        raise Refused("These minutes are a draft. They are sealed when they are approved.")
