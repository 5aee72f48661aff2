"""Two officers, one item: neither text is lost."""

from meetings.models import MinutedItem
from trust.tools.refusal import Refused


class Conflict(Refused):
    """The item was saved by somebody else since this text was begun; ``current`` is the item as it now stands."""

    status = 409

    def __init__(self, current: MinutedItem) -> None:
        self.current = current
        who = getattr(current.saved_by, "person", None) or "Somebody else"
        super().__init__(f"{who} saved this item after you opened it. Both texts are kept: choose what stands.")


def check_base(minuted: MinutedItem, base: int) -> None:
    """Refuse text that was begun on another version than the one that stands."""
    if minuted.version != base:
        raise Conflict(minuted)
