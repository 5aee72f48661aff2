"""Rounds: the pot, its shares, what was asked and what was given of each, cut to what the reader may know of."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Board
from boards.permissions import MANAGE, words_on
from boards.queries.access import boards_where
from commissioning.models import Allocation, Bid, Fund, Round, Share
from commissioning.queries.sight import allocations_seen_by, bids_seen_by, rounds_seen_by
from commissioning.queries.standing import held, standing_of
from commissioning.queries.there import or_404
from commissioning.rules import sums
from commissioning.rules.allocating import counted
from commissioning.rules.standing import Standing


@dataclass(frozen=True)
class AllocationRead:
    """An allocation with how it stands."""

    allocation: Allocation
    standing: Standing
    is_over: bool = False


@dataclass(frozen=True)
class ShareRead:
    share: Share
    asked: int
    allocated: int

    @property
    def over(self) -> int:
        return max(0, self.allocated - self.share.amount_pence)

    @property
    def left(self) -> int:
        return max(0, self.share.amount_pence - self.allocated)

    @property
    def told(self) -> list[str]:
        said = sums.share_told(self.share.amount_pence, self.allocated)
        asked = sums.asked_told(self.asked, self.allocated)
        return [*said, asked] if asked else said


@dataclass(frozen=True)
class BidRead:
    """A bid, what counts as allocated to it, and what of that was confirmed."""

    bid: Bid
    allocations: tuple[AllocationRead, ...]
    allocated: int

    @property
    def confirmed(self) -> int | None:
        done = [one.allocation for one in self.allocations if one.allocation.confirmed_by_decision_id]
        live = [one for one in done if one.state != Allocation.State.WITHDRAWN]
        return sum(one.pence for one in live) if live else None

    @property
    def is_closed(self) -> bool:
        return self.bid.withdrawn_date is not None

    @property
    def state(self) -> tuple[str, str]:
        """The word and its tone."""
        if self.is_closed:
            return "Closed", "none"
        live = [one for one in self.allocations if one.standing.state not in ("Withdrawn", "Replaced")]
        return (live[-1].standing.state, live[-1].standing.tone) if live else ("Waits for an answer", "decide")


@dataclass(frozen=True)
class RoundRead:
    round: Round
    shares: tuple[ShareRead, ...]
    bids: tuple[BidRead, ...]
    allocations: tuple[AllocationRead, ...]
    allocated: int

    @property
    def asked(self) -> int:
        return sum(read.bid.asked_pence for read in self.bids if not read.is_closed)

    @property
    def divided(self) -> int:
        return sum(read.share.amount_pence for read in self.shares)

    @property
    def returned(self) -> int:
        return sum(read.share.returned_pence or 0 for read in self.shares)

    @property
    def over(self) -> list[ShareRead]:
        return [read for read in self.shares if read.over]

    @property
    def told(self) -> list[str]:
        """What does not add up, share by share and against the pot."""
        said = sums.pot_told(self.round.amount_pence, [read.share.amount_pence for read in self.shares])
        if self.round.amount_pence is not None:
            said += sums.share_told(self.round.amount_pence, self.allocated, of="the pot")
        return [*said, *(f"{read.share}: {told}" for read in self.over for told in read.told[:1])]

    @property
    def asked_told(self) -> str:
        return sums.asked_told(self.asked, self.allocated)


OF_BID = ("share__board", "bidder_partner", "funder", "round")
ORDERS: Mapping[str, Callable[[RoundRead], tuple[Any, ...]]] = {
    "title": lambda read: (read.round.title.casefold(),),
    "board": lambda read: (read.round.fund.board.name.casefold(), read.round.title.casefold()),
    "year": lambda read: (read.round.year, read.round.title.casefold()),
    "pot": lambda read: (read.round.amount_pence or 0, read.round.title.casefold()),
    "asked": lambda read: (read.asked, read.round.title.casefold()),
    "allocated": lambda read: (read.allocated, read.round.title.casefold()),
}


#: Orders that what was asked and given decides; the one that stands as the rounds are read.
OF_SUMS, LATEST_FIRST = ("asked", "allocated"), "-year"


def rounds_selected(reader: Any, cut: Mapping[str, Any], *, order: str, on: dt.date) -> list[int]:
    """Their keys in order: the latest year first, unless another is asked. What was asked and given is read of all of
    them only where they are cut or ordered by it."""
    found = rounds_seen_by(reader)
    for word in str(cut.get("words", "")).split():
        found = found.filter(Q(title__icontains=word) | Q(fund__name__icontains=word))
    if cut.get("board"):
        found = found.filter(fund__board=cut["board"])
    if cut.get("year"):
        found = found.filter(year=cut["year"])
    column = order.removeprefix("-")
    if cut.get("over") or column in OF_SUMS:
        reads: Iterable[RoundRead] = reads_of(found, reader, on=on)
        reads = [read for read in reads if not cut.get("over") or read.told]
    elif order == LATEST_FIRST or column not in ORDERS:
        return list(found.values_list("pk", flat=True))
    else:
        reads = (RoundRead(one, (), (), (), 0) for one in found)
    by = None if order == LATEST_FIRST else ORDERS.get(column)
    ordered = sorted(reads, key=by, reverse=order.startswith("-")) if by else reads
    return [read.round.pk for read in ordered]


def rounds_read(keys: Iterable[int], reader: Any, *, on: dt.date) -> list[RoundRead]:
    """In the order of the keys, of which the reader knows. A constant number of statements."""
    place = {key: number for number, key in enumerate(keys)}
    reads = reads_of(rounds_seen_by(reader).filter(pk__in=place), reader, on=on)
    return sorted(reads, key=lambda read: place[read.round.pk])


def round_for(reader: Any, pk: int) -> Round:
    return or_404(rounds_seen_by(reader).filter(pk=pk).first())


def round_read(one: Round, reader: Any, *, on: dt.date) -> RoundRead:
    return reads_of(Round.objects.filter(pk=one.pk).select_related("fund__board", "confirming_board"), reader, on=on)[0]


def reads_of(found: QuerySet[Round], reader: Any, *, on: dt.date) -> list[RoundRead]:
    rounds = list(found.prefetch_related("shares__board"))
    bids: dict[int, list[Bid]] = defaultdict(list)
    for bid in bids_seen_by(reader).filter(round__in=rounds).select_related(*OF_BID):
        bids[bid.round_id].append(bid)
    of_round = Q(share__round__in=rounds) | Q(bid__round__in=rounds)
    seen = list(allocations_seen_by(reader).filter(of_round).order_by("pk"))
    standings = standing_of(seen, on=on)
    told: dict[int, list[Allocation]] = defaultdict(list)
    for one in seen:
        told[round_of(one)].append(one)
    return [_read(one, bids[one.pk], told[one.pk], standings) for one in rounds]


def round_of(allocation: Allocation) -> int:
    """The key of its round, by its share or else by its bid."""
    if allocation.share is not None:
        return allocation.share.round_id
    return allocation.bid.round_id if allocation.bid else 0


def total(allocations: Iterable[Allocation], standings: Mapping[int, Standing]) -> int:
    return sum(one.pence for one in counted(held(allocations, standings)))


def over_of(shares: Iterable[ShareRead]) -> set[int]:
    """The shares that more is allocated from than they hold."""
    return {read.share.pk for read in shares if read.over}


def _read(
    one: Round, bids: Collection[Bid], allocations: Collection[Allocation], standings: Mapping[int, Standing]
) -> RoundRead:
    shares = tuple(
        ShareRead(
            share,
            asked=sum(bid.asked_pence for bid in bids if bid.share_id == share.pk and bid.withdrawn_date is None),
            allocated=total([given for given in allocations if given.share_id == share.pk], standings),
        )
        for share in one.shares.all()
    )
    over = over_of(shares)
    reads = tuple(AllocationRead(given, standings[given.pk], given.share_id in over) for given in allocations)
    return RoundRead(
        round=one,
        shares=shares,
        bids=tuple(bid_read(bid, reads, standings) for bid in bids),
        allocations=reads,
        allocated=total(allocations, standings),
    )


def bid_read(bid: Bid, reads: Iterable[AllocationRead], standings: Mapping[int, Standing]) -> BidRead:
    own = tuple(read for read in reads if read.allocation.bid_id == bid.pk)
    return BidRead(bid, own, total([read.allocation for read in own], standings))


def share_for(one: Round, pk: int) -> Share:
    return or_404(one.shares.select_related("round__fund__board", "board").filter(pk=pk).first())


def funds_to_divide(reader: Any) -> QuerySet[Fund]:
    return Fund.objects.filter(board__in=boards_where(reader, MANAGE)).select_related("board")


def may_lead(reader: Any, board: Board) -> bool:
    return MANAGE in words_on(reader, board)


def boards_with_rounds(reader: Any) -> QuerySet[Board]:
    return Board.objects.filter(pk__in=rounds_seen_by(reader).values("fund__board")).order_by("name")


def years_with_rounds(reader: Any) -> list[int]:
    years = rounds_seen_by(reader).order_by().values_list("year", flat=True).distinct()
    return sorted(years, reverse=True)
