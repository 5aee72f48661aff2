"""When minutes may be published, and taken back."""

from meetings.models import Minutes
from trust.tools.refusal import Refused


def check_can_publish(minutes: Minutes) -> None:
    """Approved minutes only; publication is its own act (demand 9)."""
    if not minutes.is_locked:
        raise Refused("Only approved minutes are published.")
    if minutes.is_published:
        raise Refused("These minutes are published already.")


def check_can_withdraw(minutes: Minutes, reason: str) -> None:
    if not minutes.is_published:
        raise Refused("These minutes are not published.")
    if not reason.strip():
        raise Refused("Say why publication is withdrawn: the history of the minutes keeps it.")
