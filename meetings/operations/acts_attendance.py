"""Attendance as it is taken at the desk: each act calls one operation, and says what would undo it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from boards.models import Person
from boards.queries.people import people_to_appoint
from boards.rules.person import NewPerson
from meetings.forms.acts import attendance_asked, choice_asked, line_asked, number_asked
from meetings.models import Attendance, Meeting
from meetings.operations import attendance as operations
from meetings.queries.attendance import partners_of_person
from meetings.rules.acts import ActRefused, Done, check_as_left
from meetings.rules.attendance import initials_of, warning_of

Asked = Mapping[str, Any]
Status = Attendance.Status

NOT_OFFERED = "They are not among the people you can choose from. Give their name instead."


def mark(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``attendance {attendance, status}``: present, apologies, absent, or expected again."""
    row = attendance_asked(meeting, asked)
    status = choice_asked(asked, "status", Status.values)
    check_as_left(f"What is marked for {row.name}", asked, _standing(row))
    undo = {"kind": "attendance", "attendance": row.pk, "status": row.status}
    if row.substitute_id and status in (Status.PRESENT, Status.EXPECTED):
        undo |= {"kind": "substitute", "person": row.substitute_id}
    row = operations.record_attendance(attendance=row, status=status, by=by, at=done_at)
    return Done(f"{row.name}: {row.get_status_display().lower()}.", undo | {"left": _standing(row)})


def substitute(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``substitute {attendance, person}`` or ``{attendance, name, post}``; neither takes the substitute away.

    ``status`` is how the holder is marked with it: an undo puts back what stood.
    """
    row = attendance_asked(meeting, asked)
    check_as_left(f"What is marked for {row.name}", asked, _standing(row))
    who = substitute_asked(row, asked, by)
    undo = {"kind": "substitute", "attendance": row.pk, "person": row.substitute_id, "status": row.status}
    changed = operations.name_substitute(attendance=row, substitute=who, by=by)
    if "status" in asked:
        status = choice_asked(asked, "status", Status.values)
        changed = operations.record_attendance(attendance=changed, status=status, by=by, at=done_at)
    undo["left"] = _standing(changed)
    if changed.substitute is None:
        return Done(f"Nobody sits for {row.name}.", undo)
    warning = warning_of(changed, partners_of_person(changed.substitute.pk, meeting.date))
    return Done(f"{changed.substitute} sits for {row.name}. {warning}".strip(), undo)


def take_chair(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``chair {attendance}``: who presides over the whole meeting."""
    row = attendance_asked(meeting, asked)
    before = meeting.attendances.filter(is_presiding=True).first()
    check_as_left("The chair", asked, before and before.pk)
    operations.take_the_chair(attendance=row, by=by)
    undo = {}
    if before and before.pk != row.pk:
        undo = {"kind": "chair", "attendance": before.pk, "left": row.pk}
    return Done(f"{row.substitute or row.name} is in the chair.", undo)


def count_public(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``public {count}``: how many of the public are there; none given where nobody counts."""
    count = number_asked(asked, "count", most=10_000)
    check_as_left("The count of the public", asked, meeting.public_count)
    undo = {"kind": "public", "count": meeting.public_count, "left": count}
    operations.count_public(meeting=meeting, count=count, by=by)
    said = "The public is not counted." if count is None else f"Members of the public: {count:,}."
    return Done(said, undo)


def by_video(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``by_video {attendance, remote}``: whether somebody joins by video, or is in the room itself."""
    row, remote = attendance_asked(meeting, asked), asked.get("remote") is True
    check_as_left(f"How {row.name} joins", asked, row.remote)
    undo = {"kind": "by_video", "attendance": row.pk, "remote": row.remote, "left": remote}
    operations.amend_attendance(attendance=row, fields={"remote": remote}, by=by)
    return Done(f"{row.substitute or row.name} {'joins by video' if remote else 'is in the room itself'}.", undo)


def _standing(row: Attendance) -> list[Any]:
    return [row.status, row.substitute_id]


def substitute_asked(row: Attendance, asked: Asked, by: Any) -> Person | NewPerson | None:
    """Somebody whom this officer may choose for the seat, or a new name."""
    pk, name = number_asked(asked, "person"), line_asked(asked, "name", most=120)
    if name:
        return NewPerson(name, initials_of(name), post=line_asked(asked, "post"))
    if pk is None:
        return None
    if row.seat is None:
        raise ActRefused("Only the holder of a seat has a substitute.")
    person = people_to_appoint(by, row.seat).filter(pk=pk).first()
    if person is None and row.substitute_id != pk:
        raise ActRefused(NOT_OFFERED)
    return person or row.substitute


PERFORMERS = {
    "attendance": mark,
    "substitute": substitute,
    "chair": take_chair,
    "public": count_public,
    "by_video": by_video,
}
