"""What the minutes tell of the room, at the item where it happened (requirement 2.1; demands 14, 15).

An edition is given the items that it shows: what happened at another is not told, nor a return from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from meetings.models import AgendaItem, Decision, Declaration, Movement, Presiding
from meetings.rules.agenda import all_named
from meetings.rules.declaration import declaration_sentence
from meetings.rules.movement import movement_sentence
from meetings.rules.presiding import presiding_sentence
from meetings.rules.room import RoomAt

LEFT, ARRIVED = Movement.Direction.LEFT, Movement.Direction.ARRIVED
Kind = Decision.Kind
#: What a meeting without a quorum may do all the same: talk, note, put off (DOMAIN rule 37).
NEEDS_NO_QUORUM = (Kind.NOTED, Kind.DEFERRED, Kind.MOVED, Kind.LOST, Kind.STATUS_QUO)


def told_of_room(
    rooms: Mapping[int, RoomAt],
    names: Mapping[int, str],
    movements: Sequence[Movement],
    declarations: Iterable[Declaration],
    presidings: Sequence[Presiding],
) -> dict[int, list[str]]:
    """By item, the sentences on coming and going, interests, the chair and the quorum. ``rooms`` are those of the
    items shown, in the order taken; ``names`` what the edition calls each line of the list."""
    told: dict[int, list[str]] = defaultdict(list)
    for movement in told_movements(movements, rooms):
        if movement.item_id:
            returned = has_left_before(movement, movements)
            told[movement.item_id].append(movement_sentence(names[movement.attendance_id], movement, returned=returned))
    for declared in declarations:
        for pk in _told_at(declared, movements, rooms):
            sentence = declaration_sentence(
                names[declared.attendance_id], declared.consequence, in_all=not declared.items.all()
            )
            told[pk].append(sentence)
    for pk, room in rooms.items():
        told[pk] += _chair(room, names, presidings)
    for pk, sentence in _quorum(rooms).items():
        told[pk].append(sentence)
    return told


def told_movements(movements: Sequence[Movement], shown: Iterable[int]) -> list[Movement]:
    """Those at an item shown or told by their time. Nobody is told to return who was not told to have left."""
    shown = set(shown)
    gone: dict[int, bool] = {}
    told = []
    for movement in in_sequence(movements):
        is_told = movement.item_id is None or movement.item_id in shown
        if movement.direction == ARRIVED:
            is_told = is_told and gone.get(movement.attendance_id, True)
        else:
            gone[movement.attendance_id] = is_told
        told += [movement] if is_told else []
    return told


def in_sequence(movements: Iterable[Movement]) -> list[Movement]:
    """Comings and goings in the order in which each person's were; leaving for an interest is told with it."""
    return sorted((one for one in movements if not one.declaration_id), key=lambda one: (one.position, one.pk or 0))


def has_left_before(movement: Movement, movements: Iterable[Movement]) -> bool:
    """Whether they had left and so return by it."""
    own = [one for one in in_sequence(movements) if one.attendance_id == movement.attendance_id]
    return LEFT in [one.direction for one in own[: own.index(movement)]]


def quorate_words(rooms: Iterable[RoomAt], of: int | None = None) -> str:
    """The meeting was quorate, except at item 2.5. "" where none is stated or nothing was counted. ``of`` asks for one
    board of a joint meeting, by its place: It was quorate."""
    found = [(room.item, room.quorum if of is None else room.quorum.each[of]) for room in dealt_with(rooms)]
    counted = [(item, quorum) for item, quorum in found if quorum.met is not None and quorum.is_counted]
    without = [item for item, quorum in counted if quorum.met is False and item]
    who = "The meeting" if of is None else "It"
    if not counted or not any(room.is_recorded for room in rooms):
        return ""
    if not without:
        return f"{who} was quorate."
    if len(without) == len(counted):
        return f"{who} was not quorate."
    return f"{who} was quorate, except at {all_named(without)}."


def ratifying_words(decision: Decision, room: RoomAt | None) -> str:
    """What a decision waits for where there was no quorum; "" where it waits for nothing."""
    if decision.taken_date:
        return "To be ratified at a meeting." if decision.needs_ratifying else ""
    is_inquorate = room is not None and room.is_inquorate
    if decision.needs_ratifying:
        return "Taken without a quorum, and subject to ratification." if is_inquorate else "Subject to ratification."
    return "Taken without a quorum." if is_inquorate and waits(decision) else ""


def waits(decision: Decision) -> bool:
    """Whether a decision of this kind waits for a quorum."""
    return decision.kind not in NEEDS_NO_QUORUM


def _told_at(declared: Declaration, movements: Iterable[Movement], shown: Iterable[int]) -> list[int]:
    """The items at which an interest is told: those it names, or where somebody left for the whole agenda. Whoever
    was out of the room already did not leave again."""
    left = [one.item_id for one in movements if one.declaration_id == declared.pk and one.item_id]
    items = [item.pk for item in declared.items.all()]
    if declared.kind == Declaration.Kind.NIL:
        return []
    return [pk for pk in (left or items) if pk in set(shown)]


def _chair(room: RoomAt, names: Mapping[int, str], presidings: Iterable[Presiding]) -> list[str]:
    here = {row.pk for row in room.presiding}
    found = [one for one in presidings if room.item and one.item_id == room.item.pk and one.attendance_id in here]
    if not found:
        return []
    return [presiding_sentence([names[one.attendance_id] for one in found], found[0].how, of_item=True)]


def _quorum(rooms: Mapping[int, RoomAt]) -> dict[int, str]:
    """Where the quorum was lost and regained. Where there was none throughout, the head of the minutes says so."""
    found = dealt_with(rooms.values())
    if all(room.is_inquorate for room in found):
        return {}
    told = {}
    for before, room in pairwise([None, *found]):
        assert room is not None
        assert room.item is not None
        if room.is_inquorate and (before is None or not before.is_inquorate):
            since = "from this item" if before else "when it began"
            told[room.item.pk] = f"The meeting was not quorate {since}: {room.quorum.shortfall}."
        elif before is not None and before.is_inquorate and not room.is_inquorate:
            told[room.item.pk] = "The meeting was quorate from this item."
    return told


def dealt_with(rooms: Iterable[RoomAt]) -> list[RoomAt]:
    """Those of the items that were dealt with; headings, and what was put off, need no quorum."""
    open_ = AgendaItem.State.OPEN
    return [room for room in rooms if room.item and not room.item.is_section and room.item.state == open_]
