"""Funds and their sums, cut to the boards whose papers the reader may see."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Contribution, Fund
from commissioning.permissions import SET_UP
from commissioning.queries.sight import allocations_seen_by
from commissioning.queries.there import or_404
from commissioning.rules.sums import Sums, sums


@dataclass(frozen=True)
class FundLine:
    """A fund and how its money adds up."""

    fund: Fund
    sums: Sums


def funds_seen_by(reader: Any) -> QuerySet[Fund]:
    return (
        Fund.objects.filter(board__in=boards_where(reader))
        .select_related("board", "host", "agreement")
        .prefetch_related(
            Prefetch("contributions", Contribution.objects.select_related("partner")),
            Prefetch("allocations", allocations_seen_by(reader)),
        )
    )


def fund_lines(reader: Any) -> list[FundLine]:
    """Every fund the reader may see. Three statements, however many."""
    return [fund_line(fund) for fund in funds_seen_by(reader)]


def fund_line(fund: Fund) -> FundLine:
    return FundLine(fund, sums(fund, fund.contributions.all(), fund.allocations.all()))


def fund_for(reader: Any, pk: int) -> Fund:
    return or_404(funds_seen_by(reader).filter(pk=pk).first())


def contribution_for(fund: Fund, pk: int) -> Contribution:
    return or_404(fund.contributions.filter(pk=pk).first())


def boards_set_up_by(reader: Any) -> QuerySet[Board]:
    """Boards for which the reader may set up priorities and funds."""
    return boards_where(reader, SET_UP)
