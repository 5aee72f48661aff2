"""Recording that somebody came or went while the meeting went on, and taking it back."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from meetings.models import AgendaItem, Attendance, Movement
from meetings.operations.locked import locked_record_refuses, open_row
from meetings.operations.recorded import after_recording, check_still_presiding, movements_told
from meetings.queries.attendance import attendance_rows
from meetings.queries.room import room_record
from meetings.rules import movement as rules
from meetings.rules.agenda import check_on_agenda
from meetings.rules.attendance import check_in_one_place
from meetings.rules.order import order_taken
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

Status = Attendance.Status


def record_movement(
    *,
    attendance: Attendance,
    direction: str,
    item: AgendaItem | None,
    at_time: dt.time | None,
    by: Any,
    came_late: bool = False,
) -> Movement:
    """Somebody arrives or leaves, at an item or a time or both (demand 14). Whoever was not marked as present and
    arrives is present from then on; ``came_late`` says the same of somebody marked as present already."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        rules.check_place_given(item, at_time)
        check_on_agenda(meeting, item)
        coming = Movement(attendance=row, direction=direction, item=item, at_time=at_time)
        moved = _moved(row, by)
        at = rules.place_in(moved, coming, order_taken(meeting.items.all()))
        rules.check_can_move(row, moved, coming, at, came_late=came_late)
        if not row.is_in_the_room:
            rows = attendance_rows(meeting)
            check_in_one_place(row, Status.PRESENT, rows)
            row.status = Status.PRESENT
            keep(row, by=by, because=rules.BECAUSE_ARRIVED)
            after_recording(meeting, by=by)
        _number([*moved[:at], coming, *moved[at:]], by=by)
        check_still_presiding(row, room_record(meeting))
    return coming


def take_back_movement(*, movement: Movement, by: Any) -> None:
    """One recorded by mistake. Whoever was present by it alone is as they were marked before."""
    with locked_record_refuses():
        meeting, row = open_row(movement.attendance, by)
        going = row.movements.filter(pk=movement.pk).first()
        if going is None:
            raise Refused("That was taken back already.")
        moved = _moved(row, by)
        rules.check_can_take_back(row, moved, going)
        discard(going, by=by)
        last = row.history.first()
        if len(moved) == 1 and last and last.history_change_reason == rules.BECAUSE_ARRIVED and last.prev_record:
            row.status = last.prev_record.status
            keep(row, by=by)
            after_recording(meeting, by=by)


def _moved(row: Attendance, by: Any) -> list[Movement]:
    """In sequence, those that follow from a declaration apart."""
    return [one for one in movements_told(row, by) if one.declaration_id is None]


def _number(moved: Sequence[Movement], *, by: Any) -> None:
    for position, movement in enumerate(moved, 1):
        if movement.pk is None or movement.position != position:
            movement.position = position
            keep(movement, by=by)
