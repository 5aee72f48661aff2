"""The lists of rounds, bids and allocations as rows of a file, with amounts in pounds; and what they come to."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from boards.queries.access import boards_where
from commissioning.queries.round import AllocationRead, BidRead, RoundRead
from commissioning.queries.sight import is_inside
from commissioning.rules.sums import asked_told
from commissioning.rules.years import financial_year

ROUND_HEADS = ("Round", "Fund", "Board", "Year", "Pot", "Shares", "Divided", "Asked", "Allocated", "What differs")
BID_HEADS = (
    *("Bid", "Round", "Share", "Who asks", "Asked", "Allocated", "Confirmed", "How it stands"),
    *("Funder", "Source", "Start", "Amended from", "Amended to", "Withdrawn or turned down", "Why"),
)
ALLOCATION_HEADS = (
    *("For", "Fund", "Share", "Year", "Allocated", "Confirmed", "How it stands", "Since", "What is missing"),
    *("Share is over", "Why over", "Source of the rest"),
)


def pounds(pence: int | None) -> Decimal | None:
    return None if pence is None else Decimal(pence) / 100


def round_rows(reads: Iterable[RoundRead]) -> Iterator[Sequence[object]]:
    for read in reads:
        one = read.round
        yield (
            *(one.title, one.fund.name, one.fund.board.name, financial_year(one.year), pounds(one.amount_pence)),
            *(len(read.shares), pounds(read.divided), pounds(read.asked), pounds(read.allocated), " ".join(read.told)),
        )


def bid_rows(reads: Iterable[BidRead]) -> Iterator[Sequence[object]]:
    for read in reads:
        bid = read.bid
        asks = bid.bidder or (bid.bidder_partner.name if bid.bidder_partner else "")
        yield (
            *(bid.title, bid.round.title, str(bid.share or ""), asks, pounds(bid.asked_pence)),
            *(pounds(read.allocated), pounds(read.confirmed), read.state[0], bid.funder.name if bid.funder else ""),
            *(bid.source, bid.start_date or bid.start_stated, bid.amended_from, bid.amended_to),
            *(bid.withdrawn_date, bid.withdrawn_reason),
        )


def allocation_rows(reads: Iterable[AllocationRead], reader: Any) -> Iterator[Sequence[object]]:
    """What is missing is for those who read the papers."""
    boards = set(boards_where(reader).values_list("pk", flat=True))
    for read in reads:
        one, standing = read.allocation, read.standing
        missing = " ".join(each.sentence for each in standing.missing) if is_inside(one, boards) else ""
        year = financial_year(one.year) if one.year else "Year not stated"
        yield (
            *(one.purpose, one.fund.name, str(one.share or ""), year),
            *(pounds(one.amount_pence), pounds(one.confirmed_pence), standing.state, standing.since, missing),
            *("Over" if read.is_over else "", one.over_reason, one.over_source),
        )


def bid_totals(reads: Sequence[BidRead]) -> dict[str, Any]:
    open_bids = [read for read in reads if not read.is_closed]
    asked = sum(read.bid.asked_pence for read in open_bids)
    return {"asked_told": asked_told(asked, sum(read.allocated for read in open_bids))}
