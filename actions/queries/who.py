"""Among whom an owner is looked for: those on a meeting's list, the partners, the posts of its board."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import chain

from actions.rules.owners import Named, Owners, Present, recognise_owners
from boards.models import Board, Partner, Seat
from boards.queries.seats import SeatOnDay, seats_on
from meetings.models import Attendance, Meeting

#: Posts that go by the role of a seat.
_ROLES: dict[str, tuple[str, ...]] = {
    Seat.Role.CHAIR: ("Chair", "Chairman", "Chairperson"),
    Seat.Role.VICE_CHAIR: ("Vice-chair", "Vice chair"),
}


@dataclass(frozen=True)
class Whom:
    """Everyone and everything that words in the action column of one meeting may mean."""

    people: tuple[Present, ...]
    partners: tuple[Named, ...]
    posts: tuple[Named, ...]

    def recognise(self, words: str) -> Owners:
        return recognise_owners(words, self.people, self.partners, self.posts)


def whom_at(meeting: Meeting) -> Whom:
    """Four statements, however many people."""
    return Whom(people_at(meeting), partners_named(), posts_on(meeting.board, meeting.date))


def whom_on(board: Board, day: dt.date) -> Whom:
    """Those who hold the board's seats on a day: for actions that arose at no meeting."""
    people = chain.from_iterable(_seated(seat) for seat in seats_on(board, day))
    return Whom(tuple(replace(person, is_here=True) for person in people), partners_named(), posts_on(board, day))


def people_at(meeting: Meeting) -> tuple[Present, ...]:
    """Present, apologised, expected or substituting; before there is a list, the seats of the day."""
    lines = meeting.attendances.select_related("person", "substitute")
    listed = tuple(chain.from_iterable(_on_the_list(line) for line in lines))
    return listed or tuple(chain.from_iterable(_seated(seat) for seat in seats_on(meeting.board, meeting.date)))


def _on_the_list(line: Attendance) -> list[Present]:
    """Whoever a line names; a substitute is there as the seat's own member."""
    has_seat = line.seat_id is not None and line.capacity != Attendance.Capacity.OBSERVER
    initials = line.initials or (line.person.initials if line.person else "")
    here = line.status == Attendance.Status.PRESENT
    found = [Present(line.name, initials, line.person_id, line.seat_id, has_seat, here)]
    if line.substitute:
        substitute = line.substitute
        found.append(Present(substitute.name, substitute.initials, substitute.pk, line.seat_id, has_seat, True))
    return found


def _seated(seat: SeatOnDay) -> list[Present]:
    if not seat.holder:
        return []
    is_member = seat.seat.role != Seat.Role.OBSERVER
    return [Present(seat.holder.name, seat.holder.initials, seat.holder.pk, seat.seat.pk, is_member, False)]


def partners_named() -> tuple[Named, ...]:
    """Every partner by its short name, its full name and its aliases."""
    partners = Partner.objects.prefetch_related("aliases")
    return tuple(
        Named(partner.short_name, partner_id=partner.pk, also=(partner.name, *(a.name for a in partner.aliases.all())))
        for partner in partners
    )


def posts_on(board: Board, day: dt.date) -> tuple[Named, ...]:
    """Posts that have a seat of their own, and the chair's."""
    seats = list(Seat.objects.held_on(day).filter(board=board))
    titled = [Named(seat.title, seat_id=seat.pk) for seat in seats if seat.title]
    roles = [Named(names[0], seat_id=seat.pk, also=names[1:]) for seat in seats if (names := _ROLES.get(seat.role))]
    return tuple(titled + roles)
