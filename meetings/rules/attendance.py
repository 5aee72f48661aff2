"""Who may be marked how, and who may sit for whom."""

import datetime as dt
from collections.abc import Iterable, Sequence

from boards.models import Seat
from meetings.models import Attendance, Meeting, Minutes
from meetings.models.locks import SENTENCE
from trust.tools.refusal import Refused

Status, Capacity = Attendance.Status, Attendance.Capacity
AWAY = (Status.APOLOGIES, Status.ABSENT)
CIRCULATED = (
    "The minutes of this meeting are circulated, and who was there with them. "
    "Return them to the desk to change it, or note a correction."
)
OFF = {Meeting.State.CANCELLED: "cancelled", Meeting.State.POSTPONED: "postponed"}


def check_attendance_open(meeting: Meeting, minutes: Minutes | None) -> None:
    """Who came can be changed while the minutes are at the desk: what members were sent stands, as its text does."""
    if minutes is not None and minutes.is_locked:
        raise Refused(SENTENCE)
    if minutes is not None and minutes.state != Minutes.State.DRAFT:
        raise Refused(CIRCULATED)
    if meeting.state in OFF:
        raise Refused(f"This meeting was {OFF[Meeting.State(meeting.state)]}, so nobody attended it.")
    if meeting.state == Meeting.State.PREPARING:
        raise Refused("Attendance opens when the meeting is called.")


def is_under_way(meeting: Meeting, *, on: dt.date) -> bool:
    """Whether somebody's presence shows that a called meeting is being held."""
    return meeting.state == Meeting.State.CALLED and meeting.date <= on


def check_can_substitute(attendance: Attendance, person_id: int, rows: Iterable[Attendance]) -> None:
    """One person sits in one place: a substitute has no seat of their own there, fills no other, and is not away."""
    if attendance.seat_id is None:
        raise Refused("Only the holder of a seat has a substitute.")
    if attendance.person_id == person_id:
        raise Refused(f"{attendance.name} cannot be their own substitute.")
    for row in rows:
        if row.pk != attendance.pk and person_id in (row.substitute_id, row.person_id if row.is_in_the_room else None):
            raise Refused("They are at this meeting in another place already. Mark them as also representing the seat.")
        if row.person_id == person_id and row.status in AWAY:
            raise Refused(f"{row.name} is marked as away from this meeting. Mark them as expected first.")


def check_can_be_stood_for(attendance: Attendance) -> None:
    if attendance.seat_id is None:
        raise Refused("Only the holder of a seat has a substitute.")
    if attendance.status == Status.PRESENT:
        raise Refused(f"{attendance.name} is here, so nobody stands in for them.")


def check_in_one_place(attendance: Attendance, status: str, rows: Iterable[Attendance]) -> None:
    """Nobody is here and away at once, nor a substitute and here in their own right."""
    name = attendance.name
    for row in rows:
        if attendance.person_id is None or row.pk == attendance.pk:
            continue
        if row.substitute_id == attendance.person_id and status == Status.PRESENT:
            raise Refused(f"{name} sits for {row.name}. Take that substitute away, then mark {name} as present.")
        if row.substitute_id == attendance.person_id and status in AWAY:
            raise Refused(f"{name} sits for {row.name} at this meeting, so cannot be away from it.")
        if row.person_id == attendance.person_id and (
            (status == Status.PRESENT and row.status in AWAY) or (status in AWAY and row.status == Status.PRESENT)
        ):
            marked = row.get_status_display().lower()
            raise Refused(f"{name} is on the list in another place, marked {marked}. Change that first.")


def check_can_be_marked(attendance: Attendance, status: str, rows: Sequence[Attendance]) -> None:
    """In one place only; and whoever stands in for somebody goes before the holder comes."""
    check_in_one_place(attendance, status, rows)
    for row in rows:
        if row.stands_for_id and row.stands_for_id == attendance.pk and status not in AWAY:
            raise Refused(f"{row.name} stands in for {attendance.name}. Take {row.name} off the list first.")


def check_can_be_added(person_id: int, rows: Iterable[Attendance]) -> None:
    """Somebody on the list, or who sits for somebody on it, is not put on it again."""
    for row in rows:
        if row.person_id == person_id:
            raise Refused(f"{row.name} is on the list already.")
        if row.substitute_id == person_id:
            raise Refused(f"{row.substitute_name} sits for {row.name} already.")


def check_can_represent(attendance: Attendance, seats: Iterable[Seat], rows: Iterable[Attendance]) -> None:
    """A seat is represented by somebody else while its own holder is away."""
    holders = {row.seat_id: row for row in rows if row.seat_id}
    for seat in seats:
        holder = holders.get(seat.pk)
        if holder and holder.pk == attendance.pk:
            raise Refused(f"{attendance.name} holds that seat already.")
        if holder and holder.fills_seat:
            raise Refused(
                f"{holder.substitute_name or holder.name} is here in that seat, so nobody else represents it."
            )


def check_can_be_taken_off(attendance: Attendance, *, is_named: bool = False) -> None:
    """``is_named``: the record says something of them that would then be about nobody."""
    if attendance.seat_id is not None:
        raise Refused("A seat stays on the list. Mark it as apologies or absent.")
    if is_named:
        raise Refused(f"{attendance.name} is down as presiding, moving or declaring an interest. Take that back first.")


def warning_of(attendance: Attendance, partner_ids: Iterable[int]) -> str:
    """What to say of a substitute from another partner (habit H1): allowed, and not overlooked."""
    seat = attendance.seat
    if seat is None or seat.partner is None or seat.partner_id in set(partner_ids):
        return ""
    return f"This seat is {seat.partner.short_name}’s, and its substitute comes from elsewhere."


def capacity_of(seat: Seat) -> str:
    """In which capacity the holder of a seat is there."""
    if seat.role == Seat.Role.MINUTE_TAKER:
        return Capacity.MINUTE_TAKER
    if seat.role == Seat.Role.OBSERVER:
        return Capacity.OBSERVER
    return Capacity.IN_ATTENDANCE if seat.membership == Seat.Membership.ATTENDEE else Capacity.MEMBER


def initials_of(name: str) -> str:
    """First letters of a name, up to six; not unique, and open to change."""
    parts = name.replace("-", " ").split()
    return "".join(part[0] for part in parts if part[0].isalpha() and part[0].isupper())[:6]


def next_to_preside(rows: Sequence[Attendance]) -> Attendance | None:
    """Who is offered the chair while nobody has it: the chair, a joint chair, then a vice-chair, if in the room."""
    for role in (Seat.Role.CHAIR, Seat.Role.JOINT_CHAIR, Seat.Role.VICE_CHAIR):
        for row in rows:
            if row.seat and row.seat.role == role and row.status == Status.PRESENT:
                return row
    return None
