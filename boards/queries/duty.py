"""Duties and what meets them, as far as a reader may know of it.

What is arranged through a board or an agreement that the reader may not know of is left out, without a sign.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from boards.models import Arrangement, Board, Duty, Partner
from boards.permissions import keeps_register
from boards.queries.access import boards_known_to
from boards.queries.agreements import agreements_known_to
from boards.queries.partners import partners_known_to
from boards.rules.duty import STATES, Standing, standing_on

FAR = dt.date.max
_PLACES = {state: place for place, state in enumerate(STATES)}


@dataclass(frozen=True)
class DutyRead:
    """``arrangements``: of any days. ``lead``: where the reader may know of the partner."""

    duty: Duty
    arrangements: tuple[Arrangement, ...]
    standing: Standing
    lead: Partner | None
    on: dt.date

    @property
    def held(self) -> list[Arrangement]:
        return [one for one in self.arrangements if one.holds_on(self.on)]


ORDERS: Mapping[str, Callable[[DutyRead], tuple[Any, ...]]] = {
    "title": lambda read: (read.duty.title.casefold(),),
    "kind": lambda read: (read.duty.get_kind_display(), read.duty.title.casefold()),
    "deadline": lambda read: (read.duty.deadline_date or FAR, read.duty.title.casefold()),
    "standing": lambda read: (_PLACES[read.standing.state], read.duty.deadline_date or FAR),
}


def duties_listed(reader: Any, cut: Mapping[str, Any], *, order: str, on: dt.date, today: dt.date) -> list[DutyRead]:
    """For anybody; those that wait first, unless another order is asked. A constant number of statements."""
    found = Duty.objects.all()
    for word in str(cut["words"]).split():
        found = found.filter(
            Q(title__icontains=word) | Q(source__icontains=word) | Q(text__icontains=word) | Q(owner__icontains=word)
        )
    if cut["kind"]:
        found = found.filter(kind=cut["kind"])
    if cut["partner"]:
        found = found.filter(lead=cut["partner"])
    reads = [read for read in _read(found, reader, on, today) if cut["state"] in ("", read.standing.state)]
    by = ORDERS.get(order.removeprefix("-"), ORDERS["standing"])
    return sorted(reads, key=by, reverse=order.startswith("-"))


def duty_read(duty: Duty, reader: Any, *, on: dt.date, today: dt.date) -> DutyRead:
    return next(_read(Duty.objects.filter(pk=duty.pk), reader, on, today))


def _read(found: QuerySet[Duty], reader: Any, on: dt.date, today: dt.date) -> Iterator[DutyRead]:
    known, knows_all = set(partners_known_to(reader).values_list("pk", flat=True)), keeps_register(reader, on=today)
    arranged = Prefetch("arrangements", arrangements_known_to(reader, on=today), to_attr="known_arrangements")
    for duty in found.select_related("lead").prefetch_related(arranged):
        arrangements = tuple(duty.known_arrangements)
        standing = standing_on(duty, arrangements, on=on, knows_all=knows_all)
        lead = duty.lead if duty.lead_id in known else None
        yield DutyRead(duty, arrangements, standing, lead, on)


def arrangements_known_to(reader: Any, *, on: dt.date) -> QuerySet[Arrangement]:
    """``on`` is today: who keeps the register is a matter of the day."""
    boards, agreements = boards_known_to(reader).values("pk"), agreements_known_to(reader, on=on).values("pk")
    known = Arrangement.objects.filter(Q(board=None) | Q(board__in=boards))
    known = known.filter(Q(agreement=None) | Q(agreement__in=agreements))
    return known.select_related("board", "agreement").order_by("-from_date", "-pk")


def leads_known_to(reader: Any) -> QuerySet[Partner]:
    """Partners in the lead of some duty."""
    return partners_known_to(reader).filter(pk__in=Duty.objects.filter(lead__isnull=False).values("lead"))


def duties_met_by(board: Board, reader: Any, *, on: dt.date) -> list[Arrangement]:
    """What the board meets on a day. One statement where no agreement is named with it."""
    held = list(Arrangement.objects.held_on(on).filter(board=board).select_related("duty").order_by("duty__title"))
    named = {one.agreement_id for one in held if one.agreement_id}
    known = set(agreements_known_to(reader, on=on).filter(pk__in=named).values_list("pk", flat=True)) if named else ()
    return [one for one in held if not one.agreement_id or one.agreement_id in known]


def duty_for(pk: int) -> Duty:
    found = Duty.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("No duty is at this address.")
    return found


def arrangement_for(duty: Duty, pk: int) -> Arrangement:
    found = duty.arrangements.select_related("board", "agreement").filter(pk=pk).first()
    if found is None:
        raise Http404("The duty has no such arrangement.")
    return found
