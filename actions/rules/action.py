"""How an action goes: what may follow what, how the parts make the whole, and what an action still lacks."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.models import FINISHED, SETTLED, Action, Part, State
from trust.tools.refusal import Refused
from trust.tools.words import listing

#: What an owner may say of their own part. To agree that it is closed or no longer needed is for officers and chair.
REPORTABLE = [State.NOT_STARTED, State.IN_PROGRESS, State.BLOCKED, State.DONE]

#: The states of the parts in which the whole is blocked, and those in which it has begun.
_BEGUN = {State.IN_PROGRESS, *FINISHED}

#: What may be done to the whole in each state.
CAN = {
    State.NOT_STARTED: {"report", "close", "drop"},
    State.IN_PROGRESS: {"report", "close", "drop"},
    State.BLOCKED: {"report", "close", "drop"},
    State.DONE: {"report", "close", "drop"},
    State.CLOSED: {"reopen"},
    State.NOT_NEEDED: {"reopen"},
}

LONGEST_REPORT = 5_000


class Incomplete(Refused):
    """What was sent does not say enough; 422, and the form is shown again."""

    status = 422


@dataclass(frozen=True)
class Tally:
    """How many owners have done their part, of how many that are still asked to."""

    done: int
    whole: int

    @property
    def shown(self) -> str:
        """ "9 of 14 done", where more than one owes a part."""
        return f"{self.done} of {self.whole} done" if self.whole > 1 else ""


def tally(states: Iterable[str]) -> Tally:
    asked = [state for state in states if state != State.NOT_NEEDED]
    return Tally(done=sum(state in FINISHED for state in asked), whole=len(asked))


def whole_state(states: Sequence[str], now: str) -> str:
    """The state of an action from the parts still asked for; ``now`` holds where there are none, or it is settled."""
    if not states or now in SETTLED:
        return now
    states = [state for state in states if state != State.NOT_NEEDED]
    if all(state in FINISHED for state in states):
        return State.DONE
    if State.BLOCKED in states:
        return State.BLOCKED
    return State.IN_PROGRESS if _BEGUN.intersection(states) else State.NOT_STARTED


def check_can_report(action: Action) -> None:
    _check_can("report", action, "An update is recorded only on an open action.")


def check_report_says_something(part: Part, state: str, text: str) -> None:
    """An update changes the state or says something; a part that is blocked says by what."""
    if state not in REPORTABLE:
        raise Incomplete("Choose how it is going.")
    if state == State.BLOCKED and not text.strip():
        raise Incomplete("Say what stands in the way, or who.")
    if state == part.state and not text.strip():
        raise Incomplete("Nothing has changed: choose another state, or say how it is going.")
    if len(text) > LONGEST_REPORT:
        raise Incomplete(f"An update holds up to {LONGEST_REPORT:,} characters; this one has {len(text):,}.")


def check_can_close(action: Action, parts: Iterable[Part], reason: str) -> None:
    """Closed by agreement; while a part is open only with a reason, which lets the open parts go (issue 6)."""
    _check_can("close", action, "It cannot be closed twice.")
    waiting = [part.name for part in parts if part.state not in FINISHED]
    if waiting and not reason.strip():
        names = listing(waiting[:5] if len(waiting) <= 5 else [*waiting[:4], f"{len(waiting) - 4} more"])
        raise Incomplete(f"{names} {'has' if len(waiting) == 1 else 'have'} not done their part. Say why it closes.")


def check_can_drop(action: Action, reason: str) -> None:
    _check_can("drop", action, "Reopen it first.")
    check_gives_reason(reason)


def check_can_reopen(action: Action, reason: str) -> None:
    _check_can("reopen", action, "There is nothing to reopen.")
    check_gives_reason(reason)


def check_can_change(action: Action, reason: str) -> None:
    """Due date and owners change only while the action is open, and with a reason (DOMAIN rule 65)."""
    _check_can("report", action, "Reopen it first.")
    check_gives_reason(reason)


def check_gives_reason(reason: str) -> None:
    if not reason.strip():
        raise Incomplete("Give the reason: it is shown in the action’s history.")
    if len(reason) > LONGEST_REPORT:
        raise Incomplete(f"A reason holds up to {LONGEST_REPORT:,} characters; this one has {len(reason):,}.")


def check_is_an_action(text: str) -> None:
    """An action written by hand says what is to be done."""
    if not text.strip():
        raise Incomplete("Say what is to be done.")
    if len(text) > LONGEST_REPORT:
        raise Incomplete(f"An action holds up to {LONGEST_REPORT:,} characters; this one has {len(text):,}.")


def check_seen(last_seen: int, last: int, said: str) -> None:
    """Refuse an act that was decided on before the latest entry; ``said`` is that entry in words."""
    if last_seen != last:
        raise Refused(f"Meanwhile: {said} Read it, then send yours again if it still holds.")


def lacks(*, has_owner: bool, unknown: Sequence[str], due_kind: str) -> list[str]:
    """In two or three words each, what an action still needs before the draft leaves the desk."""
    found = [] if has_owner else ["no owner"]
    found += [f"{words} unknown" for words in unknown]
    return [*found, "no due date"] if due_kind == Action.Due.NONE else found


def late_in_words(due_on: dt.date | None, state: str, today: dt.date) -> str:
    """ "10 days late", "due today"; "" where it is neither, or is done."""
    if due_on is None or state in FINISHED or due_on > today:
        return ""
    days = (today - due_on).days
    return f"{days} {'day' if days == 1 else 'days'} late" if days else "due today"


def handed_by(name: str) -> str:
    """ "from the Anti-bullying group": how a board's lists mark what it follows since a group ended."""
    name = name.removeprefix("The ").removeprefix("the ")
    return f"from the {name}" if name.casefold().endswith("group") else f"from the {name} group"


def _check_can(act: str, action: Action, hint: str) -> None:
    if act not in CAN[State(action.state)]:
        raise Refused(f"{action.reference} is {State(action.state).label.lower()}. {hint}")
