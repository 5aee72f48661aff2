"""Which rounds, bids and allocations a reader may know of.

A round is for those who read the papers of the board of its fund, of the board that confirms it, or of a board that
has a share. A bid is kept from those who sit for whoever would be paid by it (DOMAIN rule 44): it is absent from their
pages, lists and sums, and nothing says so; so are the bids it competes with, until they are decided. What was allocated
to it they know of once it is decided and theirs to report on, or out of their own money. The partner that reports on an
allocation, and those whose money it is, know of it wherever they sit.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from boards.models import Board, Partner
from boards.permissions import MANAGE, MANAGE_PARTNER, MINUTE, REPRESENT_PARTNER
from boards.queries import succession
from boards.queries.access import boards_where
from commissioning.models import Allocation, AllocationLine, Bid, Round, Share
from meetings.queries.entitled import items_closed_to


def rounds_seen_by(reader: Any) -> QuerySet[Round]:
    boards = boards_where(reader)
    shared = Share.objects.filter(board__in=boards).values("round")
    mine = Q(fund__board__in=boards) | Q(confirming_board__in=boards) | Q(pk__in=shared)
    return Round.objects.filter(mine).select_related("fund__board", "confirming_board")


def bids_seen_by(reader: Any) -> QuerySet[Bid]:
    """Of a board that only has a share, the bids against that share."""
    boards = boards_where(reader)
    mine = Q(round__fund__board__in=boards) | Q(round__confirming_board__in=boards) | Q(share__board__in=boards)
    return Bid.objects.filter(mine).exclude(pk__in=bids_kept_from(reader).values("pk"))


def bids_kept_from(reader: Any) -> QuerySet[Bid]:
    """Whoever represents a provider is kept out, whatever else they hold; who only manages its people or its own
    entry here is not, where they are an officer of the fund’s board."""
    told = Bid.providers.through.objects
    sits_for = told.filter(partner__in=money_answered_for(reader, REPRESENT_PARTNER)).values("bid")
    works_for = told.filter(partner__in=money_answered_for(reader, MANAGE_PARTNER)).values("bid")
    officer_of = boards_where(reader, MANAGE, MINUTE)
    closed = Q(item__in=items_closed_to(reader))
    own = Q(pk__in=sits_for) | (Q(pk__in=works_for) & ~Q(round__fund__board__in=officer_of))
    return Bid.objects.filter(own | closed | _beside(Bid.objects.filter(own, withdrawn_date=None)))


def _beside(own: QuerySet[Bid]) -> Q:
    """Bids against the same share, or against the pot itself, that nobody has decided yet."""
    rival = Q(share__in=own.filter(share__isnull=False).values("share"))
    rival |= Q(share=None, round__in=own.filter(share=None).values("round"))
    given = Allocation.objects.filter(bid__isnull=False, decision__recorded_at__isnull=False).values("bid")
    return rival & Q(withdrawn_date=None) & ~Q(decision__recorded_at__isnull=False) & ~Q(pk__in=given)


def allocations_seen_by(reader: Any) -> QuerySet[Allocation]:
    boards, answers_for = boards_where(reader), money_answered_for(reader)
    by_papers = Q(fund__board__in=boards) | Q(confirming_board__in=boards) | Q(share__board__in=boards)
    lines = AllocationLine.objects.filter(partner__in=answers_for, allocation__decision__recorded_at__isnull=False)
    own = Q(pk__in=lines.values("allocation"))
    concerned = Q(responsible__in=answers_for) | own
    kept = Q(bid__in=bids_kept_from(reader).values("pk"))
    theirs = Q(responsible__in=answers_for, decision__recorded_at__isnull=False) | own
    found = Allocation.objects.filter((by_papers | concerned) & (~kept | theirs))
    return found.select_related("fund__board", "share__board", "share__round", "bid", "priority", "responsible")


def money_answered_for(reader: Any, *words: str) -> QuerySet[Partner]:
    """Partners of the reader, and those that ended whose place these have taken by today."""
    return succession.money_answered_for(
        reader, *(words or (REPRESENT_PARTNER, MANAGE_PARTNER)), on=timezone.localdate()
    )


def reads_papers(reader: Any, allocation: Allocation) -> bool:
    """Whether the reader reads the papers of a board that has to do with it, and not only what concerns a partner."""
    return is_inside(allocation, set(boards_where(reader).values_list("pk", flat=True)))


def is_inside(allocation: Allocation, boards: Collection[int]) -> bool:
    """The same, with the boards whose papers the reader reads."""
    share = allocation.share.board_id if allocation.share else None
    return not {allocation.fund.board_id, allocation.confirming_board_id, share}.isdisjoint(boards)


def boards_led_by(reader: Any) -> QuerySet[Board]:
    return boards_where(reader, MANAGE)
