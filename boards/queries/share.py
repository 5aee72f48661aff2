"""The balance of agencies: seats of each on every board and over all boards, on a day (requirement 1.15)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from boards.models import Board, Seat, SeatHolding, SeatShare, TermsOfReference
from boards.queries.access import boards_known_to
from boards.queries.seats import SeatOnDay
from boards.queries.terms import terms_on_days
from boards.rules.share import Owner, Share, counts, owner_counted, owner_of_share

POSTS_ALONE = "Seats that go with a post"


@dataclass(frozen=True)
class OverAll:
    """One agency over all boards of the list."""

    owner: str
    page: str
    boards: int
    seats: int
    voting: int
    filled: int
    given: int
    short: int


def boards_in_balance(reader: Any, on: dt.date) -> list[Board]:
    """Boards that the reader may know of and that there are on the day. One statement."""
    known = boards_known_to(reader).exclude(ended_date__lt=on).exclude(founded_date__gt=on)
    return list(known.order_by("name"))


def shares_of(
    boards: Iterable[Board],
    on: dt.date,
    *,
    terms: Callable[[int, dt.date], TermsOfReference | None] | None = None,
    seated: Iterable[SeatOnDay] | None = None,
) -> list[Share]:
    """Each agency at each of these boards, by board. Four statements, however many boards; fewer where the boards'
    ``terms`` and seats have been read."""
    by_key = {board.pk: board for board in boards}
    terms = terms or terms_on_days(by_key)
    in_force = {now.pk: pk for pk in by_key if (now := terms(pk, on))}
    given: dict[int, dict[Owner, SeatShare]] = defaultdict(dict)
    for share in SeatShare.objects.filter(terms__in=in_force).select_related("partner", "constituency"):
        given[in_force[share.terms_id]][owner_of_share(share)] = share
    seats = _seats(by_key, on) if seated is None else [(one.seat, one.holding is not None) for one in seated]
    found: dict[tuple[int, Owner], Share] = {}
    for board in by_key.values():
        for owner, share in given[board.pk].items():
            found[board.pk, owner] = _share(board, share, share.number)
    for seat, is_filled in seats:
        if counts(seat):
            owner = owner_counted(seat, given[seat.board_id])
            line = found.setdefault((seat.board_id, owner), _share(by_key[seat.board_id], seat, None))
            line.seats.append(seat)
            line.filled += is_filled
    return sorted(found.values(), key=lambda share: (share.board.name, share.owner))


def _seats(boards: Collection[int], on: dt.date) -> list[tuple[Seat, bool]]:
    """Each with whether somebody holds it. Two statements."""
    held = SeatHolding.objects.held_on(on).filter(seat__board__in=boards)
    filled = set(held.order_by().values_list("seat", flat=True))
    seats = Seat.objects.held_on(on).filter(board__in=boards).order_by("board__name", "position", "pk")
    return [(seat, seat.pk in filled) for seat in seats.select_related("partner", "constituency")]


def _share(board: Board, of: Seat | SeatShare, given: int | None) -> Share:
    """The line of whoever a seat, or a share that the terms give, belongs to."""
    stated = f"{of.agency_stated[:1].upper()}{of.agency_stated[1:]}"
    if of.partner:
        return Share(board, of.partner.short_name, of.partner.get_absolute_url(), of.partner.pk, given)
    return Share(board, stated or str(of.constituency or POSTS_ALONE), given=given)


def over_all(shares: Iterable[Share]) -> list[OverAll]:
    """The same by agency, over every board of the list."""
    found: dict[str, list[Share]] = defaultdict(list)
    for share in shares:
        found[share.owner].append(share)
    return [
        OverAll(
            owner=owner,
            page=same[0].page,
            boards=len({share.board.pk for share in same}),
            seats=sum(share.number for share in same),
            voting=sum(share.voting for share in same),
            filled=sum(share.filled for share in same),
            given=sum(share.given or 0 for share in same),
            short=sum(share.short for share in same),
        )
        for owner, same in sorted(found.items())
    ]
