"""What a declaration of interest must say, what follows, and the sentence at its item (DOMAIN rules 41 to 44)."""

from collections.abc import Iterable, Sequence

from meetings.models import AgendaItem, Attendance, Declaration
from meetings.rules.room import RoomAt, who_sat
from trust.tools.refusal import Refused

Kind, Consequence = Declaration.Kind, Declaration.Consequence

#: What somebody did who declared an interest in an item.
TOLD = {
    Consequence.NONE: "declared an interest in this item and took part",
    Consequence.SPOKE: "declared an interest in this item, spoke and did not vote",
    Consequence.STAYED: "declared an interest in this item, stayed in the room and took no part",
    Consequence.LEFT: "declared an interest and left the meeting for this item",
    Consequence.CHAIR_VACATED: "declared an interest and left the chair for this item",
}


def check_declaration(kind: str, interest: str, consequence: str, items: Sequence[AgendaItem]) -> None:
    """A nil return says nothing more; an interest says what it is."""
    if kind == Kind.NIL:
        if interest or items or consequence != Consequence.NONE:
            raise Refused("“Nothing to declare” stands alone. Take away the interest, the items and what followed.")
        return
    if not interest:
        raise Refused("Say what the interest is.")


def check_consequence(attendance: Attendance, consequence: str, rooms: Iterable[RoomAt]) -> None:
    """Only somebody who is there leaves, and only whoever presides leaves the chair. ``rooms`` are those of its items
    before the interest is put down."""
    name, rooms = who_sat(attendance), list(rooms)
    if consequence != Consequence.NONE and not attendance.is_in_the_room:
        raise Refused(f"{name} is not marked as present, so nothing followed at the meeting.")
    if consequence == Consequence.CHAIR_VACATED and not any(attendance in room.presiding for room in rooms):
        raise Refused(f"{name} is not in the chair and cannot leave it.")
    if consequence == Consequence.LEFT and rooms and all(attendance.pk in room.away for room in rooms):
        raise Refused(f"{name} is out of the room already. {rooms[0].away[attendance.pk]}")


def check_not_contradicted(attendance: Attendance, kind: str, declared: Iterable[Declaration]) -> None:
    """Nobody declares an interest and nothing at one meeting."""
    name = who_sat(attendance)
    for other in declared:
        if kind == Kind.NIL and other.kind == Kind.NIL:
            raise Refused(f"{name} had nothing to declare already.")
        if kind == Kind.NIL:
            raise Refused(f"{name} declared an interest at this meeting. Take that down first.")
        if other.kind == Kind.NIL:
            raise Refused(f"{name} is down as having nothing to declare. Take that down first.")


def declaration_sentence(name: str, consequence: str, *, in_all: bool = False) -> str:
    """Joss Lindqvist declared an interest and left the meeting for this item."""
    if in_all:
        return f"{name} declared an interest in all items and left the meeting."
    return f"{name} {TOLD[Consequence(consequence)]}."
