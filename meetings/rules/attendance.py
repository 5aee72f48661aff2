"""Who counts, whether there are enough of them, and who may be marked how."""

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from boards.models import QuorumKind, Seat, TermsOfReference
from boards.rules.terms import voting_seats_needed
from meetings.models import Attendance, Meeting, Minutes
from meetings.models.locks import SENTENCE
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing

Status, Capacity = Attendance.Status, Attendance.Capacity
AWAY = (Status.APOLOGIES, Status.ABSENT)
CIRCULATED = (
    "The minutes of this meeting are circulated, and who was there with them. "
    "Return them to the desk to change it, or note a correction."
)
OFF = {Meeting.State.CANCELLED: "cancelled", Meeting.State.POSTPONED: "postponed"}


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

    @property
    def met(self) -> bool | None:
        if not self.is_stated:
            return None
        return self.filled >= self.needed and len(self.partners) >= self.partners_needed and not self.missing

    @property
    def is_stated(self) -> bool:
        return bool(self.needed or self.partners_needed or self.kinds)

    @property
    def recorded(self) -> str:
        """As the meeting keeps it."""
        if self.met is None:
            return Meeting.Quorum.NOT_STATED
        return Meeting.Quorum.MET if self.met else Meeting.Quorum.NOT_MET

    @property
    def heading(self) -> str:
        return {None: "No quorum is stated", True: "Quorum met", False: "Quorum not met"}[self.met]

    @property
    def sentence(self) -> str:
        """Seats, partners and named kinds, each said once."""
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
) -> Quorum:
    """Count voting seats filled against the terms (habits H3, H4), without the lines that are ``away`` just then, nor
    those by video where the terms do not count them (DOMAIN rule 22).

    ``kinds`` are those of the terms unless given. A fraction is of the voting seats held, rounded up.
    """
    rows = list(attendances)
    seats = [row.seat for row in rows if row.seat is not None and row.seat.voting]
    by_video = not_counted(terms, (row for row in rows if row.pk not in away))
    filled = filled_seats(rows, by_video | {row.pk for row in rows if row.pk in away})
    if kinds is None:
        kinds = list(terms.quorum_kinds.all()) if terms else []
    names = dict.fromkeys(seat.partner.short_name for seat in filled if seat.partner)
    return Quorum(
        filled=len(filled),
        voting=len(seats),
        needed=voting_seats_needed(terms, len(seats)) if terms else 0,
        partners=tuple(names),
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


def filled_seats(rows: Sequence[Attendance], away: Container[int] = ()) -> list[Seat]:
    """Voting seats that somebody in the room fills, each once: its holder, a substitute, one who stands in beside
    (two for one), or the holder of another seat who represents it too (one for several)."""
    here = [row for row in rows if row.is_in_the_room and row.pk not in away]
    stood_for = {row.stands_for_id for row in here if row.stands_for_id}
    also = {seat.pk for row in here if row.pk for seat in row.also_for.all()}
    return [
        row.seat
        for row in rows
        if row.seat is not None
        and row.seat.voting
        and ((row.fills_seat and row.pk not in away) or row.pk in stood_for or row.seat_id in also)
    ]


def check_attendance_open(meeting: Meeting, minutes: Minutes | None) -> None:
    """Who came can be changed while the minutes are at the desk: what members were sent stands, as its text does."""
    if minutes is not None and minutes.is_locked:
        raise Refused(SENTENCE)
    if minutes is not None and minutes.state != Minutes.State.DRAFT:
        raise Refused(CIRCULATED)
    if meeting.state in OFF:
        raise Refused(f"This meeting was {OFF[Meeting.State(meeting.state)]}, so nobody attended it.")
    if meeting.state == Meeting.State.PREPARING:
        raise Refused("Attendance opens when the meeting is called.")


def is_under_way(meeting: Meeting, *, on: dt.date) -> bool:
    """Whether somebody's presence shows that a called meeting is being held."""
    return meeting.state == Meeting.State.CALLED and meeting.date <= on


def check_can_substitute(attendance: Attendance, person_id: int, rows: Iterable[Attendance]) -> None:
    """One person sits in one place: a substitute has no seat of their own there, fills no other, and is not away."""
    if attendance.seat_id is None:
        raise Refused("Only the holder of a seat has a substitute.")
    if attendance.person_id == person_id:
        raise Refused(f"{attendance.name} cannot be their own substitute.")
    for row in rows:
        if row.pk != attendance.pk and person_id in (row.substitute_id, row.person_id if row.is_in_the_room else None):
            raise Refused("They are at this meeting in another place already. Mark them as also representing the seat.")
        if row.person_id == person_id and row.status in AWAY:
            raise Refused(f"{row.name} is marked as away from this meeting. Mark them as expected first.")


def check_can_be_stood_for(attendance: Attendance) -> None:
    if attendance.seat_id is None:
        raise Refused("Only the holder of a seat has a substitute.")
    if attendance.status == Status.PRESENT:
        raise Refused(f"{attendance.name} is here, so nobody stands in for them.")


def check_in_one_place(attendance: Attendance, status: str, rows: Iterable[Attendance]) -> None:
    """Nobody is here and away at once, nor a substitute and here in their own right."""
    name = attendance.name
    for row in rows:
        if attendance.person_id is None or row.pk == attendance.pk:
            continue
        if row.substitute_id == attendance.person_id and status == Status.PRESENT:
            raise Refused(f"{name} sits for {row.name}. Take that substitute away, then mark {name} as present.")
        if row.substitute_id == attendance.person_id and status in AWAY:
            raise Refused(f"{name} sits for {row.name} at this meeting, so cannot be away from it.")
        if row.person_id == attendance.person_id and (
            (status == Status.PRESENT and row.status in AWAY) or (status in AWAY and row.status == Status.PRESENT)
        ):
            marked = row.get_status_display().lower()
            raise Refused(f"{name} is on the list in another place, marked {marked}. Change that first.")


def check_can_be_marked(attendance: Attendance, status: str, rows: Sequence[Attendance]) -> None:
    """In one place only; and whoever stands in for somebody goes before the holder comes."""
    check_in_one_place(attendance, status, rows)
    for row in rows:
        if row.stands_for_id and row.stands_for_id == attendance.pk and status not in AWAY:
            raise Refused(f"{row.name} stands in for {attendance.name}. Take {row.name} off the list first.")


def check_can_be_added(person_id: int, rows: Iterable[Attendance]) -> None:
    """Somebody on the list, or who sits for somebody on it, is not put on it again."""
    for row in rows:
        if row.person_id == person_id:
            raise Refused(f"{row.name} is on the list already.")
        if row.substitute_id == person_id:
            raise Refused(f"{row.substitute_name} sits for {row.name} already.")


def check_can_represent(attendance: Attendance, seats: Iterable[Seat], rows: Iterable[Attendance]) -> None:
    """A seat is represented by somebody else while its own holder is away."""
    holders = {row.seat_id: row for row in rows if row.seat_id}
    for seat in seats:
        holder = holders.get(seat.pk)
        if holder and holder.pk == attendance.pk:
            raise Refused(f"{attendance.name} holds that seat already.")
        if holder and holder.fills_seat:
            raise Refused(
                f"{holder.substitute_name or holder.name} is here in that seat, so nobody else represents it."
            )


def check_can_be_taken_off(attendance: Attendance, *, is_named: bool = False) -> None:
    """``is_named``: the record says something of them that would then be about nobody."""
    if attendance.seat_id is not None:
        raise Refused("A seat stays on the list. Mark it as apologies or absent.")
    if is_named:
        raise Refused(f"{attendance.name} is down as presiding, moving or declaring an interest. Take that back first.")


def warning_of(attendance: Attendance, partner_ids: Iterable[int]) -> str:
    """What to say of a substitute from another partner (habit H1): allowed, and not overlooked."""
    seat = attendance.seat
    if seat is None or seat.partner is None or seat.partner_id in set(partner_ids):
        return ""
    return f"This seat is {seat.partner.short_name}’s, and its substitute comes from elsewhere."


def capacity_of(seat: Seat) -> str:
    """In which capacity the holder of a seat is there."""
    if seat.role == Seat.Role.MINUTE_TAKER:
        return Capacity.MINUTE_TAKER
    if seat.role == Seat.Role.OBSERVER:
        return Capacity.OBSERVER
    return Capacity.IN_ATTENDANCE if seat.membership == Seat.Membership.ATTENDEE else Capacity.MEMBER


def initials_of(name: str) -> str:
    """First letters of a name, up to six; not unique, and open to change."""
    parts = name.replace("-", " ").split()
    return "".join(part[0] for part in parts if part[0].isalpha() and part[0].isupper())[:6]


def next_to_preside(rows: Sequence[Attendance]) -> Attendance | None:
    """Who is offered the chair while nobody has it: the chair, a joint chair, then a vice-chair, if in the room."""
    for role in (Seat.Role.CHAIR, Seat.Role.JOINT_CHAIR, Seat.Role.VICE_CHAIR):
        for row in rows:
            if row.seat and row.seat.role == role and row.status == Status.PRESENT:
                return row
    return None


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
