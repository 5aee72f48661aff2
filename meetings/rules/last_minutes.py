"""The item at which minutes are approved: what it says, and where it goes on an agenda that has none."""

import datetime as dt
from collections.abc import Sequence

from meetings.models import AgendaItem, Purpose
from meetings.rules.agenda import Branch
from trust.tools.words import listing, long_date

TITLE = "Minutes of the last meeting"
#: Begins what the item says by itself; where an officer wrote something else, that stands.
BEGINS = "To agree the minutes of "

_BEFORE = {Purpose.APOLOGIES, Purpose.DECLARATIONS}


def words_for(own: Sequence[dt.date], elsewhere: Sequence[tuple[str, dt.date]]) -> str:
    """To agree the minutes of the meetings on Tuesday 9 September 2025 and Tuesday 14 October 2025.

    ``elsewhere`` are those of other boards, each by its name ("" where it may not be told) and day; "" for none.
    """
    said = []
    if own:
        said.append(f"the {'meeting' if len(own) == 1 else 'meetings'} on {listing(long_date(day) for day in own)}")
    for name, day in elsewhere:
        said.append(f"the meeting of the {name} on {long_date(day)}" if name else f"a meeting on {long_date(day)}")
    return f"{BEGINS}{listing(said)}." if said else ""


def is_by_itself(text: str) -> bool:
    """Whether what the item says may be brought up to date: nobody wrote it otherwise."""
    return not text or text.startswith(BEGINS)


def place_for(found: Sequence[Branch[AgendaItem]]) -> int:
    """How many headings or items go before it: those for apologies and declarations that the agenda begins with."""
    for place, branch in enumerate(found):
        purposes = {branch.top.purpose, *(item.purpose for item in branch.items)}
        if not purposes & _BEFORE:
            return place
    return len(found)
