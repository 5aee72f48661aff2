"""What is read and made of actions while the minutes are at the desk."""

from collections.abc import Iterable

from meetings.models import Minutes
from meetings.rules.blocks import Block, BlockRefused
from trust.tools.refusal import Refused

LONGEST_WHO, LONGEST_WHEN = 160, 120


def check_lines(blocks: Iterable[Block]) -> None:
    """Refuse, by its block, a line that is longer than names and dates are."""
    for block in blocks:
        if len(block.who or "") > LONGEST_WHO:
            found = f"Who by holds up to {LONGEST_WHO} characters. Put the rest into the action."
            raise BlockRefused(found, block.key)
        if len(block.when or "") > LONGEST_WHEN:
            found = f"When by holds up to {LONGEST_WHEN} characters. Put the rest into the action."
            raise BlockRefused(found, block.key)


def check_at_desk(minutes: Minutes | None) -> None:
    """What arose at a meeting, and who owes it, is settled when its draft goes out to members."""
    if minutes and minutes.state != Minutes.State.DRAFT:
        raise Refused("The draft has left the desk. Add to the log, or change who owes an action, on its own page.")
