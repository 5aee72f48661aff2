"""What a whole sheet comes to, before anything of it counts: who leaves, then who begins, by the rules of seats."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from boards.models import Seat, SeatHolding
from boards.rules import seat as seats
from boards.rules.place import Place, check_place
from boards.rules.sheet import BY_FIELD, Row
from boards.rules.sheet_ground import Ground, Planned, of_days
from boards.rules.sheet_who import say_who
from trust.tools.refusal import Refused
from trust.tools.words import short_date


def planned(rows: Iterable[Row], ground: Ground) -> list[Planned]:
    """Every row with what it comes to, in the sheet's order. Those who leave make room for those who begin."""
    lines: list[Planned] = []
    named: dict[str, list[Planned]] = defaultdict(list)
    for row in rows:
        line = Planned(row, wrong=list(row.wrong), act="wrong" if row.wrong else "")
        lines.append(line)
        if not line.wrong:
            _say_where(line, ground)
        if not line.act:
            say_who(line, ground, named[row["person"].casefold()])
            named[row["person"].casefold()].append(line)
    for step in (_end, _begin):
        for line in lines:
            if not line.act:
                _tried(step, line, ground, lines)
    return lines


def in_order(lines: Iterable[Planned]) -> list[Planned]:
    """What is to be done, as it has to be done: ends before beginnings."""
    doing = [line for line in lines if line.act in ("make", "change")]
    return sorted(doing, key=lambda line: line.ends is None)


def _tried(step: object, line: Planned, ground: Ground, lines: list[Planned]) -> None:
    try:
        step(line, ground, lines)  # type: ignore[operator]
    except Refused as refusal:
        line.refuse(str(refusal))


def _say_where(line: Planned, ground: Ground) -> None:
    """The board, and the places at it that the row may mean."""
    row = line.row
    line.board = ground.boards.get(row["board"].casefold())
    if not row["board"]:
        line.refuse("The row names no board.")
    elif line.board is None:
        line.refuse(f"You manage no board called “{row['board']}”.")
    for name, known, said in (
        ("partner", ground.partners, "No partner goes by"),
        ("constituency", ground.classes, "No class of partners is called"),
    ):
        if row[name] and row[name].casefold() not in known:
            line.refuse(f"{said} “{row[name]}”.")
    if not row["person"] and row["new_seat"] != "yes":
        line.refuse("The row names nobody, and does not say yes under New seat.")
    if not any(row[name] for name in ("partner", "constituency", "title")):
        line.refuse("Say whose seat it is: a partner, a class of partners, or a post.")
    if not line.wrong and line.board:
        line.places = _places(row, ground, ground.seats[line.board.pk])


def _places(row: Row, ground: Ground, there: list[Seat]) -> list[Seat]:
    """The seats that agree with all the row says; of several, those of members where it says no part."""
    found = [seat for seat in there if _agrees(seat, row, ground)]
    members = [seat for seat in found if seat.role == Seat.Role.MEMBER]
    return found if row["role"] or not members else members


def _agrees(seat: Seat, row: Row, ground: Ground) -> bool:
    partner, group = ground.partners.get(row["partner"].casefold()), ground.classes.get(row["constituency"].casefold())
    return (
        (partner is None or seat.partner_id == partner.pk)
        and (group is None or seat.constituency_id == group.pk)
        and (not row["title"] or seat.title.casefold() == row["title"].casefold())
        and row["role"] in ("", seat.role)
        and row["side"] in ("", seat.side)
    )


def _end(line: Planned, ground: Ground, lines: list[Planned]) -> None:
    """Somebody who sits there already: their last day, or nothing. Nobody else is touched here."""
    row, person = line.row, line.person
    first, last = row.day("from_date"), row.day("to_date")
    seats.check_in_order(first, last)
    if person is None or not person.pk:
        return
    held = [one for seat in line.places for one in ground.held(seat) if one.person_id == person.pk]
    holding = next((one for one in held if seats.overlaps(one, first or last, last)), None)
    if holding is None:
        return
    line.seat = holding.seat
    if first and holding.from_date and first != holding.from_date:
        began = short_date(holding.from_date)
        raise Refused(f"{person.name} has held this seat since {began}, and the row says {short_date(first)}.")
    if last is None or last == holding.to_date:
        until = f" until {short_date(holding.to_date)}" if holding.to_date else ""
        line.act, line.said = "same", [f"{person.name} holds this seat{until}."]
        return
    seats.check_not_by_post(holding.seat, person)
    seats.check_can_end(holding, last)
    line.act, line.ends, holding.to_date = "change", holding, last
    line.said.append(f"{person.name} leaves the seat after {short_date(last)}.")


