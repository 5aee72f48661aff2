"""The districts of the area, and the footprints that boards are for."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Prefetch, Q
from django.http import Http404

from boards.models import Board, District, Footprint, FootprintDistrict
from boards.queries.access import boards_known_to


@dataclass(frozen=True)
class Ground:
    """A footprint with its districts on a day, the boards for it that the reader may know of, and who came and went."""

    footprint: Footprint
    districts: list[District]
    boards: list[Board]
    course: list[FootprintDistrict]


@dataclass(frozen=True)
class DistrictLine:
    """A district with the footprints it is in on a day, and the boards for it."""

    district: District
    footprints: list[Footprint]
    boards: list[Board]


def district_lines(grounds: list[Ground], districts: list[District]) -> list[DistrictLine]:
    """District against board, from what was read."""
    lines = []
    for district in districts:
        within = [ground for ground in grounds if district in ground.districts]
        boards = {board.pk: board for ground in within for board in ground.boards}
        lines.append(DistrictLine(district, [ground.footprint for ground in within], list(boards.values())))
    return lines


def grounds(reader: Any, *, on: dt.date) -> list[Ground]:
    """Every footprint. Three statements.

    One that only boards are for which the reader may not know of is not among them: its name would tell of them.
    """
    began = Q(founded_date=None) | Q(founded_date__lte=on)
    going = boards_known_to(reader).filter(began, Q(ended_date=None) | Q(ended_date__gte=on))
    known = Prefetch("boards", going.order_by("name"), to_attr="known")
    rows = FootprintDistrict.objects.select_related("district").order_by(
        "district", F("from_date").asc(nulls_first=True)
    )
    found = Footprint.objects.prefetch_related(Prefetch("course", rows), known)
    seen = Q(boards=None) | Q(boards__in=boards_known_to(reader))
    return [_ground(row, on) for row in found.filter(pk__in=Footprint.objects.filter(seen).values("pk"))]


def _ground(footprint: Any, on: dt.date) -> Ground:
    course = list(footprint.course.all())
    districts = [row.district for row in course if row.holds_on(on)]
    moved = [row for row in course if row.from_date or row.to_date]
    return Ground(footprint, districts, footprint.known, moved)


def districts() -> list[District]:
    return list(District.objects.select_related("partner"))


def latest_of(footprint: Footprint, *, on: dt.date) -> tuple[list[District], dt.date]:
    """The districts it has once what is to come has come, and the first day from which these can change."""
    rows = list(footprint.course.select_related("district"))
    begun = [row.from_date for row in rows if row.from_date]
    left = [row.to_date + dt.timedelta(days=1) for row in rows if row.to_date]
    return [row.district for row in rows if row.to_date is None], max([on, *begun, *left])


def footprint_for(reader: Any, pk: int) -> Footprint:
    """404 where there is none."""
    found = Footprint.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("No footprint is at this address.")
    return found
