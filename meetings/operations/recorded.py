"""What follows whenever somebody is marked, in the same transaction: the chair takes the chair, the quorum is kept."""

from collections.abc import Sequence
from typing import Any

from meetings.models import Attendance, Meeting, Movement, Presiding
from meetings.queries.attendance import attendance_rows, quorum_as_listed
from meetings.queries.entitled import sight_at
from meetings.queries.room import RoomRecord
from meetings.rules import attendance as rules
from meetings.rules.edition import withhold
from meetings.rules.presiding import CHAIRS, check_presides_over_no_item, usual_how
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

How = Presiding.How


def row_of(attendance: Attendance, rows: Sequence[Attendance]) -> Attendance:
    """The line among those of its meeting, as it now stands."""
    row = next((row for row in rows if row.pk == attendance.pk), None)
    if row is None:
        raise Refused("They are no longer on the list of this meeting.")
    return row


def movements_told(row: Attendance, by: Any) -> list[Movement]:
    """Somebody's comings and goings; a refusal told of them names no item that ``by`` may not know of."""
    moved = list(row.movements.select_related("item__section").order_by("position", "pk"))
    if moved:
        withhold((one.item for one in moved), sight_at(by, row.meeting))
    return moved


def after_recording(
    meeting: Meeting, rows: Sequence[Attendance] | None = None, *, by: Any, marked: Attendance | None = None
) -> None:
    """The chair of the board presides as soon as they are here and nobody does, a joint chair beside the other.

    The quorum is kept with the meeting. ``rows`` are all its lines as they now stand, read where not given.
    """
    rows = attendance_rows(meeting) if rows is None else rows
    presiding = list(meeting.presidings.filter(item=None).select_related("attendance"))
    first = rules.next_to_preside([row for row in rows if row.seat and row.seat.board_id == meeting.board_id])
    if not any(row.is_presiding for row in rows):
        if presiding:
            _hand_on(presiding[0].attendance, by=by)
        elif first and first.seat and first.seat.role in CHAIRS:
            put_in_the_chair(meeting, first, usual_how(first), by=by)
    elif marked and _joins(marked, presiding):
        put_in_the_chair(meeting, marked, How.JOINT, by=by)
    recorded = quorum_as_listed(meeting, rows).recorded
    if meeting.state == Meeting.State.HELD and meeting.quorum != recorded:
        meeting.quorum = recorded
        keep(meeting, by=by)


def _joins(marked: Attendance, presiding: Sequence[Presiding]) -> bool:
    """Whether somebody just marked as present takes the chair together with whoever has it."""
    by_office = marked.status == Attendance.Status.PRESENT and usual_how(marked) == How.JOINT
    return by_office and bool(presiding) and all(one.how == How.JOINT for one in presiding)


def _hand_on(row: Attendance, *, by: Any) -> None:
    row.is_presiding = True
    keep(row, by=by)


def put_in_the_chair(meeting: Meeting, row: Attendance, how: str, *, by: Any) -> Presiding:
    """Whoever presided over the whole meeting does no longer; joint chairs preside together."""
    rows = {one.attendance_id: one for one in meeting.presidings.filter(item=None)}
    for one in rows.values():
        if one.attendance_id != row.pk and not (how == one.how == How.JOINT):
            discard(one, by=by)
    for other in meeting.attendances.filter(is_presiding=True).exclude(pk=row.pk):
        if how != How.JOINT or getattr(rows.get(other.pk), "how", "") != How.JOINT:
            other.is_presiding = False
            keep(other, by=by)
    if not row.is_presiding and not meeting.attendances.filter(is_presiding=True).exists():
        row.is_presiding = True
        keep(row, by=by)
    found = rows.get(row.pk) or Presiding(meeting=meeting, attendance=row, item=None)
    if found.pk is None or found.how != how:
        found.how = how
        keep(found, by=by)
    return found


def leave_the_chair(row: Attendance, *, by: Any) -> None:
    """Whoever is not in the room does not preside over the meeting; a joint chair who stays presides on."""
    if row.pk is None or row.is_in_the_room:
        return
    row.is_presiding = False
    for one in row.presidings.select_related("item"):
        check_presides_over_no_item(row, one)
        discard(one, by=by)


def check_still_presiding(row: Attendance, record: RoomRecord) -> None:
    """Nobody presides over an item that they were not in the room for."""
    for one in record.presidings:
        if one.attendance_id == row.pk and one.item is not None and row.pk in record.at(one.item).away:
            check_presides_over_no_item(row, one)