def _begin(line: Planned, ground: Ground, lines: list[Planned]) -> None:
    """Somebody begins, in the first seat that is free on all of these days, or in one that is made."""
    row, first, last = line.row, line.row.day("from_date"), line.row.day("to_date")
    who = line.person
    if first is None:
        raise Refused(
            f"{who.name} does not hold this seat, so it cannot end. Give the first day if they begin."
            if who and last
            else f"{BY_FIELD['from_date'].head} is empty."
        )
    if who is None:
        return _vacant(line, ground, first, lines)
    _check_once(line, ground, first, last)
    _take_seat(line, ground, first, last, lines)
    assert line.seat
    ground.held(line.seat).append(SeatHolding(seat=line.seat, person=who, from_date=first, to_date=last))
    line.act = "make"
    until = f" to {short_date(last)}" if last else ""
    earlier = (other.person for other in lines if other.row.line < row.line)
    newcomer = "" if who.pk or any(one is who for one in earlier) else ", who is new,"
    line.said.append(f"{who.name}{newcomer} sits there from {short_date(first)}{until}.")


def _take_seat(line: Planned, ground: Ground, first: dt.date, last: dt.date | None, lines: list[Planned]) -> None:
    """The first that is free; else the sentence of the first that is not, or a seat that is made."""
    refusal = "The board has no such seat. Write yes under New seat to have it made."
    for number, seat in enumerate(of_days(line.places, first, last)):
        try:
            seats.check_within_seat(seat, first, last)
            seats.check_seat_free(ground.held(seat), first, last)
            line.seat = seat
            return
        except Refused as refused:
            refusal = str(refused) if not number else refusal
    if line.row["new_seat"] != "yes":
        raise Refused(refusal)
    _make_seat(line, ground, first, lines)


def _check_once(line: Planned, ground: Ground, first: dt.date, last: dt.date | None) -> None:
    """Nobody sits in two seats of one kind at once: the second row says what the first said."""
    for seat in line.places:
        for holding in ground.held(seat):
            if holding.person == line.person and seats.overlaps(holding, first, last):
                name = holding.person.name
                raise Refused(f"Another row has {name} in this seat on some of those days. Take one of them out.")


def _vacant(line: Planned, ground: Ground, first: dt.date, lines: list[Planned]) -> None:
    """A seat agreed and vacant: made unless the board has one that no other row has taken."""
    taken = {id(other.seat) for other in lines if other.seat is not None}
    for seat in of_days(line.places, first, None):
        if id(seat) not in taken and not any(seats.overlaps(one, first, None) for one in ground.held(seat)):
            line.seat, line.act, line.said = seat, "same", ["The board has this seat, and it is vacant."]
            return
    _make_seat(line, ground, first, lines)
    line.act = "make"


def _make_seat(line: Planned, ground: Ground, first: dt.date, lines: list[Planned]) -> None:
    row, board = line.row, line.board
    assert board
    place = Place(
        partner=ground.partners.get(row["partner"].casefold()),
        constituency=ground.classes.get(row["constituency"].casefold()),
        title=row["title"],
        role=row["role"] or Seat.Role.MEMBER,
        membership=row["membership"] or Seat.Membership.CORE,
        side=row["side"],
        voting=row["voting"] != "no" if row["voting"] else row["role"] != Seat.Role.OBSERVER,
    )
    there = of_days(ground.seats[board.pk], first, None)
    check_place(place, [seat for seat in there if seat.role in seats.CHAIRS])
    line.new_place, line.seat = place, Seat(board=board, from_date=first, **place.as_fields())
    ground.seats[board.pk].append(line.seat)
    for other in lines:
        if other is not line and other.board == board and _agrees(line.seat, other.row, ground):
            other.places.append(line.seat)
    line.said.append(f"A seat is made: {line.seat}{', vacant' if line.person is None else ''}.")
