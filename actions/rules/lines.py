"""The line under an action block, who by and when by, as typed at the desk."""

from collections.abc import Mapping
from uuid import UUID

from meetings.rules.blocks import BlockRefused

LONGEST_WHO, LONGEST_WHEN = 160, 120


def check_lines(lines: Mapping[UUID, tuple[str, str]]) -> None:
    """Refuse, by its block, a line that is longer than names and dates are."""
    for key, (who, when) in lines.items():
        if len(who) > LONGEST_WHO:
            raise BlockRefused(f"Who by holds up to {LONGEST_WHO} characters. Put the rest into the action.", key)
        if len(when) > LONGEST_WHEN:
            raise BlockRefused(f"When by holds up to {LONGEST_WHEN} characters. Put the rest into the action.", key)
