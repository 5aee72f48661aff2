"""Who may vote on an item: the voting seats filled in the room for it (demand 14; DOMAIN rules 35, 41 to 44)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from boards.models import ReservedMatter, Seat
from meetings.models import Attendance, Decision
from meetings.rules.quorum import of_constituency, seats_listed
from meetings.rules.room import RoomAt, check_may_take_part, who_sat
from trust.tools.refusal import Refused, why_not
from trust.tools.words import listing

Counted = Decision.Counted


@dataclass(frozen=True)
class Voter:
    """Somebody in the room who may vote: for how many seats, and for which partner ("" for none)."""

    pk: int
    name: str
    partner: str
    seats: int = 1


@dataclass(frozen=True)
class Electorate:
    """Who may vote on one item, why each of the others on the list may not, and how many seats vote on it at all."""

    voters: tuple[Voter, ...]
    barred: Mapping[int, str] = field(default_factory=dict)
    seats: int = 0
    partners: int = 0

    def counted(self, how: str) -> int:
        """How many votes there are in the room, by person, by seat or by partner."""
        if how == Counted.PARTNER:
            return len({voter.partner for voter in self.voters if voter.partner})
        return sum(voter.seats for voter in self.voters) if how == Counted.SEAT else len(self.voters)

    def of_all(self, how: str) -> int:
        """How many votes there would be with every voting seat filled."""
        return self.partners if how == Counted.PARTNER else self.seats

    def voter(self, pk: int) -> Voter:
        """The voter on this line of the list; refused with the reason where they may not vote."""
        found = next((voter for voter in self.voters if voter.pk == pk), None)
        if found is None:
            raise Refused(self.barred.get(pk, "Only somebody on the list of this meeting can vote."))
        return found


def electorate(
    room: RoomAt, rows: Sequence[Attendance], matter: ReservedMatter | None = None, *, board: int | None = None
) -> Electorate:
    """Each voting seat votes once, by whoever fills it in the room: its holder, a substitute, one who stands in or
    sits for it too. On a reserved ``matter`` only its partners and constituencies vote. Where the list was kept
    without voting seats, every member in the room votes. Of a joint meeting ``board`` asks for the seats of one.
    """
    listed = [(seat, row) for seat, row in seats_listed(rows, board) if _votes_on(seat, matter)]
    seats = [seat for seat, _ in listed]
    filled = _filled(room, listed) if seats or matter or board else _members(room)
    voters = tuple(
        Voter(row.pk, who_sat(row), _partner_of(row, filled[row.pk]), max(1, len(filled[row.pk])))
        for row in room.here
        if row.pk in filled and row.pk not in room.without_vote
    )
    barred = {row.pk: _why_barred(row, room, matter) for row in rows if row.pk not in {one.pk for one in voters}}
    partners = {seat.partner_id for seat in seats if seat.partner_id}
    return Electorate(voters, barred, seats=len(seats) or len(voters), partners=len(partners))


def _filled(room: RoomAt, listed: Sequence[tuple[Seat, Attendance]]) -> dict[int, list[Seat]]:
    """The voting seats by whoever in the room votes for them, each seat once."""
    filled: dict[int, list[Seat]] = {}
    for seat, row in listed:
        if voter := _votes_for(seat, row, room):
            filled.setdefault(voter.pk, []).append(seat)
    return filled


def _votes_for(seat: Seat, row: Attendance, room: RoomAt) -> Attendance | None:
    here = [one for one in _counted(room) if one.pk not in room.without_vote]
    if row.fills_seat and row.pk not in room.away and row.pk not in room.by_video:
        return row
    beside = [one for one in here if one.stands_for_id == row.pk]
    also = [one for one in here if seat.pk in {one.pk for one in one.also_for.all()}]
    return next(iter([*beside, *also]), None)


def _members(room: RoomAt) -> dict[int, list[Seat]]:
    return {row.pk: [] for row in _counted(room) if _is_member(row)}


def _counted(room: RoomAt) -> list[Attendance]:
    """Those in the room, without those by video whom the terms do not count (DOMAIN rule 22)."""
    return [row for row in room.here if row.pk not in room.by_video]


def _votes_on(seat: Seat, matter: ReservedMatter | None) -> bool:
    if matter is None:
        return True
    partners, classes = list(matter.partners.all()), list(matter.constituencies.all())
    if not partners and not classes:
        return True
    return seat.partner in partners or any(of_constituency(seat, one.pk) for one in classes)


def _is_member(row: Attendance) -> bool:
    return row.capacity == Attendance.Capacity.MEMBER and (row.seat is None or row.seat.voting)


def _partner_of(row: Attendance, seats: Sequence[Seat]) -> str:
    partner = next((seat.partner for seat in seats if seat.partner), None) or row.partner
    return partner.short_name if partner else ""


def who_alone_votes(matter: ReservedMatter) -> str:
    """Whose members alone vote on a reserved matter; "" where the terms name nobody."""
    only = [*(partner.short_name for partner in matter.partners.all()), *map(str, matter.constituencies.all())]
    return f"Only members for {listing(only)} vote on “{matter.label}”: the terms reserve it." if only else ""


def _why_barred(row: Attendance, room: RoomAt, matter: ReservedMatter | None) -> str:
    if why := why_not(check_may_take_part, room, row):
        return why
    if matter is not None and row.seat is not None and row.seat.voting and not _votes_on(row.seat, matter):
        only = listing([*matter.partners.all(), *matter.constituencies.all()])
        return f"{who_sat(row)} does not vote on {matter.label}: the terms leave it to {only}."
    return f"{who_sat(row)} has no vote on this board."
