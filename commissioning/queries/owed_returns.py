"""What is asked of a reader, and the schemes they have to do with."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse

from boards.permissions import MANAGE_PARTNER, MINUTE, REPRESENT_PARTNER
from boards.queries.access import boards_where, partners_of
from commissioning.models import Area, Period, Reporter, Return, Scheme
from commissioning.queries.schemes import schemes_seen_by
from commissioning.rules.returns import areas_asked
from trust.tools.words import counted, short_date

#: How long before it is due a return is asked for on the home page, and how long after.
SOON, YEAR = dt.timedelta(days=28), dt.timedelta(days=366)


@dataclass(frozen=True)
class Owed:
    """A return that the reader can give and that is not whole yet."""

    reporter: Reporter
    period: Period
    on: dt.date

    @property
    def is_late(self) -> bool:
        return self.period.due_date < self.on

    @property
    def address(self) -> str:
        return reverse("commissioning:give_return", args=[self.period.scheme_id, self.period.pk, self.reporter.pk])

    @property
    def timing(self) -> str:
        late = (self.on - self.period.due_date).days
        return f"{counted(late, 'day').capitalize()} late" if late > 0 else f"Due by {short_date(self.period.due_date)}"


def due_soon(reader: Any, *, on: dt.date) -> list[Owed]:
    """Those of the last year that are late, or due within ``SOON``; the longest due first."""
    return owed_by(reader, on=on, due=(on - YEAR, on + SOON))


def owed_by(reader: Any, *, on: dt.date, due: tuple[dt.date, dt.date] | None = None) -> list[Owed]:
    """Of periods that have begun (and are ``due`` between two days), the longest due first. Five statements, however
    many; one where the reader returns for nobody."""
    boards = boards_where(reader, MINUTE).values("pk")
    partners = partners_of(reader, REPRESENT_PARTNER, MANAGE_PARTNER).values("pk")
    mine = Reporter.objects.filter(Q(board__in=boards) | Q(partner__in=partners))
    reporters = list(mine.select_related("board", "partner", "district", "scheme__board"))
    if not reporters:
        return []
    schemes = {one.scheme_id: one.scheme for one in reporters}
    areas = defaultdict(list)
    for area in Area.objects.filter(scheme__in=schemes):
        areas[area.scheme_id].append(area)
    begun = Period.objects.filter(scheme__in=schemes, from_date__lte=on).order_by("due_date", "pk")
    periods = list(begun.filter(due_date__range=due) if due else begun)
    given = Return.objects.filter(period__in=periods, reporter__in=reporters).order_by()
    said = set(given.values_list("period", "reporter", "area"))
    found = []
    for period in periods:
        period.scheme = schemes[period.scheme_id]
        for one in reporters:
            asked = areas_asked(period, one, areas[period.scheme_id]) if one.scheme_id == period.scheme_id else []
            if any((period.pk, one.pk, area.pk) not in said for area in asked):
                found.append(Owed(one, period, on))
    return found


def schemes_listed(reader: Any) -> QuerySet[Scheme]:
    """With how many report, and the latest period that was shared. One statement."""
    shared = Max("periods__from_date", filter=Q(periods__shared_at__isnull=False))
    found = schemes_seen_by(reader).annotate(how_many=Count("reporters", distinct=True), last_shared=shared)
    return found.order_by("board__name", "title")
