"""Whether attendance falls: of a board over its last meetings, and of a seat that nobody fills any more."""

from collections.abc import Sequence
from dataclasses import dataclass

#: How many meetings are set against as many before them, and how many seats fewer of a hundred is falling.
MEETINGS = 3
LESS = 15


@dataclass(frozen=True)
class Filled:
    """One seat at one meeting."""

    seat: int
    name: str
    is_filled: bool


def share(meeting: Sequence[Filled]) -> int:
    """Of a hundred seats, how many were filled by the holder or a substitute."""
    return round(100 * sum(one.is_filled for one in meeting) / len(meeting)) if meeting else 0


def falling(meetings: Sequence[Sequence[Filled]]) -> str:
    """The last meetings against those before; ``meetings`` latest first, only those that were held and recorded."""
    last, before = meetings[:MEETINGS], meetings[MEETINGS : 2 * MEETINGS]
    if len(before) < MEETINGS:
        return ""
    now, then = (sum(map(share, some)) // MEETINGS for some in (last, before))
    if then - now < LESS:
        return ""
    return f"Of 100 voting seats {now} were filled at the last three meetings, after {then} at the three before."


def stayed_away(meetings: Sequence[Sequence[Filled]]) -> list[tuple[int, str]]:
    """Seats, with a name, that nobody filled at any of the last meetings while somebody held them."""
    last = meetings[:MEETINGS]
    if len(last) < MEETINGS:
        return []
    empty = [{one.seat: one.name for one in meeting if not one.is_filled} for meeting in last]
    return [(seat, name) for seat, name in empty[0].items() if all(seat in some for some in empty[1:])]
