"""Districts, and the named sets of them that boards are for: the keepers' work (requirement 4.2)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from boards.models import District, Footprint, Partner
from boards.permissions import check_may_keep_register
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


@transaction.atomic
def add_districts(*, names: Sequence[str], by: Any, on: dt.date) -> list[District]:
    """Each with the council of its name, where that is a partner. Refused where one is there already."""
    check_may_keep_register(by, on=on)
    there = {name.casefold(): name for name in District.objects.values_list("name", flat=True)}
    if known := next((there[name.casefold()] for name in names if name.casefold() in there), ""):
        raise Refused(f"{known} is there already. Leave it out.")
    after = District.objects.count()
    return [
        keep(District(name=name, partner=_council_of(name), position=after + place), by=by)
        for place, name in enumerate(names)
    ]


def _council_of(name: str) -> Partner | None:
    councils = Partner.objects.filter(category=Partner.Category.DISTRICT, name__istartswith=name, ended_date=None)
    found = list(councils[:2])
    return found[0] if len(found) == 1 else None


@transaction.atomic
def set_footprint(
    *, footprint: Footprint | None, name: str, districts: Sequence[District], by: Any, on: dt.date
) -> Footprint:
    """A new set, or another name or other districts of one there is; history keeps which it had."""
    check_may_keep_register(by, on=on)
    same = Footprint.objects.filter(name__iexact=name)
    if (same.exclude(pk=footprint.pk) if footprint else same).exists():
        raise Refused(f"There is a footprint called {name} already.")
    kept = footprint or Footprint()
    kept.name = name
    keep(kept, by=by)
    kept.districts.set(districts)
    return kept
