"""Who is in the room at an item, whether they are enough, and who presides (demand 14; DOMAIN rules 37, 41 to 44)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from boards.models import QuorumKind, TermsOfReference
from meetings.models import AgendaItem, Attendance, Declaration, Movement, Presiding
from meetings.rules.agenda import all_named, named
from meetings.rules.each_board import BoardSitting, by_video_of_each, quorum_of_each
from meetings.rules.quorum import Quorum, not_counted, quorum
from trust.tools.refusal import Refused
from trust.tools.words import time_of_day

Consequence, Direction = Declaration.Consequence, Movement.Direction
#: Who declared an interest and stayed, and may not vote for all that.
WITHOUT_VOTE = (Consequence.SPOKE, Consequence.STAYED, Consequence.LEFT)


@dataclass(frozen=True)
class RoomAt:
    """The room while one item was taken; ``item`` None is the room as it stands after every movement so far.

    ``away`` says in a sentence why somebody who came is not in the room; ``without_vote`` are those who declared an
    interest that bars them from voting, ``vacated`` those who left the chair for one, ``by_video`` those whom the terms
    do not count as present.
    """

    item: AgendaItem | None
    here: tuple[Attendance, ...]
    away: Mapping[int, str]
    quorum: Quorum
    presiding: tuple[Attendance, ...]
    without_vote: frozenset[int] = field(default_factory=frozenset)
    vacated: frozenset[int] = field(default_factory=frozenset)
    by_video: frozenset[int] = field(default_factory=frozenset)
    is_recorded: bool = True

    @property
    def is_inquorate(self) -> bool:
        """Decisions wait, or are subject to ratification. Where no quorum is stated nothing waits, nor where the list
        was not kept, or was kept without seats."""
        return self.quorum.met is False and self.is_counted

    @property
    def is_counted(self) -> bool:
        """Whether there is anything to count: marks on a list of seats that vote."""
        return self.is_recorded and self.quorum.is_counted


def room_at(
    item: AgendaItem | None,
    rows: Sequence[Attendance],
    movements: Iterable[Movement],
    declarations: Iterable[Declaration],
    presidings: Iterable[Presiding],
    order: Sequence[AgendaItem],
    terms: TermsOfReference | None,
    kinds: Sequence[QuorumKind] | None,
    sittings: Sequence[BoardSitting] = (),
) -> RoomAt:
    """Whoever came, less those who are away from ``item``; nobody away is counted in its quorum or presides.

    Who left is away from then on in ``order``, until they return; for an interest, from its items only.
    """
    declared = [one for one in declarations if concerns(one, item)]
    away = _away(item, rows, movements, declared, order)
    here = tuple(row for row in rows if row.is_in_the_room and row.pk not in away)
    chairs = _in_the_chair(item, rows, presidings) - (vacated := _who(declared, Consequence.CHAIR_VACATED))
    return RoomAt(
        item,
        here,
        away,
        quorum=quorum_of_each(sittings, rows, away=away) if sittings else quorum(terms, rows, kinds, away=away),
        presiding=tuple(row for row in here if row.pk in chairs),
        without_vote=_who(declared, *WITHOUT_VOTE),
        vacated=vacated,
        by_video=by_video_of_each(sittings, here) if sittings else not_counted(terms, here),
        is_recorded=any(row.status != Attendance.Status.EXPECTED for row in rows),
    )


def _who(declared: Iterable[Declaration], *consequences: str) -> frozenset[int]:
    return frozenset(one.attendance_id for one in declared if one.consequence in consequences)


def concerns(declared: Declaration, item: AgendaItem | None) -> bool:
    """Whether an interest touches an item: one of those named, or any where none is. A nil return touches none."""
    if item is None or declared.kind == Declaration.Kind.NIL:
        return False
    items = [one.pk for one in declared.items.all()]
    return not items or item.pk in items


def who_sat(row: Attendance) -> str:
    """Whoever is in the room for a line of the list: the substitute where there is one."""
    return (row.substitute_name or str(row.substitute)) if row.substitute_id else row.name


def check_may_take_part(room: RoomAt, attendance: Attendance) -> None:
    """Whoever is not in the room for an item neither moves, seconds nor votes on it (demand 14)."""
    item = named(room.item) if room.item else "it"
    if attendance.pk not in {row.pk for row in room.here}:
        raise Refused(f"{who_sat(attendance)} was not in the room for {item} and cannot move, second or vote on it.")
    if attendance.pk in room.without_vote:
        raise Refused(f"{who_sat(attendance)} declared an interest in {item} and cannot move, second or vote on it.")
    if attendance.pk in room.by_video:
        why = "the terms count only those in the room itself"
        raise Refused(f"{who_sat(attendance)} joined by video, and {why}: they cannot move, second or vote on {item}.")


def what_is_lost(before: Quorum, after: Quorum) -> str:
    """What going or coming did to the quorum, in a sentence or two; "" where it changed nothing that matters."""
    if before.met is not False and after.met is False:
        return f"There is no quorum now: {after.shortfall}. Decisions wait, or are subject to ratification."
    return "There is a quorum again." if before.met is False and after.met else ""


def place_words(item: AgendaItem | None, at_time: dt.time | None = None) -> str:
    """at item 2.5; at 3.15pm; at 3.15pm, during item 2.5"""
    if at_time is None:
        return f"at {named(item)}" if item else ""
    clock = f"at {time_of_day(at_time)}"
    return f"{clock}, during {named(item)}" if item else clock


def _away(
    item: AgendaItem | None,
    rows: Sequence[Attendance],
    movements: Iterable[Movement],
    declared: Sequence[Declaration],
    order: Sequence[AgendaItem],
) -> dict[int, str]:
    """Why each of those who came is not in the room, by their line of the list."""
    moved: dict[int, list[Movement]] = {}
    for movement in movements:
        if movement.declaration_id is None:
            moved.setdefault(movement.attendance_id, []).append(movement)
    left_for = {one.attendance_id for one in declared if one.consequence == Consequence.LEFT}
    away = {}
    for row in rows:
        if row.is_in_the_room and (
            why := "Declared an interest and left for this item."
            if row.pk in left_for
            else _not_asked_for(row, item) or _gone(moved.get(row.pk, []), item, order)
        ):
            away[row.pk] = why
    return away


def _not_asked_for(row: Attendance, item: AgendaItem | None) -> str:
    """A presenter is there for the items they were asked for, and for no others."""
    asked_for = list(row.items.all()) if row.pk else []
    if item is None or not asked_for or item.pk in {one.pk for one in asked_for}:
        return ""
    return f"There only for {all_named(asked_for)}."


def _gone(moved: Sequence[Movement], item: AgendaItem | None, order: Sequence[AgendaItem]) -> str:
    """Where somebody's comings and goings leave them at an item: a sentence while they are out, else "".

    A movement told by its time alone tells of no item.
    """
    places = {one.pk: place for place, one in enumerate(order)}
    end = len(order)
    now = places.get(item.pk, end) if item else end
    moved = sorted(moved, key=lambda one: (one.position, one.pk or 0))
    out = ""
    for movement in moved:
        if (places.get(movement.item_id, end) if movement.item_id else end) <= now:
            is_left = movement.direction == Direction.LEFT
            out = f"Left {place_words(movement.item, movement.at_time)}." if is_left else ""
        elif movement is moved[0] and movement.direction == Direction.ARRIVED and movement.item_id:
            out = f"Arrived {place_words(movement.item, movement.at_time)}."
    return out


def _in_the_chair(item: AgendaItem | None, rows: Sequence[Attendance], presidings: Iterable[Presiding]) -> set[int]:
    """By the item's own presidings, else the meeting's, else whoever the list has in the chair."""
    presidings = list(presidings)
    of_item = {one.attendance_id for one in presidings if item and one.item_id == item.pk}
    of_meeting = {one.attendance_id for one in presidings if one.item_id is None}
    return of_item or of_meeting or {row.pk for row in rows if row.is_presiding}
