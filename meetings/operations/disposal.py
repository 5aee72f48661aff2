"""What becomes of an item that is not simply taken: deferred, withdrawn, taken with another; and putting it back."""

from dataclasses import dataclass
from typing import Any

from meetings.models import AgendaItem
from meetings.operations.arrival import goes_along
from meetings.operations.late import WHOLE, carry, item_held, let_go, was_changed
from meetings.operations.locked import locked_record_refuses, open_agenda
from meetings.queries.meeting import next_meeting
from meetings.rules.disposal import check_can_become, check_can_carry, check_can_come_off, check_can_take_in
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import why_not

State = AgendaItem.State


@dataclass(frozen=True)
class Deferred:
    """The item, and where it arrived; ``not_carried`` says why it arrived nowhere yet."""

    item: AgendaItem
    arrived_as: AgendaItem | None
    not_carried: str


def defer(*, item: AgendaItem, reason: str, by: Any) -> Deferred:
    """Defer an item to the next meeting: it arrives on that agenda with its words, and says where it came from.

    A board defers whether or not its next meeting is in the calendar; then nothing arrives, and the answer says so.
    """
    with locked_record_refuses():
        item = _becomes(item, State.DEFERRED, reason, by=by)
        later = next_meeting(item.meeting)
        not_carried = why_not(check_can_carry, later)
        arrived = None
        if not not_carried:
            not_carried, arrived = _carried(item, by)
    return Deferred(item, arrived, not_carried)


def withdraw(*, item: AgendaItem, reason: str, by: Any) -> AgendaItem:
    with locked_record_refuses():
        return _becomes(item, State.WITHDRAWN, reason, by=by)


def move_into(*, item: AgendaItem, into: AgendaItem, reason: str, by: Any) -> AgendaItem:
    """Take an item together with another of the same meeting; those taken with it before go along."""
    with locked_record_refuses():
        open_agenda(item.meeting, by)
        into = item_held(into, by)
        check_can_take_in(into, item)
        for one in item.taken_here.all():
            one.moved_to = into
            keep(one, by=by)
        return _becomes(item, State.MOVED, reason, by=by, moved_to=into)


def put_back(*, item: AgendaItem, by: Any) -> AgendaItem:
    """Undo: the item is on the agenda again. Where it had arrived later it comes off, unless written on since."""
    with locked_record_refuses():
        open_agenda(item.meeting, by)
        item = item_held(item, by)
        check_can_become(item, State.OPEN)
        for arrived in item.continued_as.exclude(meeting=item.meeting).filter(title=item.title):
            if item.state == State.DEFERRED:
                open_agenda(arrived.meeting, by)
                check_can_come_off(arrived, minuted=arrived.blocks.exists(), changed=was_changed(arrived))
                goes_along(item=arrived, to=item, by=by)
                let_go(arrived, by=by)
        return _write(item, State.OPEN, "", by=by)


def _becomes(item: AgendaItem, state: str, reason: str, *, by: Any, moved_to: AgendaItem | None = None) -> AgendaItem:
    open_agenda(item.meeting, by)
    item = item_held(item, by)
    check_can_become(item, state, holds_items=item.items.exists())
    return _write(item, state, plain(reason).strip(), by=by, moved_to=moved_to)


def _write(item: AgendaItem, state: str, reason: str, *, by: Any, moved_to: AgendaItem | None = None) -> AgendaItem:
    item.state, item.state_reason, item.moved_to = state, reason, moved_to
    return keep(item, by=by, because=reason)


def _carried(item: AgendaItem, by: Any) -> tuple[str, AgendaItem | None]:
    """Arrived on the next agenda; or why it stands there already."""
    found: list[AgendaItem] = []
    sentence = why_not(lambda: found.append(carry(item, item.title, WHOLE, by=by)))
    for arrived in found:
        goes_along(item=item, to=arrived, by=by)
    return sentence, found[0] if found else None
