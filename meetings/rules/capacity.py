"""In which legal capacity a board decides: pooled apart from aligned, each under its heading (habit H7), and neither
before the partners' legal agreement (requirement 1.16 (ii))."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from boards.rules.in_law import LegalAgreement
from meetings.models import AgendaItem, Meeting
from meetings.rules.agenda import named
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date

Capacity = AgendaItem.Capacity
HEADINGS: dict[str, str] = {
    Capacity.POOLED: "Business of the pooled budget",
    Capacity.ALIGNED: "Business of the aligned budget",
    Capacity.USUAL: "Other business",
}
#: What is missing where no agreement covers the day, and where the one that the item names does not.
NONE_THAT_DAY = (
    "No section 75 agreement of this board’s partners is recorded for that day.",
    "The agreement that the item names does not cover that day.",
)


def capacity_of_item(item: Any) -> str:
    """As usual for whatever has none, such as a standing item."""
    return getattr(item, "capacity", Capacity.USUAL)


def part_headings(capacities: Sequence[str]) -> list[str]:
    """The heading over each item of one section, in its order; "" where the one before it goes on."""
    return [HEADINGS[now] if now != before else "" for before, now in pairwise([Capacity.USUAL, *capacities])]


def is_mixed(capacities: Sequence[str]) -> bool:
    """Whether pooled and aligned items of one section take turns, so that one of them needs its heading twice."""
    begun = [heading for heading in part_headings(capacities) if heading and heading != HEADINGS[Capacity.USUAL]]
    return len(begun) != len(set(begun))


def check_agreed_before(item: AgendaItem, agreements: Sequence[LegalAgreement], *, on: dt.date) -> None:
    """An item on a joint budget comes before the board only under its own legal agreement, in force on the meeting's
    day: the one it names, or the only one there is."""
    if item.capacity == Capacity.USUAL:
        return
    own = [one for one in agreements if item.agreement_id in (None, one.pk)]
    if len(own) > 1:
        titles = listing((f"“{one.title}”" for one in own), "or")
        raise Refused(f"{named(item, 'Item')}: say which legal agreement its budget is under, {titles}.")
    if own and own[0].is_in_force:
        return
    budget = Capacity(item.capacity).label.lower()
    wanting = " ".join(agreement.wants for agreement in own) or NONE_THAT_DAY[item.agreement_id is not None]
    raise Refused(
        f"{named(item, 'Item')} is about money of {'an' if budget.startswith('a') else 'a'} {budget}, and the partners "
        f"have no legal agreement on it in force on {short_date(on)}. {wanting} Until then it cannot go out."
    )


def goes_out(meeting: Meeting) -> bool:
    """Whether members have its agenda already, so that whatever is put on it has gone out."""
    return meeting.state == Meeting.State.CALLED
