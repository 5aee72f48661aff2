"""The way of the minutes: draft, circulated, cleared, approved, signed; each step with the states it may follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from meetings.models import Minutes
from meetings.models.locks import SENTENCE
from trust.tools.refusal import Refused

State = Minutes.State


@dataclass(frozen=True)
class Step:
    """One act on the way: the state it leads to, those it may follow, and why no other, where that needs saying."""

    becomes: str
    after: tuple[str, ...]
    refused: Mapping[str, str] = field(default_factory=dict)


_AT_THE_DESK = "These minutes are still at the desk: circulate them before they are "
_NOT_CLEARED = "These minutes are not cleared by the chair, so there is nothing to take back."
_NOT_APPROVED = "Only approved minutes are reopened: these can still be corrected, or returned to the desk."

CIRCULATE = Step(
    State.CIRCULATED,
    (State.DRAFT,),
    {
        State.CIRCULATED: "These minutes have been circulated already.",
        State.CLEARED: "These minutes have been circulated already, and the chair has cleared them.",
    },
)
RETURN = Step(State.DRAFT, (State.CIRCULATED, State.CLEARED), {State.DRAFT: "These minutes are at the desk already."})
CLEAR = Step(
    State.CLEARED,
    (State.CIRCULATED,),
    {State.DRAFT: f"{_AT_THE_DESK}cleared.", State.CLEARED: "The chair has cleared these minutes already."},
)
TAKE_BACK_CLEARING = Step(
    State.CIRCULATED, (State.CLEARED,), {State.DRAFT: _NOT_CLEARED, State.CIRCULATED: _NOT_CLEARED}
)
APPROVE = Step(
    State.APPROVED,
    (State.CIRCULATED, State.CLEARED),
    {
        State.DRAFT: f"{_AT_THE_DESK}approved.",
        State.APPROVED: "These minutes have been approved already.",
        State.SIGNED: "These minutes have been approved and signed already.",
    },
)
SIGN = Step(State.SIGNED, (State.APPROVED,), {State.SIGNED: "These minutes have been signed already."})
REOPEN = Step(
    State.CIRCULATED,
    (State.APPROVED, State.SIGNED),
    dict.fromkeys((State.DRAFT, State.CIRCULATED, State.CLEARED), _NOT_APPROVED),
)

STEPS = (CIRCULATE, RETURN, CLEAR, TAKE_BACK_CLEARING, APPROVE, SIGN, REOPEN)

#: What each state may be followed by. Approved minutes are opened again only as the next version, with the reason.
NEXT: dict[str, tuple[str, ...]] = {
    state: tuple(dict.fromkeys(step.becomes for step in STEPS if state in step.after)) for state in State
}

#: The step meant where only its end is named.
_ONWARD = {step.becomes: step for step in (CIRCULATE, RETURN, CLEAR, APPROVE, SIGN)}


def check_can_take(minutes: Minutes, step: Step) -> None:
    """Procedure's order of steps."""
    if minutes.state in step.after:
        return
    if minutes.state in step.refused:
        raise Refused(step.refused[minutes.state])
    if minutes.is_locked:
        raise Refused(SENTENCE)
    was, becomes = State(minutes.state).label.lower(), State(step.becomes).label.lower()
    raise Refused(f"Minutes that are {was} cannot become {becomes}.")


def check_can_become(minutes: Minutes, state: str) -> None:
    """Procedure's order of states, for whoever names the state to be reached."""
    check_can_take(minutes, _ONWARD[state])
