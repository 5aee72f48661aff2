"""Who came, as the minutes print it: names, posts and organisations as they were on the day."""

from collections.abc import Iterable, Mapping

from django.db.models import prefetch_related_objects

from boards.models import Seat
from meetings.models import AgendaItem, Attendance, Meeting
from meetings.queries.attendance import attendance_rows
from meetings.rules.document import PersonLine
from meetings.rules.edition import Cut
from trust.tools.words import counted, listing, time_of_day

COUNTED_PRESENT = (Attendance.Capacity.MEMBER, Attendance.Capacity.MINUTE_TAKER)
CHAIRS = (Seat.Role.CHAIR, Seat.Role.JOINT_CHAIR)


def attendances_printed(meeting: Meeting) -> list[Attendance]:
    """The attendance list with all that its lines say, the chair first and the minute taker last. Four statements."""
    rows = attendance_rows(meeting)
    prefetch_related_objects(rows, "movements")
    return sorted(rows, key=_chair_first_minutes_last)


def _chair_first_minutes_last(attendance: Attendance) -> tuple[bool, bool]:
    return not attendance.is_presiding, attendance.capacity == Attendance.Capacity.MINUTE_TAKER


def people_lines(
    attendances: Iterable[Attendance], items: Mapping[int, AgendaItem], cut: Cut
) -> dict[str, tuple[PersonLine, ...]]:
    """The four lists: present, in attendance, apologies and absent. Nobody merely expected is in one."""
    lists: dict[str, list[PersonLine]] = {"present": [], "in_attendance": [], "apologies": [], "absent": []}
    for attendance in attendances:
        room = "present" if attendance.capacity in COUNTED_PRESENT else "in_attendance"
        if attendance.substitute is not None:
            lists[room].append(_substitute_line(attendance, items, cut))
        if attendance.status == Attendance.Status.PRESENT:
            lists[room].append(_line(attendance, cut, _notes(attendance, items)))
        elif attendance.status in (Attendance.Status.APOLOGIES, Attendance.Status.ABSENT):
            lists[attendance.status].append(_line(attendance, cut, []))
    return {name: tuple(lines) for name, lines in lists.items()}


def others_present(meeting: Meeting) -> tuple[str, ...]:
    """What is said of the room beside the names: the public, and whether there was a quorum."""
    said = []
    if meeting.public_count:
        members = counted(meeting.public_count, "member of the public", "members of the public")
        said.append(f"{members[0].upper()}{members[1:]} attended.")
    if meeting.quorum == Meeting.Quorum.MET:
        said.append("The meeting was quorate.")
    elif meeting.quorum == Meeting.Quorum.NOT_MET:
        said.append("The meeting was not quorate.")
    return tuple(said)


def _line(attendance: Attendance, cut: Cut, notes: list[str]) -> PersonLine:
    return PersonLine(
        name=cut.name(attendance.person, attendance.name),
        post="" if cut.withholds(attendance.person) else attendance.post,
        organisation=attendance.organisation,
        note="; ".join(notes),
    )


def _substitute_line(attendance: Attendance, items: Mapping[int, AgendaItem], cut: Cut) -> PersonLine:
    """Whoever sat in the seat, for whom: the organisation is the seat's."""
    substitute = attendance.substitute
    return PersonLine(
        name=cut.name(substitute, attendance.substitute_name or str(substitute)),
        post="" if cut.withholds(substitute) else attendance.substitute_post,
        organisation=attendance.organisation,
        note="; ".join([f"for {cut.name(attendance.person, attendance.name)}", *_notes(attendance, items)]),
    )


def _notes(attendance: Attendance, items: Mapping[int, AgendaItem]) -> list[str]:
    notes = []
    if attendance.is_presiding:
        notes.append("Chair" if attendance.seat and attendance.seat.role in CHAIRS else "in the chair")
    if attendance.capacity == Attendance.Capacity.MINUTE_TAKER:
        notes.append("minutes")
    elif attendance.capacity not in (Attendance.Capacity.MEMBER, Attendance.Capacity.IN_ATTENDANCE):
        notes.append(attendance.get_capacity_display().lower())
    if also := [str(seat) for seat in attendance.also_for.all()]:
        notes.append(f"also for {listing(also)}")
    if there := _numbers((item.pk for item in attendance.items.all()), items):
        notes.append(f"for {there}")
    if attendance.remote:
        notes.append("by video")
    return notes + _movements(attendance, items)


def _movements(attendance: Attendance, items: Mapping[int, AgendaItem]) -> list[str]:
    """Comings and goings; one at an item this edition does not show is not told."""
    told = []
    for movement in attendance.movements.all():
        if movement.item_id:
            when = _numbers([movement.item_id], items)
            told += [f"{movement.direction} at {when}"] if when else []
        elif movement.at_time:
            told.append(f"{movement.direction} at {time_of_day(movement.at_time)}")
    return told


def _numbers(pks: Iterable[int], items: Mapping[int, AgendaItem]) -> str:
    """item 2.3; items 2.3 and 4.1; "" where this edition shows none of them."""
    shown = [items[pk].number_shown or items[pk].title for pk in pks if pk in items]
    return f"{'item' if len(shown) == 1 else 'items'} {listing(shown)}" if shown else ""
