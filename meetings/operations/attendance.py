"""Keeping the list of who came: rows from the seats of the day, then what the clerk records."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from boards.models import Person, Seat
from boards.operations.seat import make_person
from boards.queries.seats import SeatOnDay, post_for, posts_on
from boards.rules.person import NewPerson
from meetings.models import Attendance, Meeting
from meetings.operations.locked import locked_record_refuses, open_meeting, open_row
from meetings.operations.presiding import preside
from meetings.operations.recorded import after_recording, leave_the_chair, movements_told, row_of
from meetings.queries.attendance import attendance_rows
from meetings.queries.joint import seats_of_each
from meetings.rules import attendance as rules
from meetings.rules.movement import check_nobody_moved
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

Status = Attendance.Status


def open_attendance(*, meeting: Meeting, by: Any, alone_again: bool = False) -> None:
    """One row for each seat held on the meeting's day, with name, post and organisation as they are on it; at a joint
    meeting those of each board, and one row for whoever sits on several.

    Until the meeting is held the rows follow the seats: again and again is safe. What was recorded stays.
    ``alone_again``: a board that sat jointly may do so no longer.
    """
    rows = {row.seat_id: row for row in meeting.attendances.exclude(seat=None)}
    if meeting.state == Meeting.State.HELD and rows:
        return
    seats, seats_beside = seats_of_each(meeting)
    for position, seat in enumerate(seats, 1):
        row = rows.pop(seat.seat.pk, None)
        if seat.holder and (row is None or row.status == Status.EXPECTED):
            _take_up(row or Attendance(meeting=meeting, seat=seat.seat), seat, position, by=by)
        elif row and row.status == Status.EXPECTED:
            discard(row, by=by)
    for row in rows.values():
        if row.status == Status.EXPECTED:
            discard(row, by=by)
    if seats_beside or alone_again:
        _sit_beside(meeting, seats_beside, by=by)


def _sit_beside(meeting: Meeting, beside: Mapping[int, Sequence[Seat]], *, by: Any) -> None:
    """Whoever sits on several of the boards has their seats on the others as well."""
    listed = {row.seat_id for row in meeting.attendances.all()}
    for row in meeting.attendances.exclude(seat=None).prefetch_related("also_for"):
        had = list(row.also_for.all())
        seats = [*(one for one in had if one.pk in listed), *beside.get(row.seat_id or 0, ())]
        if row.status == Status.EXPECTED and {one.pk for one in had} != {one.pk for one in seats}:
            row.also_for.set(seats)
            keep(row, by=by)


def bring_up_to_date(*, meeting: Meeting, by: Any) -> None:
    """Open the list, or follow changes of seats since it was opened."""
    with locked_record_refuses():
        open_attendance(meeting=open_meeting(meeting, by), by=by)


def record_attendance(*, attendance: Attendance, status: str, by: Any, at: dt.datetime) -> Attendance:
    """Present, apologies, absent, or expected again. Somebody present on the day means the meeting is being held."""
    with locked_record_refuses():
        meeting = open_meeting(attendance.meeting, by)
        rows = attendance_rows(meeting)
        row = row_of(attendance, rows)
        rules.check_can_be_marked(row, status, rows)
        if not (row.is_in_the_room and status == row.status):
            check_nobody_moved(row, movements_told(row, by))
        row.status = status
        if status in (Status.PRESENT, Status.EXPECTED):
            row.substitute, row.substitute_name, row.substitute_post = None, "", ""
        leave_the_chair(row, by=by)
        keep(row, by=by)
        if status == Status.PRESENT and rules.is_under_way(meeting, on=timezone.localdate(at)):
            meeting.state = Meeting.State.HELD
            keep(meeting, by=by)
        after_recording(meeting, rows, by=by, marked=row)
    return row


def name_substitute(*, attendance: Attendance, substitute: Person | NewPerson | None, by: Any) -> Attendance:
    """Who sits in the seat for its holder, under their post of the day; None takes the substitute away.

    Somebody not known yet is taken down with a post at the seat's partner from the day on.
    """
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        check_nobody_moved(row, movements_told(row, by))
        person = _known(substitute, row, by=by)
        if person is not None:
            rules.check_can_substitute(row, person.pk, attendance_rows(meeting))
            if row.status not in rules.AWAY:
                row.status = Status.APOLOGIES
        row.substitute, row.substitute_name = person, str(person or "")
        row.substitute_post = _post_of_substitute(row, person, meeting.date) if person else ""
        leave_the_chair(row, by=by)
        keep(row, by=by)
        after_recording(meeting, by=by)
    return row


def add_stand_in(*, attendance: Attendance, person: Person | NewPerson, by: Any) -> Attendance:
    """One more who stands in for somebody away, on a line of their own: two for one absentee. The seat counts once."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        rules.check_can_be_stood_for(row)
        known = _known(person, row, by=by)
        assert known is not None
        rules.check_can_substitute(row, known.pk, attendance_rows(meeting))
        if row.status not in rules.AWAY:
            row.status = Status.APOLOGIES
            leave_the_chair(row, by=by)
            keep(row, by=by)
        stand_in = Attendance(meeting=meeting, person=known, stands_for=row, position=row.position)
        stand_in.status = Status.PRESENT
        _copy_person(stand_in, known, meeting.date, row.seat.partner_id if row.seat else None)
        stand_in.initials = stand_in.initials or rules.initials_of(known.name)
        keep(stand_in, by=by)
        after_recording(meeting, by=by)
    return stand_in


