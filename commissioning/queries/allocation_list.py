"""The list of allocations as it is cut: which they are and what they come to, of all of them; the rest of a page."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from commissioning.models import Allocation, Share
from commissioning.queries.allocation import UNSTATED, shares_over, with_standing
from commissioning.queries.round import AllocationRead
from commissioning.queries.sight import allocations_seen_by
from commissioning.queries.states import REPLACED, STANDS, WITHDRAWN, Row, rows_of, states_told


@dataclass(frozen=True)
class Line:
    """An allocation of the list. Its words, folded, are read where they order it."""

    row: Row
    state: str
    is_over: bool
    purpose: str = ""
    fund: str = ""
    share: str = ""


ORDERS: Mapping[str, Callable[[Line], tuple[Any, ...]]] = {
    "purpose": lambda line: (line.purpose,),
    "fund": lambda line: (line.fund, line.purpose),
    "share": lambda line: (line.share, line.purpose),
    "year": lambda line: (line.row.year or 0, line.purpose),
    "state": lambda line: (line.state, line.purpose),
    "amount": lambda line: (line.row.pence, line.purpose),
}


@dataclass(frozen=True)
class Selected:
    """All that are asked for, in order. Each sum once: what stands, and what waits beside it."""

    lines: Sequence[Line]

    @property
    def keys(self) -> list[int]:
        return [line.row.pk for line in self.lines]

    @property
    def standing_pence(self) -> int:
        return sum(line.row.pence for line in self.lines if line.state == STANDS)

    @property
    def waiting_pence(self) -> int:
        return sum(line.row.pence for line in self._live if line.state != STANDS)

    @property
    def over(self) -> int:
        return sum(line.is_over for line in self._live)

    @property
    def _live(self) -> Iterable[Line]:
        return (line for line in self.lines if line.state not in (WITHDRAWN, REPLACED))


def allocations_selected(reader: Any, cut: Mapping[str, Any], *, order: str, on: dt.date) -> Selected:
    """The latest year first, unless another order is asked."""
    found = _asked(allocations_seen_by(reader), cut).order_by("-year", "fund__name", "pk")
    rows = rows_of(found)
    states, over = states_told(rows, found, on=on), _over(rows, reader, on)
    by = ORDERS.get(order.removeprefix("-"))
    words = _words(found) if by else {}
    lines = [Line(row, states[row.pk], row.share in over, *words.get(row.pk, ())) for row in rows]
    kept = [line for line in lines if _is_asked(line, cut)]
    return Selected(sorted(kept, key=by, reverse=order.startswith("-")) if by else kept)


def allocations_read(keys: Iterable[int], reader: Any, *, on: dt.date) -> list[AllocationRead]:
    """In the order of the keys, of which the reader knows."""
    place = {key: number for number, key in enumerate(keys)}
    reads = with_standing(allocations_seen_by(reader).filter(pk__in=place), reader, on=on)
    return sorted(reads, key=lambda read: place[read.allocation.pk])


def _asked(found: QuerySet[Allocation], cut: Mapping[str, Any]) -> QuerySet[Allocation]:
    for word in str(cut.get("words", "")).split():
        found = found.filter(Q(purpose__icontains=word) | Q(fund__name__icontains=word))
    if cut.get("fund"):
        found = found.filter(fund=cut["fund"])
    if year := cut.get("year"):
        found = found.filter(year=None if year == UNSTATED else year)
    return found


def _is_asked(line: Line, cut: Mapping[str, Any]) -> bool:
    return (line.is_over or not cut.get("over")) and cut.get("state") in (None, "", line.state)


def _over(rows: Iterable[Row], reader: Any, on: dt.date) -> set[int]:
    shares = Share.objects.filter(pk__in={row.share for row in rows if row.share}).order_by()
    return shares_over(dict(shares.values_list("pk", "amount_pence")), reader, on=on)


def _words(found: QuerySet[Allocation]) -> dict[int, tuple[str, str, str]]:
    """What each is for, its fund, and the board or the body whose share it is out of."""
    told = found.values_list("pk", "purpose", "fund__name", "share__board__name", "share__body")
    return {
        pk: (purpose.casefold(), fund.casefold(), (board or body or "").casefold())
        for pk, purpose, fund, board, body in told
    }
