"""What is read and made of actions while the minutes are at the desk."""

from collections.abc import Mapping
from uuid import UUID

from meetings.models import Minutes
from meetings.rules.blocks import BlockRefused
from trust.tools.refusal import Refused

LONGEST_WHO, LONGEST_WHEN = 160, 120


def check_lines(lines: Mapping[UUID, tuple[str, str]]) -> None:
    """Refuse, by its block, a line that is longer than names and dates are."""
    for key, (who, when) in lines.items():
        if len(who) > LONGEST_WHO:
            raise BlockRefused(f"Who by holds up to {LONGEST_WHO} characters. Put the rest into the action.", key)
        if len(when) > LONGEST_WHEN:
            raise BlockRefused(f"When by holds up to {LONGEST_WHEN} characters. Put the rest into the action.", key)


def check_at_desk(minutes: Minutes | None) -> None:
    """What arose at a meeting, and who owes it, is settled when its draft goes out to members."""
    if minutes and minutes.state != Minutes.State.DRAFT:
        raise Refused("The draft has left the desk. Add to the log, or change who owes an action, on its own page.")
