"""How many seats each agency has at a board, against what the terms give it (requirements 1.15, 3.6)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from boards.models import Board, Seat, SeatShare

#: Whose seat it is, as it is counted: partner and its key, class and its key, stated and the paper's words, or a post.
Owner = tuple[str, int | str]

#: Parts and memberships that are no weight in the balance of agencies.
NOT_COUNTED = frozenset({Seat.Role.MINUTE_TAKER, Seat.Role.OBSERVER})


def counts(seat: Seat) -> bool:
    return seat.role not in NOT_COUNTED and seat.membership != Seat.Membership.ATTENDEE


@dataclass
class Share:
    """One agency at one board. ``given``: the seats the terms give it; None where they say nothing of it."""

    board: Board
    owner: str
    page: str = ""
    partner: int | None = None
    given: int | None = None
    seats: list[Seat] = field(default_factory=list)
    filled: int = 0

    @property
    def number(self) -> int:
        return len(self.seats)

    @property
    def voting(self) -> int:
        return sum(seat.voting for seat in self.seats)

    @property
    def vacant(self) -> int:
        return self.number - self.filled

    @property
    def short(self) -> int:
        """Seats that the terms give and that there are not."""
        return max(0, (self.given or 0) - self.number)

    @property
    def over(self) -> int:
        return max(0, self.number - self.given) if self.given is not None else 0

    @property
    def is_uneven(self) -> bool:
        return bool(self.short or self.over or self.vacant)


def owner_of_share(share: SeatShare) -> Owner:
    if share.partner_id:
        return "partner", share.partner_id
    return ("class", share.constituency_id) if share.constituency_id else ("stated", share.agency_stated)


def owner_counted(seat: Seat, given: Iterable[Owner]) -> Owner:
    """Whose share a seat counts for: the one that the terms name, by the paper's words, by partner or by its class."""
    named = set(given)
    of_class = seat.constituency_id or (seat.partner.constituency_id if seat.partner else None)
    ways: list[Owner] = [("stated", seat.agency_stated)] if seat.agency_stated else []
    ways += [("partner", seat.partner_id)] if seat.partner_id else []
    ways += [("class", of_class)] if of_class else []
    own: list[Owner] = [("partner", seat.partner_id)] if seat.partner_id else []
    own += [("stated", seat.agency_stated)] if seat.agency_stated else []
    own += [("class", seat.constituency_id)] if seat.constituency_id else []
    return next((way for way in ways if way in named), [*own, ("post", "")][0])
