"""What the minutes say of an item beside what was said of it: late, from where, in another order, not taken and why.

Only what is kept with this meeting's own items is told, so that minutes once approved read the same ever after.
"""

from collections.abc import Iterable, Mapping

from meetings.models import AgendaItem
from meetings.rules.agenda import named
from meetings.rules.order import taken_otherwise
from trust.tools.words import short_date

State = AgendaItem.State


def told_of_items(items: Mapping[int, AgendaItem]) -> dict[int, list[str]]:
    """By item, the sentences under its heading; ``items`` are those the edition shows, and no other is named."""
    order = taken_otherwise(items.values())
    told: dict[int, list[str]] = {}
    for pk, item in items.items():
        told[pk] = [*_late(item), *_origin(item, items), *_joined(item, items.values()), *_fate(item, items)]
        if pk in order and item.state == State.OPEN:
            told[pk].append(order[pk])
    return told


def _late(item: AgendaItem) -> Iterable[str]:
    if item.is_late:
        yield f"Urgent item. Reason for lateness: {_stopped(item.late_reason)}"


def _origin(item: AgendaItem, items: Mapping[int, AgendaItem]) -> Iterable[str]:
    """An earlier meeting's day is told, not its item's number: that edition of this one may not show it."""
    came = item.came_from
    if came is None:
        return
    if came.meeting_id == item.meeting_id:
        if came.pk in items:
            yield f"Taken apart from {named(came)}."
    else:
        how = "Deferred" if came.state == State.DEFERRED else "Brought"
        yield f"{how} from the meeting on {short_date(came.meeting.date)}."


def _joined(item: AgendaItem, items: Iterable[AgendaItem]) -> Iterable[str]:
    for other in items:
        if other.state == State.MOVED and other.moved_to_id == item.pk:
            yield f"{named(other, 'Item')} was taken with this item."


def _fate(item: AgendaItem, items: Mapping[int, AgendaItem]) -> Iterable[str]:
    into = items.get(item.moved_to_id or 0)
    said = {
        State.DEFERRED: "Deferred to a later meeting.",
        State.WITHDRAWN: "Withdrawn.",
        State.MOVED: f"Taken with {named(into)}." if into else "Taken with another item.",
    }.get(State(item.state))
    if said:
        yield f"{said} {_stopped(item.state_reason)}".strip()


def _stopped(reason: str) -> str:
    reason = reason.strip()
    return reason if not reason or reason[-1] in ".!?…" else f"{reason}."
