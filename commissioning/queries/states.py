"""In which state allocations are, without what each waits for: for sums and lists of thousands.

What needs no weighing is told by the database: no resolution is cited, or one that plainly stands, with every owner’s
agreement and confirmed. Of the rest the facts are read and the rule weighs them, as it does for the page of each.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from commissioning.models import Allocation, AllocationLine, Fund
from commissioning.queries.gate import gates_on
from commissioning.queries.standing import (
    followed_in,
    is_followed,
    lawful_day,
    standing_alone,
    with_followers,
)
from commissioning.rules.allocating import Held
from meetings.models import Consent
from meetings.queries.outcome import answer_on, plainly_standing

#: As confirmed where that was done, else as allocated.
PENCE = Coalesce("confirmed_pence", "amount_pence")
STANDS, WITHDRAWN, REPLACED = "Stands", "Withdrawn", "Replaced"


@dataclass(frozen=True, slots=True)
class Row:
    """As much of an allocation as its state is told by. ``is_owned``: a line of a resolution is cited for its money."""

    pk: int
    fund: int
    kind: str
    year: int | None
    state: str
    pence: int
    replaces: int | None
    decision: int | None
    waits_for: int | None
    confirmed_by: int | None
    share: int | None
    is_owned: bool

    def held(self, state: str) -> Held:
        """As sums count it: what is replaced stood until then."""
        return Held(self.pk, self.pence, self.replaces, state in (STANDS, REPLACED), state == WITHDRAWN)


def rows_of(found: QuerySet[Allocation]) -> list[Row]:
    owned = AllocationLine.objects.filter(allocation=OuterRef("pk"), spending_line__isnull=False)
    told = found.annotate(pence_told=PENCE, is_owned=Exists(owned)).values_list(
        *("pk", "fund", "fund__kind", "year", "state", "pence_told", "replaces", "decision"),
        *("confirming_board", "confirmed_by_decision", "share", "is_owned"),
    )
    return [Row(*one) for one in told]


def states_of(found: QuerySet[Allocation], *, on: dt.date) -> dict[int, str]:
    """By key, the word of its standing."""
    return states_told(rows_of(found.order_by()), found, on=on)


def states_told(rows: Collection[Row], found: QuerySet[Allocation], *, on: dt.date) -> dict[int, str]:
    """The same of rows that are read. ``found``: what they were read from."""
    followed = followed_in({row.fund for row in rows})
    beside = with_followers([row.pk for row in rows], followed) - {row.pk for row in rows}
    alone = _alone(rows, found, on)
    if beside:
        after = Allocation.objects.filter(pk__in=beside)
        alone |= _alone(rows_of(after), after, on)
    stands = {pk for pk, state in alone.items() if state == STANDS}
    return {row.pk: REPLACED if is_followed(row.pk, followed, stands) else alone[row.pk] for row in rows}


def _alone(rows: Iterable[Row], found: QuerySet[Allocation], on: dt.date) -> dict[int, str]:
    """As though nothing replaced it."""
    states = {row.pk: _unresolved(row) for row in rows}
    waiting = [row for row in rows if not states[row.pk]]
    settled = set(settled_among(found).order_by().values_list("pk", flat=True)) if waiting else set()
    shut = _shut([row for row in waiting if row.pk in settled], on)
    states |= {pk: "Waits" if pk in shut else STANDS for pk in settled if not states.get(pk, STANDS)}
    unsure = [pk for pk, state in states.items() if not state]
    weighed = standing_alone(unsure, on=on) if unsure else {}
    return states | {pk: one.state for pk, one in weighed.items()}


def _unresolved(row: Row) -> str:
    """The state where no resolution is cited and nobody can have answered; else ""."""
    if row.state == Allocation.State.WITHDRAWN:
        return WITHDRAWN
    if row.decision or row.is_owned:
        return ""
    return "Provisional" if row.waits_for and not row.confirmed_by else "Waits"


def _shut(rows: Collection[Row], on: dt.date) -> set[int]:
    """Those of a pooled fund that its agreement in law keeps from standing."""
    pooled = [row for row in rows if row.kind == Fund.Kind.POOLED]
    if not pooled:
        return set()
    funds = Fund.objects.filter(pk__in={row.fund for row in pooled}).select_related("board", "host", "agreement")
    gates = gates_on(funds, {lawful_day(row.year, on) for row in pooled})
    return {row.pk for row in pooled if gates[row.fund, lawful_day(row.year, on)].lines}


def settled_among(found: QuerySet[Allocation]) -> QuerySet[Allocation]:
    """Those that plainly stand, as far as their fund’s agreement in law lets them: resolved, all of it put down as
    somebody’s money, agreed to by each within what the resolution spends, and confirmed where that is asked."""
    lines = AllocationLine.objects.order_by()
    whole = lines.filter(allocation=OuterRef("pk")).values("allocation").annotate(sum=Sum("amount_pence"))
    live = lines.filter(spending_line=OuterRef("spending_line")).exclude(allocation__state="withdrawn")
    drawn = Subquery(live.values("spending_line").annotate(sum=Sum("amount_pence")).values("sum"))
    own = lines.filter(allocation=OuterRef("pk")).annotate(answer=answer_on("spending_line"), drawn=drawn)
    more = Q(drawn__gt=F("spending_line__amount_pence")) | Q(amount_pence__gt=F("spending_line__amount_pence"))
    open_ones = own.filter(Q(spending_line=None) | ~Q(answer=Consent.Answer.AGREED) | more)
    plain = plainly_standing().values("pk")
    confirmed = Q(confirming_board=None) | Q(confirmed_by_decision__in=plain)
    owned = found.annotate(owned_pence=Coalesce(Subquery(whole.values("sum")), 0)).filter(owned_pence__gte=PENCE)
    return owned.filter(confirmed, decision__in=plain).exclude(state="withdrawn").exclude(Exists(open_ones))
