"""Coming and going while the meeting went on: in which order it can be, and the sentence it puts in the minutes."""

import datetime as dt
from collections.abc import Iterable, Sequence

from meetings.models import AgendaItem, Attendance, Movement
from meetings.rules.room import place_words, who_sat
from trust.tools.refusal import Refused

ARRIVED, LEFT = Movement.Direction.ARRIVED, Movement.Direction.LEFT
#: Why a line of the list became present: taking the arrival back takes this back too.
BECAUSE_ARRIVED = "They arrived while the meeting went on."


def place_in(moved: Sequence[Movement], coming: Movement, order: Sequence[AgendaItem]) -> int:
    """Where a movement goes among the same person's others: by item in the order taken, then by the clock.

    ``moved`` is in sequence. A movement without an item stands after those told by an earlier time, else last.
    """
    places = {item.pk: place for place, item in enumerate(order)}

    def is_before(other: Movement) -> bool:
        if coming.item_id and other.item_id and coming.item_id != other.item_id:
            return places.get(other.item_id, 0) < places.get(coming.item_id, 0)
        if coming.at_time and other.at_time:
            return other.at_time <= coming.at_time
        return True

    return next((place for place, other in enumerate(moved) if not is_before(other)), len(moved))


def check_place_given(item: AgendaItem | None, at_time: dt.time | None) -> None:
    if item is None and at_time is None:
        raise Refused("Say at which item, or at what time.")


def check_can_move(
    attendance: Attendance, moved: Sequence[Movement], coming: Movement, at: int, *, came_late: bool
) -> None:
    """Nobody leaves who is not there or comes who is. ``moved`` are the others in sequence, ``at`` the place among
    them; ``came_late`` says that somebody marked as present was not there from the start."""
    name = who_sat(attendance)
    before, after = (moved[at - 1] if at else None), (moved[at] if at < len(moved) else None)
    if coming.direction == LEFT:
        if not attendance.is_in_the_room:
            raise Refused(f"{name} is not marked as present and cannot have left.")
        if before and before.direction == LEFT:
            raise Refused(f"{name} left {words_of(before)} already.")
        if after and after.direction == ARRIVED:
            raise Refused(f"{name} arrived {words_of(after)} and cannot have left before that.")
    elif before and before.direction == ARRIVED:
        raise Refused(f"{name} arrived {words_of(before)} already.")
    elif before is None and attendance.is_in_the_room and not came_late:
        raise Refused(f"{name} has been here from the start, and has not left.")
    if after and after.direction == coming.direction:
        raise Refused(f"{name} {after.direction} {words_of(after)} as well. Take that back first.")


def check_can_take_back(attendance: Attendance, moved: Sequence[Movement], going: Movement) -> None:
    """What is left must still be a coming and going."""
    name = who_sat(attendance)
    if going.declaration_id:
        raise Refused(f"{name} left because of an interest. Take the declaration down, and this goes with it.")
    at = [one.pk for one in moved].index(going.pk)
    after = moved[at + 1] if at + 1 < len(moved) else None
    if after and (at or after.direction == ARRIVED):
        raise Refused(f"{name} {after.direction} {words_of(after)} after that. Take that back first.")


def words_of(movement: Movement) -> str:
    """at item 2.5; at 3.15pm, during item 2.5"""
    return place_words(movement.item, movement.at_time)


def movement_sentence(name: str, movement: Movement, *, returned: bool = False) -> str:
    """Joss Lindqvist left the meeting at item 2.5. Joss Lindqvist joined the meeting at 3.15pm."""
    if movement.direction == LEFT:
        return f"{name} left the meeting {words_of(movement)}."
    return f"{name} {'returned to' if returned else 'joined'} the meeting {words_of(movement)}."


def check_nobody_moved(attendance: Attendance, moved: Iterable[Movement]) -> None:
    """Whoever came and went was there: their line stays so until that is taken back."""
    for movement in moved:
        what = (
            "left because of an interest" if movement.declaration_id else f"{movement.direction} {words_of(movement)}"
        )
        undo = "the declaration down" if movement.declaration_id else "that back"
        raise Refused(f"{who_sat(attendance)} {what}. Take {undo} first.")
