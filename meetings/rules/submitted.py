"""Items that members submit, and what becomes of them (habit H5)."""

from meetings.models import SubmittedItem
from trust.tools.refusal import Refused

TOLD = {
    SubmittedItem.State.TAKEN: "It has been taken onto an agenda already.",
    SubmittedItem.State.DECLINED: "It has been declined already.",
    SubmittedItem.State.WITHDRAWN: "It has been taken back by whoever submitted it.",
}


def check_waiting(submitted: SubmittedItem) -> None:
    """Answered once."""
    if told := TOLD.get(SubmittedItem.State(submitted.state)):
        raise Refused(told)


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("Say why, so that whoever submitted it knows.")
