"""Allocations that wait, that go over their share, or whose agreement ends: for those who manage the board."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Q

from boards.models import Board
from boards.rules.attention import Finding, Kind
from commissioning.models import Allocation, Fund, FundYear
from commissioning.queries.sight import allocations_seen_by
from commissioning.queries.standing import held, standing_of
from commissioning.rules import noticed as rules
from commissioning.rules.allocating import counted
from commissioning.rules.standing import Standing
from commissioning.rules.years import year_of

RESTING = (Fund.Kind.POOLED, Fund.Kind.ALIGNED)


def allocations_noticed(boards: Collection[Board], reader: Any, on: dt.date) -> Iterator[Finding]:
    """Of the last financial year, this one and those to come, but for years that are closed; of what the reader may
    know of. As many statements for forty boards as for one."""
    by_key = {board.pk: board for board in boards}
    found = list(_live(by_key, reader, on))
    standings = standing_of(found, on=on) if found else {}
    yield from _waiting(found, standings, by_key, on)
    counts = {one.pk for one in counted(held(found, standings))}
    given = [one for one in found if one.pk in counts and one.fund.board_id in by_key]
    yield from _over(given, by_key)
    yield from _unbacked(given, by_key, on)


def _live(boards: Collection[int], reader: Any, on: dt.date) -> Iterator[Allocation]:
    """Two statements."""
    since = year_of(on) - 1
    lasting = Q(year__gte=since) | Q(year=None) & (Q(share=None) | Q(share__round__year__gte=since))
    theirs = Q(fund__board__in=boards) | Q(confirming_board__in=boards)
    asked = allocations_seen_by(reader).filter(lasting, theirs).exclude(state=Allocation.State.WITHDRAWN)
    found = list(asked.select_related("fund__agreement", "confirming_board").order_by("fund__name", "pk").distinct())
    ended = FundYear.objects.filter(fund__in={one.fund_id for one in found}, closed_date__isnull=False)
    closed = set(ended.values_list("fund", "year"))
    yield from (one for one in found if (one.fund_id, one.year) not in closed)


def _waiting(
    found: Iterable[Allocation], standings: Mapping[int, Standing], boards: Mapping[int, Board], on: dt.date
) -> Iterator[Finding]:
    for one in found:
        standing, at = standings[one.pk], one.get_absolute_url()
        told = {one.fund.board_id: rules.waits(one, standing, on=on)}
        if one.confirming_board_id is not None and one.confirming_board_id != one.fund.board_id:
            told[one.confirming_board_id] = rules.waits_to_be_confirmed(one, standing)
        yield from (
            Finding(boards[board], Kind.ALLOCATION, said, at)
            for board, said in told.items()
            if said and board in boards
        )


def _over(given: Iterable[Allocation], boards: Mapping[int, Board]) -> Iterator[Finding]:
    by_share: dict[int, list[Allocation]] = defaultdict(list)
    for one in given:
        if one.share_id is not None:
            by_share[one.share_id].append(one)
    for own in by_share.values():
        share = own[0].share
        if share is not None and (said := rules.over_unreasoned(share, own)):
            yield Finding(boards[own[0].fund.board_id], Kind.ALLOCATION, said, share.round.get_absolute_url())


def _unbacked(given: Iterable[Allocation], boards: Mapping[int, Board], on: dt.date) -> Iterator[Finding]:
    by_year: dict[tuple[int, int], list[Allocation]] = defaultdict(list)
    for one in given:
        if one.year is not None and one.fund.kind in RESTING:
            by_year[one.fund_id, one.year].append(one)
    for (_, year), own in by_year.items():
        if said := rules.unbacked(own, year, on=on):
            yield Finding(boards[own[0].fund.board_id], Kind.ALLOCATION, said, own[0].fund.get_absolute_url())
