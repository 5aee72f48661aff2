"""The way of the minutes: draft, circulated, approved, signed; each state with those that may follow it."""

from meetings.models import Minutes
from trust.tools.refusal import Refused

State = Minutes.State

#: What each state may be followed by. Approved text is never reopened: a correction is recorded in later minutes.
NEXT: dict[str, tuple[str, ...]] = {
    State.DRAFT: (State.CIRCULATED,),
    State.CIRCULATED: (State.DRAFT, State.CLEARED, State.APPROVED),
    State.CLEARED: (State.DRAFT, State.CIRCULATED, State.APPROVED),
    State.APPROVED: (State.SIGNED,),
    State.SIGNED: (),
}

_REFUSED: dict[tuple[str, str], str] = {
    (State.DRAFT, State.DRAFT): "These minutes are at the desk already.",
    (State.DRAFT, State.APPROVED): "These minutes are still at the desk: circulate them before they are approved.",
    (State.CIRCULATED, State.CIRCULATED): "These minutes have been circulated already.",
    (State.APPROVED, State.APPROVED): "These minutes have been approved already.",
    (State.SIGNED, State.APPROVED): "These minutes have been approved and signed already.",
}


def check_can_become(minutes: Minutes, state: str) -> None:
    """Procedure's order of states."""
    if state in NEXT[minutes.state]:
        return
    if minutes.is_locked and (minutes.state, state) not in _REFUSED:
        raise Refused("These minutes are approved and cannot be changed.")
    fallback = f"Minutes that are {State(minutes.state).label.lower()} cannot become {State(state).label.lower()}."
    raise Refused(_REFUSED.get((minutes.state, state), fallback))
