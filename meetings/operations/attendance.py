"""Keeping the list of who came: rows from the seats of the day, then what the clerk records."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from boards.models import Person
from boards.operations.seat import make_person
from boards.permissions import check_may_minute
from boards.queries.seats import SeatOnDay, post_for, posts_on, seats_on
from boards.queries.terms import terms_on
from boards.rules.person import NewPerson
from meetings.models import Attendance, Meeting
from meetings.operations.locked import lock, locked_record_refuses, minutes_of
from meetings.queries.attendance import attendance_rows
from meetings.rules import attendance as rules
from trust.tools.keeping import discard, keep

Status = Attendance.Status


def open_attendance(*, meeting: Meeting, by: Any) -> None:
    """One row for each seat held on the meeting's day, with name, post and organisation as they are on it.

    Until the meeting is held the rows follow the seats: again and again is safe. What was recorded stays.
    """
    rows = {row.seat_id: row for row in meeting.attendances.exclude(seat=None)}
    if meeting.state == Meeting.State.HELD and rows:
        return
    for position, seat in enumerate(seats_on(meeting.board, meeting.date), 1):
        row = rows.pop(seat.seat.pk, None)
        if seat.holder and (row is None or row.status == Status.EXPECTED):
            _take_up(row or Attendance(meeting=meeting, seat=seat.seat), seat, position, by=by)
        elif row and row.status == Status.EXPECTED:
            discard(row, by=by)
    for row in rows.values():
        if row.status == Status.EXPECTED:
            discard(row, by=by)


def bring_up_to_date(*, meeting: Meeting, by: Any) -> None:
    """Open the list, or follow changes of seats since it was opened."""
    with locked_record_refuses():
        open_attendance(meeting=_open_meeting(meeting, by), by=by)


def record_attendance(*, attendance: Attendance, status: str, by: Any, at: dt.datetime) -> Attendance:
    """Present, apologies, absent, or expected again. Somebody present on the day means the meeting is being held."""
    with locked_record_refuses():
        meeting, row = _open(attendance, by)
        row.status = status
        if status in (Status.PRESENT, Status.EXPECTED):
            row.substitute, row.substitute_name, row.substitute_post = None, "", ""
        _leave_the_chair_if_away(row)
        keep(row, by=by)
        if (
            status == Status.PRESENT
            and meeting.state == Meeting.State.CALLED
            and meeting.date <= timezone.localdate(at)
        ):
            meeting.state = Meeting.State.HELD
            keep(meeting, by=by)
        _after_recording(meeting, by=by)
    row.refresh_from_db(fields=["is_presiding"])
    return row


def name_substitute(*, attendance: Attendance, substitute: Person | NewPerson | None, by: Any) -> Attendance:
    """Who sits in the seat for its holder, under their post of the day; None takes the substitute away.

    Somebody not known yet is taken down with a post at the seat's partner from the day on.
    """
    with locked_record_refuses():
        meeting, row = _open(attendance, by)
        if isinstance(substitute, NewPerson) and row.seat is not None:
            substitute = make_person(substitute, row.seat, meeting.date, by)
        if substitute is not None:
            assert isinstance(substitute, Person)
            rules.check_can_substitute(row, substitute.pk, attendance_rows(meeting))
            if row.status not in (Status.APOLOGIES, Status.ABSENT):
                row.status = Status.APOLOGIES
        row.substitute, row.substitute_name = substitute, str(substitute or "")
        row.substitute_post = _post_of_substitute(row, substitute, meeting.date) if substitute else ""
        _leave_the_chair_if_away(row)
        keep(row, by=by)
        _after_recording(meeting, by=by)
    return row


def take_the_chair(*, attendance: Attendance, by: Any) -> Attendance:
    """Exactly one presides; whoever did before does no longer."""
    with locked_record_refuses():
        meeting, row = _open(attendance, by)
        rules.check_can_preside(row)
        _take_the_chair(meeting, row, by=by)
    return row


def add_attendance(*, meeting: Meeting, person: Person | None, fields: Mapping[str, Any], by: Any) -> Attendance:
    """Somebody without a seat: picked from the people known, or a name alone (DOMAIN: a name alone is valid)."""
    with locked_record_refuses():
        meeting = _open_meeting(meeting, by)
        row = Attendance(meeting=meeting, person=person, **fields)
        if person is not None:
            _copy_person(row, person, meeting.date)
        row.initials = row.initials or rules.initials_of(row.name)
        row.position = max([other.position for other in meeting.attendances.all()], default=0) + 1
        keep(row, by=by)
    return row


def amend_attendance(*, attendance: Attendance, fields: Mapping[str, Any], by: Any) -> Attendance:
    """Change what is printed of one line: initials, post, organisation, capacity, by video, for which items."""
    with locked_record_refuses():
        _, row = _open(attendance, by)
        many = {name: fields[name] for name in ("items", "also_for") if name in fields}
        for name in fields.keys() - many.keys():
            setattr(row, name, fields[name])
        for name, chosen in many.items():
            getattr(row, name).set(chosen)
        keep(row, by=by)
    return row


def remove_attendance(*, attendance: Attendance, by: Any) -> None:
    """Take off somebody added by name."""
    with locked_record_refuses():
        _, row = _open(attendance, by)
        rules.check_can_be_taken_off(row)
        discard(row, by=by)


def count_public(*, meeting: Meeting, count: int | None, by: Any) -> Meeting:
    """How many of the public were there; None where nobody counted."""
    with locked_record_refuses():
        meeting = _open_meeting(meeting, by)
        meeting.public_count = count
        return keep(meeting, by=by)


def _open_meeting(meeting: Meeting, by: Any) -> Meeting:
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    rules.check_attendance_open(meeting, minutes_of(meeting))
    return meeting


def _open(attendance: Attendance, by: Any) -> tuple[Meeting, Attendance]:
    meeting = _open_meeting(attendance.meeting, by)
    rows = Attendance.objects.select_for_update(of=("self",)).select_related("seat__partner", "person", "substitute")
    return meeting, rows.get(pk=attendance.pk)


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


def _copy_person(row: Attendance, person: Person, day: dt.date) -> None:
    posts = posts_on([person.pk], day).get(person.pk, [])
    post = post_for(posts, None)
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


def _leave_the_chair_if_away(row: Attendance) -> None:
    row.is_presiding = row.is_presiding and row.is_in_the_room


def _take_the_chair(meeting: Meeting, row: Attendance, *, by: Any) -> None:
    for other in meeting.attendances.filter(is_presiding=True).exclude(pk=row.pk):
        other.is_presiding = False
        keep(other, by=by)
    if not row.is_presiding:
        row.is_presiding = True
        keep(row, by=by)


def _after_recording(meeting: Meeting, *, by: Any) -> None:
    """The chair of the board presides as soon as they are here and nobody does; the quorum is kept with the meeting."""
    rows = attendance_rows(meeting)
    first = rules.next_to_preside(rows)
    if first and first.seat and first.seat.role == "chair" and not any(row.is_presiding for row in rows):
        _take_the_chair(meeting, first, by=by)
    recorded = rules.quorum(terms_on(meeting.board, meeting.date), rows).recorded
    if meeting.state == Meeting.State.HELD and meeting.quorum != recorded:
        meeting.quorum = recorded
        keep(meeting, by=by)
