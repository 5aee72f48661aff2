"""The districts of the area, and the footprints that boards are for."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q
from django.http import Http404

from boards.models import Board, District, Footprint
from boards.queries.access import boards_known_to


@dataclass(frozen=True)
class Ground:
    """A footprint with its districts, and the boards for it that the reader may know of."""

    footprint: Footprint
    districts: list[District]
    boards: list[Board]


def grounds(reader: Any, *, on: dt.date) -> list[Ground]:
    """Every footprint. Three statements.

    One that only boards are for which the reader may not know of is not among them: its name would tell of them.
    """
    going = boards_known_to(reader).filter(Q(ended_date=None) | Q(ended_date__gte=on))
    known = Prefetch("boards", going.order_by("name"), to_attr="known")
    found = Footprint.objects.prefetch_related("districts", known)
    seen = Q(boards=None) | Q(boards__in=boards_known_to(reader))
    rows = found.filter(pk__in=Footprint.objects.filter(seen).values("pk"))
    return [Ground(row, list(row.districts.all()), row.known) for row in rows]


def districts() -> list[District]:
    return list(District.objects.select_related("partner"))


def footprint_for(reader: Any, pk: int) -> Footprint:
    """404 where there is none."""
    found = Footprint.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("No footprint is at this address.")
    return found
