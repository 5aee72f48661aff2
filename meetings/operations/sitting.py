"""While a meeting goes on: the item now, the order in which items are taken, and the pen."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Meeting, MinutedItem, Sitting
from meetings.operations.locked import lock, locked_record_refuses, open_agenda
from meetings.queries.entitled import check_sees
from meetings.queries.minutes import minutes_of
from meetings.rules.order import order_taken
from meetings.rules.sitting import check_can_take, check_taken_by_opening, was_passed_over
from trust.tools.keeping import keep, keep_all
from trust.tools.refusal import Refused

WHY_ORDER = "The order taken was put right."


def take_item(*, item: AgendaItem, by: Any, at: dt.datetime, opened: bool = False) -> Sitting:
    """Make it the item now. When it first is, that is its place in the order taken; ``at`` is when the officer did it.

    What waited in an outbox while another item was taken elsewhere is kept in the order and does not go back to it.
    ``opened``: it was only opened where the pen is, which takes it while the meeting goes on and not else.
    """
    with locked_record_refuses():
        meeting = lock(item.meeting)
        check_may_minute(by, meeting.board)
        check_sees(by, item)
        minutes = minutes_of(meeting)
        item = AgendaItem.objects.get(pk=item.pk)
        check_can_take(meeting, minutes.state if minutes else None, item, on=timezone.localdate(at))
        sitting = _sitting(meeting)
        if opened:
            check_taken_by_opening(meeting, sitting, at=at)
        is_newer = sitting.item_since is None or at >= sitting.item_since
        if is_newer and sitting.item_id != item.pk:
            _pass_over(sitting, by=by, at=at)
        if item.taken_position is None:
            item.taken_position = _last_taken(meeting) + 1
            keep(item, by=by)
        if is_newer and sitting.item_id != item.pk:
            sitting.item, sitting.item_since = item, at
            keep(sitting, by=by)
    return sitting


@transaction.atomic
def end_sitting(*, meeting: Meeting, by: Any, at: dt.datetime) -> Sitting:
    """The meeting is over: no item is being taken. Taking one again goes on with it."""
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    sitting = _sitting(meeting)
    if sitting.item_id is None:
        raise Refused("No item is being taken.")
    sitting.item, sitting.item_since = None, at
    return keep(sitting, by=by)


@transaction.atomic
def take_pen(*, meeting: Meeting, by: Any, at: dt.datetime, if_free: bool = False) -> Sitting:
    """``by`` has the pen from here on; ``if_free`` only where nobody had it, as for the first to write."""
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    sitting = _sitting(meeting)
    if sitting.pen_id == by.pk or (if_free and sitting.pen_id is not None):
        return sitting
    sitting.pen, sitting.pen_since = by, at
    return keep(sitting, by=by)


def shift_taken(*, item: AgendaItem, up: bool, by: Any) -> None:
    """Put the order taken right: one place earlier or later among those taken. One not taken yet joins them last."""
    with locked_record_refuses():
        taken = _taken(open_agenda(item.meeting, by))
        at = next((at for at, one in enumerate(taken) if one.pk == item.pk), None)
        if at is None:
            taken.append(AgendaItem.objects.get(pk=item.pk))
        elif 0 <= at + (-1 if up else 1) < len(taken):
            taken.insert(at + (-1 if up else 1), taken.pop(at))
        _write_order(taken, by)


def take_out_of_order(*, item: AgendaItem, by: Any) -> None:
    """It was not taken: it has no place in the order."""
    with locked_record_refuses():
        taken = _taken(open_agenda(item.meeting, by))
        out = [one for one in taken if one.pk == item.pk]
        for one in out:
            one.taken_position = None
        keep_all(out, ["taken_position"], by=by, because=WHY_ORDER)
        _write_order([one for one in taken if one not in out], by)


def _sitting(meeting: Meeting) -> Sitting:
    """What is kept of the meeting as it goes on; the meeting is locked, so nobody else begins it meanwhile."""
    return Sitting.objects.filter(meeting=meeting).first() or Sitting(meeting=meeting)


def _taken(meeting: Meeting) -> list[AgendaItem]:
    return [item for item in order_taken(meeting.items.all()) if item.taken_position is not None]


def _last_taken(meeting: Meeting) -> int:
    return max((item.taken_position or 0 for item in _taken(meeting)), default=0)


def _pass_over(sitting: Sitting, *, by: Any, at: dt.datetime) -> None:
    """The item now, if it was only looked at, leaves the order taken again."""
    was = sitting.item
    if was is None or was.taken_position is None or sitting.item_since is None:
        return
    minuted = MinutedItem.objects.filter(item=was, saved_at__gte=sitting.item_since).exists()
    if was_passed_over(sitting, minuted=minuted, at=at) and was.taken_position == _last_taken(was.meeting):
        was.taken_position = None
        keep(was, by=by, because="It was only passed over.")


def _write_order(taken: list[AgendaItem], by: Any) -> None:
    changed = []
    for place, item in enumerate(taken, 1):
        if item.taken_position != place:
            item.taken_position = place
            changed.append(item)
    keep_all(changed, ["taken_position"], by=by, because=WHY_ORDER)
