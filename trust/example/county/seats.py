"""The county's seats, with who has held them since their boards were founded, and who covers them today."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from boards.models import Board, Constituency, Partner, Person, Post, Seat, SeatHolding, Substitute
from boards.operations.access import refresh_all_access
from boards.queries.seats import seats_on
from trust.example.cast import WDT
from trust.example.county.days import DAY, april, boards, partners
from trust.example.county.network import JCG
from trust.example.county.people import NAMED, Register, Tenure, add_all, write_down
from trust.example.county.sitting import AREAS, SITTING, Sits


@dataclass
class Seating:
    """What is to be written: seats, and by whom each has been held."""

    on: dt.date
    register: Register
    partners: dict[str, Partner]
    seats: list[Seat] = field(default_factory=list)
    held: list[tuple[Seat, list[Tenure]]] = field(default_factory=list)

    def take(self, seat: Seat, partner: str, post: str) -> None:
        since = seat.from_date or self.on
        self.held.append((seat, self.register.hold(self.partners[partner], post, since)))


def seat_everybody(on: dt.date) -> None:
    """Seats of every board but the district trusts', which have theirs; then all who held them."""
    known, seating = boards(), Seating(on, Register(on), partners())
    classes = {found.name: found for found in Constituency.objects.all()}
    for name, sitting in SITTING.items():
        for position, sits in enumerate(sitting, start=20):
            _seat(known[name], position, sits, classes, seating)
    for board in known.values():
        if board.kind == Board.Kind.DISTRICT_TRUST:
            _fill_district_trust(board, seating)
    for short, post in NAMED:
        seating.register.hold(seating.partners[short], post, on)
    write_down(seating.register)
    add_all(seating.seats)
    add_all(list(_holdings(seating)))
    _appoint_jointly(known[JCG], seating)
    _name_substitutes(seating)
    refresh_all_access(on=on)


def _seat(board: Board, position: int, sits: Sits, classes: dict[str, Constituency], seating: Seating) -> None:
    begins = april(seating.on, sits.since) if sits.since else board.founded_date
    assert begins is not None
    ends = april(seating.on, sits.until) - DAY if sits.until else board.ended_date
    owner = None if sits.of_class or not sits.partner else seating.partners[sits.partner]
    seat = Seat(
        board=board,
        partner=owner,
        constituency=classes.get(sits.of_class),
        agency_stated=sits.stated,
        title=sits.post if sits.follows else "",
        role=sits.role,
        membership=sits.membership,
        follows_post=sits.follows,
        voting=sits.votes,
        position=position,
        from_date=begins,
        to_date=ends,
    )
    seating.seats.append(seat)
    if sits.post:
        seating.take(seat, sits.partner, sits.post)


def _fill_district_trust(board: Board, seating: Seating) -> None:
    """By whose seat it is; here and there nobody has been found."""
    place = board.name.removesuffix(" District Trust")
    for seat in board.seats.filter(holdings=None).select_related("partner"):
        found = _post_of(seat, place, AREAS[len(place) % 3])
        if found and not (found[0] == "Voluntary sector" and len(place) % 4 == 1):
            seating.take(seat, *found)


def _post_of(seat: Seat, place: str, area: str) -> tuple[str, str] | None:
    if seat.constituency_id:
        return "Schools", f"Head Teacher, {place}"
    if seat.partner is None:
        return None
    by_role = {"chair": "Head of Communities", "minute_taker": "Democratic Services Officer"}
    by_side = {"officer": "Head of People", "member": "Member Champion for Children"}
    if seat.partner.category == Partner.Category.DISTRICT:
        return place, by_role.get(seat.role) or by_side[seat.side]
    elsewhere = {
        "Health Trust": f"Locality Manager, {area}",
        "Police": f"Inspector, {place}",
        "Careers": f"Adviser, {place}",
        "Voluntary sector": f"Children’s Worker, {place}",
    }
    return seat.partner.short_name, elsewhere[seat.partner.short_name]


def _holdings(seating: Seating) -> Iterator[SeatHolding]:
    """Over the days on which there is the seat and they hold the post."""
    for seat, tenures in seating.held:
        for tenure in tenures:
            begins = max(seat.from_date or tenure.from_date, tenure.from_date)
            ends = min((day for day in (seat.to_date, tenure.to_date) if day), default=None)
            if ends is None or begins <= ends:
                yield SeatHolding(seat=seat, person=tenure.person, from_date=begins, to_date=ends)


def _appoint_jointly(board: Board, seating: Seating) -> None:
    """One project manager, with three employers."""
    since = april(seating.on, 2)
    person = Person(name="Isolde Farrant", initials="IF")
    add_all([person])
    add_all(
        [
            Post(person=person, partner=seating.partners[short], title="Project Manager", from_date=since)
            for short in ("Council", "Health Trust", "Hospitals")
        ]
    )
    seat = Seat(board=board, title="Project Manager", voting=False, membership="attendee", position=40)
    seat.from_date = since
    add_all([seat])
    add_all([SeatHolding(seat=seat, person=person, from_date=since)])


def _name_substitutes(seating: Seating) -> None:
    """A colleague of the same partner covers most seats; those of two district trusts nobody."""
    others: dict[int, Person] = {}
    found: list[Substitute] = []
    for board in boards().values():
        if board.name in ("Dunsmere District Trust", "Larkholme District Trust", WDT) or board.ended_date:
            continue
        for line in seats_on(board, seating.on):
            owner, holder = line.seat.partner_id, line.holder
            if owner and holder and line.seat.voting and line.seat.position >= 1:
                other = others.setdefault(owner, holder)
                if other.pk != holder.pk and not line.substitutes:
                    found.append(Substitute(seat=line.seat, person=other, from_date=april(seating.on, 1)))
    add_all(found)
