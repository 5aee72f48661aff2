"""What becomes of an item that is not simply taken: deferred, withdrawn, taken with another; and putting it back."""

from collections.abc import Iterable

from meetings.models import AgendaItem, Meeting, Purpose
from meetings.rules.agenda import named
from trust.tools.refusal import Refused
from trust.tools.words import long_date

State = AgendaItem.State

#: What each state may be followed by: from any but open the way leads back over the agenda.
NEXT: dict[str, tuple[str, ...]] = {
    State.OPEN: (State.DEFERRED, State.WITHDRAWN, State.MOVED),
    State.DEFERRED: (State.OPEN,),
    State.WITHDRAWN: (State.OPEN,),
    State.MOVED: (State.OPEN,),
}


def check_can_become(item: AgendaItem, state: str, *, holds_items: bool = False) -> None:
    """An item is deferred, withdrawn or moved from the open agenda, and put back on it from there."""
    if state not in NEXT[item.state]:
        if item.state == State.OPEN:
            raise Refused(f"{named(item, 'Item')} is on the agenda already.")
        raise Refused(
            f"{named(item, 'Item')} is {item.get_state_display().lower()} already. Put it back on the agenda first."
        )
    if holds_items:
        raise Refused("Items stand under this heading. Deal with each of them.")


def check_can_take_in(into: AgendaItem, item: AgendaItem) -> None:
    """Another item of the same meeting, itself on the agenda, takes this one in."""
    if into.pk == item.pk:
        raise Refused("An item cannot be taken with itself.")
    if into.meeting_id != item.meeting_id:
        raise Refused("Both items are of one meeting.")
    if into.state != State.OPEN:
        raise Refused(f"{named(into, 'Item')} is {into.get_state_display().lower()}. Choose one that is taken.")


def check_can_carry(later: Meeting | None) -> None:
    """Whether there is a later agenda that business can be put on."""
    if later is None:
        raise Refused("No later meeting of this board is in the calendar yet. Call one, then put this on its agenda.")
    if later.state == Meeting.State.HELD:
        raise Refused(f"The meeting on {long_date(later.date)} has been held, and its agenda is closed.")


def check_not_carried_yet(title: str, carried: Iterable[AgendaItem]) -> None:
    """The same business from the same item stands on the later agenda once."""
    found = next((item for item in carried if same_title(item.title, title)), None)
    if found is not None:
        raise Refused(f"“{found.title}” is on the agenda of {long_date(found.meeting.date)} already.")


def same_title(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def check_can_come_off(item: AgendaItem, *, minuted: bool, changed: bool) -> None:
    """Undo of what put an item here: as long as nobody has done anything with it since."""
    if minuted:
        raise Refused(f"{named(item, 'Item')} has been minuted since, and stays.")
    if changed:
        raise Refused(f"{named(item, 'Item')} has been changed since, and stays.")


def section_like(section: AgendaItem | None, sections: Iterable[AgendaItem]) -> AgendaItem | None:
    """The heading of a later agenda under which business belongs: of the same name, else the last one for business."""
    sections = list(sections)
    same = next((one for one in sections if section and same_title(one.title, section.title)), None)
    business = [one for one in sections if one.purpose == Purpose.DISCUSSION]
    return same or (business[-1] if business else None)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(".")
