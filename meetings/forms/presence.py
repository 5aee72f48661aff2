"""What an open desk says of itself, read from JSON."""

import json
from uuid import UUID

from meetings.rules.presence import NoPulse, Sent


def read_pulse(body: bytes) -> Sent:
    """Refuses with 422 what is not the shape of it."""
    try:
        sent = json.loads(body)
        item = sent.get("item")
        if item is not None and (not isinstance(item, int) or not 0 < item < 2**63):
            raise ValueError
        return Sent(UUID(sent["window"]), item, bool(sent.get("wrote")), bool(sent.get("closing")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NoPulse("What was sent does not say where the desk is.") from None
