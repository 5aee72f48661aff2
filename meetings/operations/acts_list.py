"""Who else is on the list, as the desk sends it: somebody without a seat, several for one, one for several."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from boards.models import Person
from boards.queries.people import people_known_to
from meetings.forms.acts import attendance_asked, choice_asked, items_asked, line_asked, many_asked, number_asked
from meetings.forms.attendance import WITHOUT_SEAT
from meetings.models import Attendance, Meeting
from meetings.operations import attendance as operations
from meetings.operations.acts_attendance import NOT_OFFERED, substitute_asked
from meetings.queries.attendance import partners_of_person
from meetings.rules.acts import ActRefused, Done
from meetings.rules.attendance import warning_of
from trust.tools.words import listing

Asked = Mapping[str, Any]
Capacity, Status = Attendance.Capacity, Attendance.Status


def somebody(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``somebody {person | name, organisation, capacity, items}``: without a seat; ``items`` where not for all."""
    person, name = _person_asked(asked, by), line_asked(asked, "name", most=120)
    if person is None and not name:
        raise ActRefused("Give a name.")
    fields = {
        "capacity": choice_asked(asked, "capacity", dict(WITHOUT_SEAT), otherwise=Capacity.IN_ATTENDANCE),
        "status": Status.PRESENT,
        "organisation": line_asked(asked, "organisation"),
    } | ({} if person else {"name": name})
    items = items_asked(meeting, asked, by)
    row = operations.add_attendance(meeting=meeting, person=person, fields=fields, by=by)
    if items:
        row = operations.amend_attendance(attendance=row, fields={"items": items}, by=by)
    said = f"{row.name} is here: {row.get_capacity_display().lower()}."
    return Done(said, {"kind": "off_the_list", "attendance": row.pk})


def take_off(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``off_the_list {attendance}``: somebody put on the list by name."""
    row = attendance_asked(meeting, asked)
    operations.remove_attendance(attendance=row, by=by)
    return Done(f"{row.name} is no longer on the list.")


def stand_in(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``stand_in {attendance, person | name, post}``: one more for somebody away, beside their substitute."""
    row = attendance_asked(meeting, asked)
    who = substitute_asked(row, asked, by)
    if who is None:
        raise ActRefused("Give a name.")
    made = operations.add_stand_in(attendance=row, person=who, by=by)
    warning = warning_of(row, partners_of_person(made.person_id or 0, meeting.date))
    said = f"{made.name} stands in for {row.name}. {warning}".strip()
    return Done(said, {"kind": "off_the_list", "attendance": made.pk})


def also_for(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``also_for {attendance, others}``: whose seats somebody here represents too, told by their lines."""
    row = attendance_asked(meeting, asked)
    rows = [attendance_asked(meeting, {"attendance": one}) for one in many_asked(asked, "others")]
    seats = [other.seat for other in rows if other.seat is not None]
    before = meeting.attendances.filter(seat__in=row.also_for.all()).values_list("pk", flat=True)
    undo = {"kind": "also_for", "attendance": row.pk, "others": list(before)}
    operations.amend_attendance(attendance=row, fields={"also_for": seats}, by=by)
    said = f"sits for {listing([other.name for other in rows])} too" if rows else "sits for nobody else"
    return Done(f"{row.substitute or row.name} {said}.", undo)


def _person_asked(asked: Asked, by: Any) -> Person | None:
    pk = number_asked(asked, "person")
    if pk is None:
        return None
    person = people_known_to(by).filter(pk=pk).first()
    if person is None:
        raise ActRefused(NOT_OFFERED)
    return person


PERFORMERS = {"somebody": somebody, "off_the_list": take_off, "stand_in": stand_in, "also_for": also_for}
