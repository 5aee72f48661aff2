"""Priorities and funds, cut to the boards whose papers the reader may see."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from boards.models import Board
from boards.queries.access import boards_known_to, boards_where
from commissioning.models import Allocation, Contribution, Fund, Priority, PriorityGroup
from commissioning.permissions import SET_UP
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
            Prefetch("allocations", Allocation.objects.select_related("priority")),
        )
    )


def fund_lines(reader: Any) -> list[FundLine]:
    """Every fund the reader may see. Three statements, however many."""
    return [fund_line(fund) for fund in funds_seen_by(reader)]


def fund_line(fund: Fund) -> FundLine:
    return FundLine(fund, sums(fund, fund.contributions.all(), fund.allocations.all()))


def fund_for(reader: Any, pk: int) -> Fund:
    return _or_404(funds_seen_by(reader).filter(pk=pk).first())


def priorities_seen_by(reader: Any) -> QuerySet[Priority]:
    return Priority.objects.filter(board__in=boards_where(reader)).select_related("board", "lead_partner")


def priority_for(reader: Any, pk: int) -> Priority:
    return _or_404(priorities_seen_by(reader).filter(pk=pk).first())


def priorities_to_work_to(reader: Any, *, on: dt.date) -> QuerySet[Priority]:
    """Those of a day that a group can be said to work to."""
    return priorities_seen_by(reader).filter(pk__in=Priority.objects.held_on(on).values("pk"))


def worked_to_by(group: Board, reader: Any, *, on: dt.date) -> list[PriorityGroup]:
    """What the group works to on a day or later, as far as the reader reads the papers of the priority's board."""
    found = PriorityGroup.objects.filter(group=group, priority__board__in=boards_where(reader))
    lasting = found.filter(Q(to_date=None) | Q(to_date__gte=on))
    return list(lasting.select_related("priority__board").order_by("priority__position", "priority__title"))


def link_for(group: Board, reader: Any, pk: int, *, on: dt.date) -> PriorityGroup:
    return _or_404(next((link for link in worked_to_by(group, reader, on=on) if link.pk == pk), None))


def groups_on_priorities(reader: Any, *, on: dt.date) -> dict[int, list[Board]]:
    """By priority, the groups that work to it today, as far as the reader may know of them. One statement."""
    found: dict[int, list[Board]] = {}
    known = PriorityGroup.objects.held_on(on).filter(group__in=boards_known_to(reader)).select_related("group")
    for link in known:
        found.setdefault(link.priority_id, []).append(link.group)
    return found


def contribution_for(fund: Fund, pk: int) -> Contribution:
    return _or_404(fund.contributions.filter(pk=pk).first())


def allocation_for(fund: Fund, pk: int) -> Allocation:
    return _or_404(fund.allocations.filter(pk=pk).first())


def boards_set_up_by(reader: Any) -> QuerySet[Board]:
    """Boards for which the reader may set up priorities and funds."""
    return boards_where(reader, SET_UP)


def _or_404(found: Any) -> Any:
    if found is None:
        raise Http404
    return found
