"""The same action said twice is one action: which may be joined, and which may be parted again (gap 6)."""

import re

from actions.models import Action
from trust.tools.refusal import Refused

REFERENCE = re.compile(r"([A-Z0-9][A-Z0-9-]*)/(\d{4})/(\d{1,6})", re.IGNORECASE)


def reference_in(words: str) -> tuple[str, int, int] | None:
    """Prefix, year and number of the first reference in these words."""
    found = REFERENCE.search(words)
    return (found[1].upper(), int(found[2]), int(found[3])) if found else None


def check_can_join(action: Action, to: Action, *, others_point_here: bool) -> None:
    """``action`` is to point on to ``to``; both are open, and neither points anywhere yet."""
    if action.pk == to.pk:
        raise Refused("That is this action itself. Give the reference of the other one.")
    if to.joined_to_id:
        raise Refused(f"{to.reference} points on itself, to {to.joined_to and to.joined_to.reference}. Give that one.")
    if action.joined_to_id:
        raise Refused(f"{action.reference} points on already. Part it first.")
    if others_point_here:
        raise Refused(f"Other references point to {action.reference}. Join it the other way round, from the other one.")
    for one in (action, to):
        if one.is_settled:
            raise Refused(f"{one.reference} is {one.get_state_display().lower()}. Only open actions are joined.")


def check_can_part(action: Action) -> None:
    if not action.joined_to_id:
        raise Refused(f"{action.reference} stands by itself.")
