"""Bids: what somebody asks of a share, for what, in which ways; and who is kept out of it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Board, Partner, Person
from boards.queries.access import boards_where
from boards.queries.people import people_known_to
from commissioning.models import Bid, BidOption, Round
from commissioning.queries.round import BidRead, reads_of
from commissioning.queries.sight import bids_seen_by, rounds_seen_by
from commissioning.queries.there import or_404
from meetings.models import AgendaItem, Meeting
from meetings.queries.consent import representatives_of
from meetings.queries.entitled import items_closed_to

ORDERS: Mapping[str, Callable[[BidRead], tuple[Any, ...]]] = {
    "title": lambda read: (read.bid.title.casefold(),),
    "round": lambda read: (read.bid.round.title.casefold(), read.bid.title.casefold()),
    "share": lambda read: (str(read.bid.share or "").casefold(), read.bid.title.casefold()),
    "asked": lambda read: (read.bid.asked_pence, read.bid.title.casefold()),
    "allocated": lambda read: (read.allocated, read.bid.title.casefold()),
    "state": lambda read: (read.state[0], read.bid.title.casefold()),
}


@dataclass(frozen=True)
class KeptOut:
    """A provider, with those who sit for it on the board as the reader may know them."""

    partner: Partner
    people: tuple[Person, ...]


def bid_for(reader: Any, pk: int) -> Bid:
    found = bids_seen_by(reader).select_related(
        "round__fund__board", "share__board", "bidder_partner", "funder", "item__meeting__board"
    )
    return or_404(found.filter(pk=pk).first())


def option_for(bid: Bid, pk: int) -> BidOption:
    return or_404(bid.options.filter(pk=pk).first())


def bids_listed(reader: Any, cut: Mapping[str, Any], *, order: str, on: dt.date) -> list[BidRead]:
    """Round by round as they were put down, unless another order is asked. A constant number of statements."""
    rounds = rounds_seen_by(reader).filter(pk__in=Bid.objects.values("round"))
    if cut.get("round"):
        rounds = rounds.filter(pk=cut["round"])
    reads = [read for one in reads_of(rounds, reader, on=on) for read in one.bids]
    reads = [read for read in reads if _is_asked(read, cut)]
    by = ORDERS.get(order.removeprefix("-"))
    return sorted(reads, key=by, reverse=order.startswith("-")) if by else reads


def bid_read_for(bid: Bid, reader: Any, *, on: dt.date) -> BidRead:
    read = reads_of(Round.objects.filter(pk=bid.round_id).select_related("fund__board"), reader, on=on)[0]
    return or_404(next((one for one in read.bids if one.bid.pk == bid.pk), None))


def kept_out_of(bid: Bid, reader: Any, *, on: dt.date) -> list[KeptOut]:
    """Two statements for each provider, of which a bid has few."""
    known = people_known_to(reader)
    return [
        KeptOut(partner, tuple(known.filter(pk__in=representatives_of(partner, on=on).values("pk"))))
        for partner in bid.providers.all()
    ]


def items_for_bids(board: Board, reader: Any) -> QuerySet[AgendaItem]:
    """Items of the board’s meetings that the reader may know of, the latest meeting first."""
    found = AgendaItem.objects.filter(meeting__board=board, is_section=False).exclude(state="withdrawn")
    shown = found.exclude(pk__in=items_closed_to(reader).values("pk"))
    return shown.select_related("meeting").order_by("-meeting__date", "position", "pk")


def boards_with_bids(reader: Any) -> QuerySet[Board]:
    return boards_where(reader)


def _is_asked(read: BidRead, cut: Mapping[str, Any]) -> bool:
    bid = read.bid
    text = f"{bid.title} {bid.bidder} {bid.bidder_partner or ''} {bid.share or ''}".casefold()
    if not all(word in text for word in str(cut.get("words", "")).casefold().split()):
        return False
    return not cut.get("state") or cut["state"] == read.state[0]


def states_of(reads: Iterable[BidRead]) -> list[str]:
    return sorted({read.state[0] for read in reads})


def rounds_to_choose(reader: Any) -> QuerySet[Round]:
    return rounds_seen_by(reader).order_by("-year", "title")


def providers_under(item: AgendaItem) -> QuerySet[Partner]:
    """Who would be paid by any bid that is taken under it."""
    return Partner.objects.filter(bids_to_provide__item=item, bids_to_provide__withdrawn_date=None).distinct()


def bids_tied_to(items: Iterable[AgendaItem]) -> QuerySet[Bid]:
    """With their providers: whoever reads this keeps the record of the meeting."""
    tied = Q(item__in=[item.pk for item in items])
    return Bid.objects.filter(tied, withdrawn_date=None).select_related("item").prefetch_related("providers")


def partners_at(meeting: Meeting) -> QuerySet[Partner]:
    """Those with a seat at the board that meets."""
    return Partner.objects.filter(seats__board=meeting.board_id).distinct().order_by("name")
