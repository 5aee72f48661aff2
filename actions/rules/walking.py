"""Walking the list at a meeting: what may be done to each action there, and what may be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.models import Action, Progress
from actions.rules.action import LONGEST_REPORT, Incomplete
from trust.tools.refusal import Refused

Kind = Progress.Kind
#: What is done to an action at a meeting, by the kind of entry it leaves.
AT_MEETING = (Kind.NOTED, Kind.CLOSED, Kind.DUE, Kind.CARRIED)
LOOKED_AT_AGAIN = "To be looked at again at the next meeting."


@dataclass(frozen=True)
class WalkAct:
    """One act: its name in the address of the form, its key, and what its box and button say."""

    name: str
    key: str
    said: str
    box: str
    needs_words: bool = False
    asks_when: bool = False


ACTS = (
    WalkAct("note", "n", "Note", "What was said", needs_words=True),
    WalkAct("close", "c", "Close", "What was agreed, if somebody has not done their part"),
    WalkAct("extend", "e", "Extend", "Reason", needs_words=True, asks_when=True),
    WalkAct("carry", "y", "Carry", "What was said, if anything"),
)


def times_extended(times: int) -> str:
    """ "extended twice"; "" where it never was."""
    return f"extended { ({1: 'once', 2: 'twice'}.get(times) or f'{times} times') }" if times else ""


def check_note(text: str) -> None:
    if not text.strip():
        raise Incomplete("Write what was said.")
    check_length(text)


def check_length(text: str) -> None:
    if len(text) > LONGEST_REPORT:
        raise Incomplete(f"A note holds up to {LONGEST_REPORT:,} characters; this one has {len(text):,}.")


def check_can_walk(action: Action, is_called_off: bool) -> None:
    if is_called_off:
        raise Refused("This meeting was called off. Keep its actions on their own pages.")
    if action.is_settled:
        raise Refused(f"{action.reference} is {action.get_state_display().lower()} already.")


def check_can_take_back(entry: Progress, later: Sequence[Progress]) -> None:
    """What was done at a meeting, once, and while nothing else was done to the action since."""
    if entry.meeting_id is None or entry.kind not in AT_MEETING:
        raise Refused("That was not done at a meeting, and cannot be taken back here.")
    if getattr(entry, "undone", None):
        raise Refused("That is taken back already.")
    if entry.kind != Kind.NOTED and later:
        raise Refused("Meanwhile something else was said or done. Change the action on its own page.")
