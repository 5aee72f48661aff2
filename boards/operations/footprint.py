"""Districts, and the named sets of them that boards are for: the keepers' work (requirement 4.2)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import District, Footprint, FootprintDistrict, Partner
from boards.permissions import check_may_keep_register
from boards.rules.footprint import check_can_change_from
from trust.tools import jobs
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

DAY = dt.timedelta(days=1)


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
    *,
    footprint: Footprint | None,
    name: str,
    districts: Iterable[District],
    from_date: dt.date | None = None,
    by: Any,
    on: dt.date,
) -> Footprint:
    """A new set, or another name or other districts of one there is, from a day on; the days before stay as they were.

    A new one without a first day has always had its districts.
    """
    check_may_keep_register(by, on=on)
    same = Footprint.objects.filter(name__iexact=name)
    if (same.exclude(pk=footprint.pk) if footprint else same).exists():
        raise Refused(f"There is a footprint called {name} already.")
    kept = Footprint.objects.select_for_update(of=["self"]).get(pk=footprint.pk) if footprint else Footprint()
    kept.name = name
    keep(kept, by=by)
    _join_and_leave(kept, {district.pk: district for district in districts}, from_date, by=by)
    return bring_up_to_date(kept, on=on)


def _join_and_leave(
    footprint: Footprint, districts: dict[int, District], from_date: dt.date | None, *, by: Any
) -> None:
    """From the day on it has these districts: who stays keeps the first day they had."""
    rows = list(footprint.course.select_related("district"))
    check_can_change_from(rows, from_date)
    there = [row for row in rows if row.to_date is None]
    for row in there:
        if row.district_id not in districts:
            _leave(row, from_date, by=by)
    staying = {row.district_id for row in there}
    for key, district in districts.items():
        if key not in staying:
            keep(FootprintDistrict(footprint=footprint, district=district, from_date=from_date), by=by)


def _leave(row: FootprintDistrict, from_date: dt.date | None, *, by: Any) -> None:
    """The day before is its last; one that was to join on that very day never does."""
    if from_date is None or row.from_date == from_date:
        discard(row, by=by, because="Was never to be in the footprint")
        return
    row.to_date = from_date - DAY
    keep(row, by=by)


def bring_up_to_date(footprint: Footprint, *, on: dt.date) -> Footprint:
    """The footprint's own districts are those of this day."""
    footprint.districts.set(row.district_id for row in footprint.course.held_on(on))
    return footprint


@jobs.nightly
def renew_footprints() -> None:
    """Districts of the day that has begun. Midnight is the edge here, so the clock is read."""
    for footprint in Footprint.objects.filter(course__isnull=False).distinct():
        bring_up_to_date(footprint, on=timezone.localdate())
