"""Who may preside and how they come to, and the sentence it puts in the minutes (LGA 1972 Sch 12 para 5)."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from boards.models import Seat
from meetings.models import AgendaItem, Attendance, Declaration, Presiding
from meetings.rules.agenda import named
from meetings.rules.attendance import next_to_preside
from meetings.rules.room import RoomAt, concerns, who_sat
from trust.tools.refusal import Refused
from trust.tools.words import listing

How, Role = Presiding.How, Seat.Role
CHAIRS = (Role.CHAIR, Role.JOINT_CHAIR)
SEATED = {How.CHAIR: (CHAIRS, "the chair"), How.VICE_CHAIR: ((Role.VICE_CHAIR,), "a vice-chair")}
SEATED[How.JOINT] = (CHAIRS, "a joint chair")


def usual_how(attendance: Attendance) -> str:
    """How somebody comes to preside, by their seat; whoever has no office is elected."""
    if attendance.seat is None or attendance.substitute_id is not None:
        return How.ELECTED
    by_office: dict[str, str] = {Role.CHAIR: How.CHAIR, Role.JOINT_CHAIR: How.JOINT, Role.VICE_CHAIR: How.VICE_CHAIR}
    return by_office.get(attendance.seat.role, How.ELECTED)


def check_can_preside(attendance: Attendance, room: RoomAt, how: str, rows: Sequence[Attendance]) -> None:
    """Only somebody in the room presides, and by an office that they hold."""
    name = who_sat(attendance)
    if not attendance.is_in_the_room:
        raise Refused(f"{name} is not marked as present and cannot be in the chair.")
    if room.item is not None and attendance.pk in room.away:
        raise Refused(f"{name} is not in the room for that item and cannot preside. {room.away[attendance.pk]}")
    if how in SEATED:
        roles, office = SEATED[How(how)]
        if attendance.seat is None or attendance.seat.role not in roles:
            raise Refused(f"{name} is not {office} of this board.")
    chair = next((row for row in rows if row.seat and row.seat.role in CHAIRS), None)
    if how == How.VACANT and chair:
        raise Refused(f"The chair is not vacant: {chair.name} holds it.")


def check_presides_over_no_item(attendance: Attendance, presiding: Presiding) -> None:
    """Whoever goes, or was never there, is first taken out of the chair of an item."""
    if presiding.item is not None:
        raise Refused(f"{who_sat(attendance)} presides over {named(presiding.item)}. Take that back first.")


def check_somebody_is_recused(recused: Iterable[int], attendance: Attendance) -> None:
    if not set(recused) - {attendance.pk}:
        raise Refused("Put down the interest that the chair declared in this item first.")


def recused_from(
    item: AgendaItem, rows: Iterable[Attendance], declarations: Iterable[Declaration], presidings: Iterable[Presiding]
) -> set[int]:
    """Those who declared an interest in an item and hold the chair, of the board or of the meeting."""
    chairs = {row.pk for row in rows if row.is_presiding or (row.seat and row.seat.role in CHAIRS)}
    chairs |= {one.attendance_id for one in presidings if one.item_id is None}
    return {one.attendance_id for one in declarations if concerns(one, item)} & chairs


@dataclass(frozen=True)
class ProposedPresiding:
    """An item that nobody presides over, and who would by their office; None where those present elect somebody."""

    item: AgendaItem
    attendance: Attendance | None
    how: str

    @property
    def sentence(self) -> str:
        return f"Nobody presides over {named(self.item)}."


def proposed_presiding(rooms: Iterable[RoomAt], chairs: Container[int]) -> list[ProposedPresiding]:
    """For each item whose chair is away or has left the chair: another chair, a vice-chair, or an election.

    ``chairs`` are those who preside over the meeting; while there are none nothing is proposed.
    """
    found = []
    for room in rooms:
        lost = {pk for pk in (*room.away, *room.vacated) if pk in chairs}
        if room.item is None or room.item.is_section or room.presiding or not lost:
            continue
        next_one = next_to_preside([row for row in room.here if row.pk not in room.vacated])
        recused = bool(lost & (room.vacated | room.without_vote))
        how = How.RECUSED if recused else usual_how(next_one) if next_one else How.ELECTED
        found.append(ProposedPresiding(room.item, next_one, how))
    return found


def presiding_sentence(names: Sequence[str], how: str, *, of_item: bool) -> str:
    """Oyin Adeyemi took the chair for this item, the chair having declared an interest.

    "" for the chair of the board presiding over the meeting: the list of those present says so.
    """
    who, for_item = listing(names), " for this item" if of_item else ""
    if how == How.JOINT:
        if len(names) == 1:
            return f"{who}, joint chair, took the chair{for_item}."
        return f"{who} presided {'over this item ' if of_item else ''}as joint chairs."
    return {
        How.CHAIR: f"{who} took the chair{for_item}." if of_item else "",
        How.VICE_CHAIR: f"{who}, vice-chair, took the chair{for_item} in the absence of the chair.",
        How.ELECTED: f"{who} was elected by those present to take the chair{for_item}.",
        How.RECUSED: f"{who} took the chair{for_item}, the chair having declared an interest.",
        How.VACANT: f"{who} took the chair{for_item}, the office of chair being vacant.",
    }[How(how)]