def take_the_chair(*, attendance: Attendance, by: Any) -> Attendance:
    """Somebody in the room presides over the meeting, by their office or elected by those present."""
    return preside(attendance=attendance, item=None, how="", by=by).attendance


def add_attendance(*, meeting: Meeting, person: Person | None, fields: Mapping[str, Any], by: Any) -> Attendance:
    """Somebody without a seat: picked from the people known, or a name alone (DOMAIN: a name alone is valid)."""
    with locked_record_refuses():
        meeting = open_meeting(meeting, by)
        row = Attendance(meeting=meeting, person=person, **fields)
        if person is not None:
            rules.check_can_be_added(person.pk, attendance_rows(meeting))
            _copy_person(row, person, meeting.date)
        row.initials = row.initials or rules.initials_of(row.name)
        row.position = max([other.position for other in meeting.attendances.all()], default=0) + 1
        keep(row, by=by)
    return row


def amend_attendance(*, attendance: Attendance, fields: Mapping[str, Any], by: Any) -> Attendance:
    """Change what is printed of one line: initials, post, organisation, capacity, by video, for which items."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        rules.check_can_represent(row, fields.get("also_for", []), attendance_rows(meeting))
        many = {name: fields[name] for name in ("items", "also_for") if name in fields}
        for name in fields.keys() - many.keys():
            setattr(row, name, fields[name])
        for name, chosen in many.items():
            getattr(row, name).set(chosen)
        keep(row, by=by)
        after_recording(meeting, by=by)
    return row


def remove_attendance(*, attendance: Attendance, by: Any) -> None:
    """Take off somebody added by name."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        named = row.presidings.exists() or row.declarations.exists()
        rules.check_can_be_taken_off(row, is_named=named or row.moved.exists() or row.seconded.exists())
        check_nobody_moved(row, movements_told(row, by))
        row.is_presiding = False
        discard(row, by=by)
        after_recording(meeting, by=by)


def count_public(*, meeting: Meeting, count: int | None, by: Any) -> Meeting:
    """How many of the public were there; None where nobody counted."""
    with locked_record_refuses():
        meeting = open_meeting(meeting, by)
        meeting.public_count = count
        return keep(meeting, by=by)


def _take_up(row: Attendance, seat: SeatOnDay, position: int, *, by: Any) -> None:
    """Bring a row of the list up to the seat as it is on the day; nothing is written where nothing changed."""
    was = (row.person_id, row.name, row.post, row.organisation, row.capacity, row.position)
    assert seat.holder is not None
    row.person, row.name, row.position = seat.holder, seat.holder.name, position
    row.initials = (row.initials if row.pk and was[0] == seat.holder.pk else "") or seat.holder.initials
    row.initials = row.initials or rules.initials_of(row.name)
    row.post = seat.post.title if seat.post else seat.seat.title
    row.organisation = seat.post.partner.short_name if seat.post else seat.owner
    row.partner = seat.seat.partner or (seat.post.partner if seat.post else None)
    row.capacity = rules.capacity_of(seat.seat)
    if was != (row.person_id, row.name, row.post, row.organisation, row.capacity, row.position):
        keep(row, by=by)


def _known(person: Person | NewPerson | None, row: Attendance, *, by: Any) -> Person | None:
    """Somebody not known yet is taken down with a post at the partner whose seat it is."""
    if isinstance(person, NewPerson):
        if row.seat is None:
            raise Refused("Only the holder of a seat has a substitute.")
        return make_person(person, row.seat, row.meeting.date, by)
    return person


def _copy_person(row: Attendance, person: Person, day: dt.date, partner_id: int | None = None) -> None:
    """Name, initials and post of the day; of several posts the one at ``partner_id``."""
    post = post_for(posts_on([person.pk], day).get(person.pk, []), partner_id)
    row.name, row.initials = person.name, person.initials
    if post:
        row.partner = post.partner
        row.post, row.organisation = row.post or post.title, row.organisation or post.partner.short_name


def _post_of_substitute(row: Attendance, person: Person, day: dt.date) -> str:
    """Their post, with the partner's name where it is not the seat's."""
    assert row.seat is not None
    post = post_for(posts_on([person.pk], day).get(person.pk, []), row.seat.partner_id)
    if post is None:
        return ""
    elsewhere = post.partner_id != row.seat.partner_id
    return ", ".join(filter(None, [post.title, post.partner.short_name if elsewhere else ""]))
