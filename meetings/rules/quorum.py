"""Who counts, and whether there are enough of them (habits H3, H4; DOMAIN rules 22, 34, 37)."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from boards.models import QuorumKind, Seat, TermsOfReference
from boards.rules.terms import voting_seats_needed
from meetings.models import Attendance, Meeting
from trust.tools.words import counted, listing

Capacity = Attendance.Capacity


@dataclass(frozen=True)
class Quorum:
    """How a meeting stands to the quorum of its terms. ``met`` is None where the terms name none."""

    filled: int
    voting: int
    needed: int
    partners: tuple[str, ...]
    partners_needed: int
    kinds: tuple[str, ...]
    missing: tuple[str, ...]
    by_video: int = 0
    of: str = ""
    others: tuple["Quorum", ...] = ()

    @property
    def each(self) -> tuple["Quorum", ...]:
        """That of each board: one, or at a joint meeting that of every board by its own terms (DOMAIN rule 34)."""
        return (replace(self, others=()), *self.others)

    @property
    def met(self) -> bool | None:
        if self.others:
            stated = [one.met for one in self.each if one.is_stated]
            return all(stated) if stated else None
        if not self.is_stated:
            return None
        return self.filled >= self.needed and len(self.partners) >= self.partners_needed and not self.missing

    @property
    def is_stated(self) -> bool:
        return bool(self.needed or self.partners_needed or self.kinds) or any(one.is_stated for one in self.others)

    @property
    def is_counted(self) -> bool:
        """Whether any seat that votes is on the list."""
        return any(one.voting > 0 for one in self.each)

    @property
    def recorded(self) -> str:
        """As the meeting keeps it."""
        if self.met is None:
            return Meeting.Quorum.NOT_STATED
        return Meeting.Quorum.MET if self.met else Meeting.Quorum.NOT_MET

    @property
    def heading(self) -> str:
        if self.others and self.met is False:
            return f"Quorum not met of {listing(one.of for one in self.each if one.met is False)}"
        return {None: "No quorum is stated", True: "Quorum met", False: "Quorum not met"}[self.met]

    @property
    def sentence(self) -> str:
        """Seats, partners and named kinds, each said once; at a joint meeting for each board."""
        if self.others:
            return " ".join(f"{one.of}: {one.sentence}" for one in self.each)
        said = [f"{self.filled} of {self.voting} voting seats filled" + (f", {self.needed} needed" * bool(self.needed))]
        if self.partners:
            said.append(f"{listing(self.partners)} {'is' if len(self.partners) == 1 else 'are'} here")
        if len(self.partners) < self.partners_needed:
            said.append(f"Partners represented: {len(self.partners)} of the {self.partners_needed} needed")
        if self.missing:
            said.append(f"Still needed: {listing(self.missing)}")
        if self.by_video:
            said.append(_by_video(self.by_video))
        return "".join(f"{sentence}. " for sentence in said).strip()

    @property
    def shortfall(self) -> str:
        """What was wanting, as a minute tells it: 3 of the 4 voting seats needed were filled."""
        if self.others:
            return "; ".join(f"of the {one.of}, {one.shortfall}" for one in self.each if one.met is False)
        said = []
        if self.filled < self.needed:
            said.append(f"{self.filled} of the {self.needed} voting seats needed {_were(self.filled)} filled")
        if len(self.partners) < self.partners_needed:
            count = len(self.partners)
            said.append(f"{count} of the {self.partners_needed} partners needed {_were(count)} represented")
        if self.missing:
            said.append(f"{listing(self.missing)} {_were(len(self.missing))} wanting")
        apart = _by_video(self.by_video, past=True) if said and self.by_video else ""
        return listing(said) + (f" ({apart[:1].lower()}{apart[1:]})" if apart else "")


def quorum(
    terms: TermsOfReference | None,
    attendances: Iterable[Attendance],
    kinds: Sequence[QuorumKind] | None = None,
    *,
    away: Container[int] = (),
    board: int | None = None,
) -> Quorum:
    """Count voting seats filled against the terms (habits H3, H4), without the lines that are ``away`` just then, nor
    those by video where the terms do not count them (DOMAIN rule 22).

    ``kinds`` are those of the terms unless given; at a joint meeting only the seats of ``board`` count.
    """
    rows = list(attendances)
    seats = [seat for seat, _ in seats_listed(rows, board)]
    by_video = not_counted(terms, (row for row in rows if row.pk not in away and sits_for(row, board)))
    filled = filled_seats(rows, by_video | {row.pk for row in rows if row.pk in away}, board)
    if kinds is None:
        kinds = list(terms.quorum_kinds.all()) if terms else []
    return Quorum(
        filled=len(filled),
        voting=len(seats),
        needed=voting_seats_needed(terms, len(seats)) if terms else 0,
        partners=tuple(dict.fromkeys(seat.partner.short_name for seat in filled if seat.partner)),
        partners_needed=terms.quorum_partners if terms else 0,
        kinds=tuple(kind.label for kind in kinds),
        missing=tuple(kind.label for kind in kinds if sum(is_of_kind(seat, kind) for seat in filled) < kind.number),
        by_video=len(by_video),
    )


def not_counted(terms: TermsOfReference | None, rows: Iterable[Attendance]) -> frozenset[int]:
    """Who would count but is there by video, under terms that count only those in the room itself: heard, and not
    present for quorum or vote (DOMAIN rule 22; [2021] EWHC 1093 (Admin))."""
    if terms is None or terms.remote_counts:
        return frozenset()
    return frozenset(row.pk for row in rows if row.remote and row.is_in_the_room and _would_count(row))


def filled_seats(rows: Sequence[Attendance], away: Container[int] = (), board: int | None = None) -> list[Seat]:
    """Voting seats that somebody in the room fills, each once: its holder, a substitute, one who stands in beside
    (two for one), or the holder of another seat who represents it too (one for several)."""
    here = [row for row in rows if row.is_in_the_room and row.pk not in away]
    stood_for = {row.stands_for_id for row in here if row.stands_for_id}
    also = {seat.pk for row in here if row.pk for seat in row.also_for.all()}
    return [
        seat
        for seat, row in seats_listed(rows, board)
        if (row.seat_id == seat.pk and ((row.fills_seat and row.pk not in away) or row.pk in stood_for))
        or seat.pk in also
    ]


def seats_listed(rows: Sequence[Attendance], board: int | None = None) -> list[tuple[Seat, Attendance]]:
    """Each voting seat on the list with its line. At a joint meeting whoever sits on two boards has one line: their
    seat on the other is one that they represent as well, and has no line of its own."""
    own = [(row.seat, row) for row in rows if row.seat is not None]
    lines = {seat.pk for seat, _ in own}
    more = {seat.pk: (seat, row) for row in rows if row.pk for seat in row.also_for.all() if seat.pk not in lines}
    return [(seat, row) for seat, row in (*own, *more.values()) if seat.voting and board in (None, seat.board_id)]


def sits_for(row: Attendance, board: int | None) -> bool:
    """Whether somebody is there for this board, or anybody where none is asked for."""
    if board is None:
        return True
    of = [row.seat, row.stands_for.seat if row.stands_for else None, *(row.also_for.all() if row.pk else ())]
    return any(seat is not None and seat.board_id == board for seat in of)


def _would_count(row: Attendance) -> bool:
    if row.seat is None:
        return row.capacity == Capacity.MEMBER
    return row.seat.voting or bool(row.pk and row.also_for.all())


def _by_video(count: int, *, past: bool = False) -> str:
    """One member joins by video and does not count: without a name, as the minutes that the public reads say it."""
    members = counted(count, "member")
    now = "joins by video and does not count" if count == 1 else "join by video and do not count"
    return f"{members[:1].upper()}{members[1:]} {'joined by video and did not count' if past else now}"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def is_of_kind(seat: Seat, kind: QuorumKind) -> bool:
    if kind.partner_id is not None:
        return seat.partner_id == kind.partner_id
    return of_constituency(seat, kind.constituency_id)


def of_constituency(seat: Seat, constituency: int | None) -> bool:
    """Whether a seat is of a class of partners, by itself or by its partner."""
    of_partner = seat.partner.constituency_id if seat.partner else None
    return constituency in (seat.constituency_id, of_partner)
