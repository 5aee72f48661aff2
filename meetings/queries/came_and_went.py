"""Who came, went and presided, as the attendance page lists it, cut to its reader."""

from dataclasses import dataclass

from meetings.models import Edition, Meeting, Movement, Presiding
from meetings.queries.room import room_record
from meetings.rules.agenda import named
from meetings.rules.edition import Cut, Sight
from meetings.rules.movement import movement_sentence
from meetings.rules.presiding import ProposedPresiding, presiding_sentence, proposed_presiding
from meetings.rules.room import RoomAt, who_sat
from meetings.rules.told import dealt_with, has_left_before, told_movements


@dataclass(frozen=True)
class CameAndWent:
    """Movements and chairs with their sentences, what wants a chair, and where there was no quorum."""

    movements: tuple[tuple[Movement, str], ...]
    presidings: tuple[tuple[Presiding, str], ...]
    proposed: tuple[ProposedPresiding, ...]
    inquorate: tuple[RoomAt, ...]


def came_and_went(meeting: Meeting, sight: Sight) -> CameAndWent:
    """Who may not know of exempt items is told nothing of what happened at one. Ten statements."""
    cut = Cut.of(Edition.FULL, sight)
    items = cut.shown(meeting.items.all())
    record = room_record(meeting)
    rooms = {pk: room for pk, room in record.through().items() if pk in items}
    names = {row.pk: who_sat(row) for row in record.rows}

    def moved(one: Movement) -> str:
        return movement_sentence(names[one.attendance_id], one, returned=has_left_before(one, record.movements))

    def presided(one: Presiding) -> str:
        told = presiding_sentence([names[one.attendance_id]], one.how, of_item=one.item is not None)
        return told.replace("this item", named(one.item)) if one.item else told

    places = {item.pk: place for place, item in enumerate(record.order)}
    told = sorted(told_movements(record.movements, items), key=lambda one: places.get(one.item_id or 0, len(places)))
    shown = [one for one in record.presidings if one.item_id is None or one.item_id in items]
    presidings = sorted(shown, key=lambda one: places.get(one.item_id or 0, -1))
    return CameAndWent(
        movements=tuple((one, moved(one)) for one in told),
        presidings=tuple((one, presided(one)) for one in presidings if presided(one)),
        proposed=tuple(proposed_presiding(rooms.values(), record.chairs)),
        inquorate=tuple(room for room in dealt_with(rooms.values()) if room.is_inquorate),
    )
