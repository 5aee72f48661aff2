"""When minutes may be published, and taken back."""

from meetings.models import Minutes
from meetings.rules.signature import Signatory
from trust.tools.refusal import Refused


def check_can_publish(minutes: Minutes, *, signatory: str, is_out: bool) -> None:
    """Approved minutes only, and signed where the terms have somebody sign; publication is its own act (demand 9).

    ``is_out``: this version is published already.
    """
    if not minutes.is_locked:
        raise Refused("Only approved minutes are published.")
    if is_out:
        raise Refused("These minutes are published already.")
    if signatory != Signatory.NOBODY and minutes.state != Minutes.State.SIGNED:
        raise Refused("These minutes are not signed yet. They are published once they are.")


def check_can_withdraw(*, is_published: bool, reason: str) -> None:
    if not is_published:
        raise Refused("These minutes are not published.")
    if not reason.strip():
        raise Refused("Say why publication is withdrawn: the history of the minutes keeps it.")
