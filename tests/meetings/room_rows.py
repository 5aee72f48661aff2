"""Rows of a room without a database, for truth tables."""

import datetime as dt
from typing import Any

from boards.models import Partner, Seat
from meetings.models import AgendaItem, Attendance, Declaration, Movement, Presiding

COUNCIL = Partner(pk=1, name="Council", short_name="Council")
HEALTH = Partner(pk=2, name="Health Trust", short_name="Health Trust")
ITEMS = {pk: AgendaItem(pk=pk, number=f"2.{pk}", title=f"Business {pk}", position=pk) for pk in range(1, 5)}


def holding(thing: Any, **many: list) -> Any:
    """The thing with what it is joined to at hand."""
    thing._prefetched_objects_cache = many
    return thing


def row(pk: int, status: str = "present", *, items: tuple[int, ...] = (), also: tuple[int, ...] = (), **fields: Any):
    """Somebody in seat ``pk``; seats beyond the third have no vote."""
    fields.setdefault("seat", Seat(pk=pk, partner=COUNCIL if pk == 1 else HEALTH, voting=pk < 4))
    seats = [Seat(pk=seat) for seat in also]
    attendance = Attendance(pk=pk, name=f"Person {pk}", status=status, **fields)
    return holding(attendance, items=[ITEMS[item] for item in items], also_for=seats)


def moved(who: int, direction: str, item: int | None = None, at: int | None = None, *, position: int = 0) -> Movement:
    given = {"item": ITEMS[item] if item else None, "at_time": dt.time(at) if at else None}
    return Movement(attendance_id=who, direction=direction, position=position, **given)


def declared(who: int, consequence: str, *items: int, kind: str = "personal") -> Declaration:
    found = Declaration(pk=9, attendance_id=who, kind=kind, consequence=consequence)
    return holding(found, items=[ITEMS[item] for item in items])


def presiding(who: int, item: int | None = None, how: str = "elected") -> Presiding:
    return Presiding(attendance_id=who, item=ITEMS[item] if item else None, how=how)
