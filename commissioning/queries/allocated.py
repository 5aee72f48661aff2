"""How much counts as allocated of each fund, share or round, and what partners put in: added up in the database.

Only what a rule has to weigh is read row by row: allocations with what replaces them, contributions that were varied.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from commissioning.models import Allocation, Contribution, Fund, Variation
from commissioning.queries.contributions import counted_of
from commissioning.queries.states import PENCE, rows_of, states_told
from commissioning.rules.allocating import Held, counted
from commissioning.rules.contribution import Columns, columns_of

UNVALUED = Q(amount_pence=None, full_time_equivalent__isnull=False)
UNCONFIRMED = Q(amount_pence=None, full_time_equivalent=None)


def in_a_chain() -> Q:
    """Allocations that replace another, or that another is to replace."""
    after = Allocation.objects.filter(replaces=OuterRef("pk")).exclude(state=Allocation.State.WITHDRAWN)
    return Q(replaces__isnull=False) | Q(Exists(after))


def allocated_by(by: Any, seen: QuerySet[Allocation], *, on: dt.date) -> dict[int, int]:
    """Of those seen, each sum once, by what ``by`` says of a row. Of an allocation and what replaces it, the one that
    stands counts. One statement; as many as standing takes where anything is replaced."""
    live = seen.exclude(state=Allocation.State.WITHDRAWN).annotate(key=by).filter(key__isnull=False).order_by()
    plain = live.exclude(in_a_chain()).values("key").annotate(sum=Sum(PENCE))
    found: dict[int, int] = defaultdict(int, plain.values_list("key", "sum"))
    chained = live.filter(in_a_chain())
    key_of = dict(chained.values_list("pk", "key"))
    rows = rows_of(Allocation.objects.filter(pk__in=key_of))
    states = states_told(rows, Allocation.objects.filter(pk__in=key_of), on=on) if rows else {}
    held: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        held[key_of[row.pk]].append(row.held(states[row.pk]))
    for key, each in held.items():
        found[key] += sum(one.pence for one in counted(each))
    return found


def columns_by_fund(funds: Collection[Fund], *, on: dt.date) -> dict[int, Columns]:
    """What partners put into each over all its years, as of a day. Three statements."""
    varied = Q(Exists(Variation.objects.filter(contribution=OuterRef("pk"))))
    there = Contribution.objects.filter(fund__in=funds).order_by()
    found: dict[int, Columns] = defaultdict(Columns)
    for fund, lines in counted_of(there.filter(varied), on=on).items():
        found[fund] = columns_of(lines)
    sums = (
        there.exclude(varied)
        .exclude(withdrawn_date__lte=on)
        .values("fund", "kind")
        .annotate(
            pence=Sum("amount_pence"),
            posts=Sum("full_time_equivalent"),
            unconfirmed=Count("pk", filter=UNCONFIRMED),
            unvalued=Count("pk", filter=UNVALUED),
        )
    )
    for fund, kind, *told in sums.values_list("fund", "kind", "pence", "posts", "unconfirmed", "unvalued"):
        found[fund] += _column(kind, *told)
    return found


def _column(kind: str, pence: int | None, posts: Decimal | None, unconfirmed: int, unvalued: int) -> Columns:
    held: dict[str, Any] = {kind: pence or 0}
    return Columns(**held, posts=posts or Decimal(0), unconfirmed=unconfirmed, unvalued=unvalued)
