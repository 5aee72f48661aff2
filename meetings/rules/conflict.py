"""Two officers, one item: neither text is lost."""

from uuid import UUID

from meetings.models import MinutedItem
from trust.tools.refusal import Refused


class Conflict(Refused):
    """The item was saved by somebody else since this text was begun; ``current`` is the item as it now stands."""

    status = 409

    def __init__(self, current: MinutedItem) -> None:
        self.current = current
        who = getattr(current.saved_by, "person", None) or "Somebody else"
        super().__init__(f"{who} saved this item after you opened it. Both texts are kept: choose what stands.")


#: Windows whose last save an item remembers: one that was away longer than this many others wrote meets a conflict.
MOST_WINDOWS = 50


def is_taken(minuted: MinutedItem, save: UUID, window: UUID | None) -> bool:
    """Whether this save was taken before, and its answer lost, whoever saved since: a window sends one at a time."""
    return minuted.last_save == save or [str(window), str(save)] in minuted.taken_from


def with_taken(taken_from: list[list[str]], save: UUID, window: UUID | None) -> list[list[str]]:
    """The last save of each window, with this one."""
    others = [one for one in taken_from if one[0] != str(window)]
    return [*others, [str(window), str(save)]][-MOST_WINDOWS:] if window else taken_from


def check_base(minuted: MinutedItem, base: int) -> None:
    """Refuse text that was begun on another version than the one that stands."""
    if minuted.version != base:
        raise Conflict(minuted)
