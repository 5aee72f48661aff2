"""To whom a partner’s staff answer, by function, as far as a reader may know of it (requirements 0.12, 3.9)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from boards.models import Accountability, Partner
from boards.queries.access import boards_known_to
from boards.queries.partners import partners_known_to

ORDERS = {
    "partner": ("partner__name", "function"),
    "function": ("function", "partner__name"),
    "answers_to": ("answers_to", "partner__name", "function"),
}


@dataclass(frozen=True)
class Line:
    """``to_partner``: where the reader may know of it."""

    accountability: Accountability
    to_partner: Partner | None


def accountabilities_listed(reader: Any, cut: Mapping[str, Any], *, order: str, on: dt.date) -> list[Line]:
    """Those in force on a day. Two statements."""
    found = _known_to(reader).filter(pk__in=Accountability.objects.held_on(on).values("pk"))
    for word in str(cut["words"]).split():
        found = found.filter(Q(function__icontains=word) | Q(answers_to__icontains=word) | Q(source__icontains=word))
    if cut["partner"]:
        found = found.filter(Q(partner=cut["partner"]) | Q(to_partner=cut["partner"]))
    by = ORDERS.get(order.removeprefix("-"), ORDERS["partner"])
    found = found.order_by(*(f"-{name}" if order.startswith("-") else name for name in by))
    return _lines(found, reader)


def accountabilities_of(partner: Partner, reader: Any, *, on: dt.date) -> list[Line]:
    """Of a partner that the reader may know of, on a day."""
    found = partner.accountabilities.filter(_through_known(reader)).select_related("to_partner", "through")
    return _lines(found.filter(pk__in=Accountability.objects.held_on(on).values("pk")).order_by("function"), reader)


def accountability_for(reader: Any, pk: int) -> Accountability:
    found = _known_to(reader).filter(pk=pk).first()
    if found is None:
        raise Http404("No accountability is at this address.")
    return found


def partners_accountable(reader: Any) -> QuerySet[Partner]:
    """Those whose staff answer to somebody, or to which others’ staff do."""
    known = _known_to(reader).order_by()
    return partners_known_to(reader).filter(
        Q(pk__in=known.values("partner")) | Q(pk__in=known.filter(to_partner__isnull=False).values("to_partner"))
    )


def _known_to(reader: Any) -> QuerySet[Accountability]:
    """Of known partners; one through a board that the reader may not know of is left out, without a sign."""
    known = Accountability.objects.filter(_through_known(reader), partner__in=partners_known_to(reader).values("pk"))
    return known.select_related("partner", "to_partner", "through")


def _through_known(reader: Any) -> Q:
    return Q(through=None) | Q(through__in=boards_known_to(reader).values("pk"))


def _lines(found: QuerySet[Accountability], reader: Any) -> list[Line]:
    lines = list(found)
    named = {one.to_partner_id for one in lines if one.to_partner_id}
    known = set(partners_known_to(reader).filter(pk__in=named).values_list("pk", flat=True)) if named else ()
    return [Line(one, one.to_partner if one.to_partner_id in known else None) for one in lines]
