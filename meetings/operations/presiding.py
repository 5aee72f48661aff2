"""Recording who presides, over the meeting or over one item of it."""

from typing import Any

from meetings.models import AgendaItem, Attendance, Meeting, Presiding
from meetings.operations.locked import locked_record_refuses, open_meeting, open_row
from meetings.operations.recorded import put_in_the_chair
from meetings.queries.room import room_record
from meetings.rules import presiding as rules
from meetings.rules.agenda import check_on_agenda
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

How = Presiding.How


def preside(*, attendance: Attendance, item: AgendaItem | None, how: str, by: Any) -> Presiding:
    """Somebody in the room takes the chair, for the meeting or for ``item`` only; ``how`` "" is by their office.

    Whoever presided there before does no longer; joint chairs preside together.
    """
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        check_on_agenda(meeting, item)
        record = room_record(meeting)
        how = how or rules.usual_how(row)
        rules.check_can_preside(row, record.at(item), how, record.rows)
        if item is None:
            return put_in_the_chair(meeting, row, how, by=by)
        if how == How.RECUSED:
            recused = rules.recused_from(item, record.rows, record.declarations, record.presidings)
            rules.check_somebody_is_recused(recused, row)
        return _preside_over(meeting, item, row, how, by=by)


def end_presiding(*, presiding: Presiding, by: Any) -> None:
    """Take back who presided: over an item whoever presides over the meeting does again."""
    with locked_record_refuses():
        meeting = open_meeting(presiding.meeting, by)
        found = meeting.presidings.select_related("attendance").filter(pk=presiding.pk).first()
        if found is None:
            raise Refused("That was taken back already.")
        discard(found, by=by)
        if found.item_id is None and found.attendance.is_presiding:
            found.attendance.is_presiding = False
            keep(found.attendance, by=by)
            others = meeting.presidings.filter(item=None).select_related("attendance")
            for other in others[:1]:
                other.attendance.is_presiding = True
                keep(other.attendance, by=by)


def _preside_over(meeting: Meeting, item: AgendaItem, row: Attendance, how: str, *, by: Any) -> Presiding:
    rows = {one.attendance_id: one for one in meeting.presidings.filter(item=item)}
    for one in rows.values():
        if one.attendance_id != row.pk and not (how == one.how == How.JOINT):
            discard(one, by=by)
    found = rows.get(row.pk) or Presiding(meeting=meeting, attendance=row, item=item)
    found.how = how
    return keep(found, by=by)
