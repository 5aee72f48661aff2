"""How much counts as allocated of each fund, share or round, and what partners put in: added up in the database.

Only what a rule has to weigh is read row by row: allocations with what replaces them, contributions that were varied.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from commissioning.models import Allocation, Contribution, Fund, Variation
from commissioning.queries.contributions import counted_of
from commissioning.queries.standing import held_in
from commissioning.rules.allocating import counted
from commissioning.rules.contribution import Columns, columns_of

#: As confirmed where that was done, else as allocated.
PENCE = Coalesce("confirmed_pence", "amount_pence")
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
    chained: dict[int, list[Allocation]] = defaultdict(list)
    for one in live.filter(in_a_chain()):
        chained[one.key].append(one)
    held = {one.pk: one for one in held_in([one for each in chained.values() for one in each], on=on)}
    for key, each in chained.items():
        found[key] += sum(one.pence for one in counted(held[one.pk] for one in each))
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
