"""What partners put into funds, as of a day, by year and partner; and who came after a partner that ended."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from boards.models import Partner, PartnerSuccession
from commissioning.models import Contribution, Fund, FundYear, Variation
from commissioning.queries.there import or_404
from commissioning.rules import contribution as rules
from commissioning.rules.contribution import Columns, Counted
from commissioning.rules.years import financial_year


@dataclass(frozen=True)
class PartnerRow:
    """A partner and a year: its columns and what they are made of. ``ended``: that it is no more, and who followed."""

    partner: Partner
    columns: Columns
    lines: tuple[Counted, ...]
    ended: str = ""


@dataclass(frozen=True)
class YearRead:
    """One year of a fund. ``held`` is None where nothing but contributions is put down for it."""

    year: int
    held: FundYear | None
    rows: tuple[PartnerRow, ...]
    columns: Columns

    @property
    def words(self) -> str:
        return financial_year(self.year)

    @property
    def is_closed(self) -> bool:
        return self.held is not None and self.held.closed_date is not None

    @property
    def does_not_add_up(self) -> str:
        return rules.does_not_add_up(self.held, self.columns) if self.held else ""


def contributions_of(funds: Collection[Fund]) -> QuerySet[Contribution]:
    """With the partner, the resolution and every variation. Three statements."""
    return _whole(Contribution.objects.filter(fund__in=funds))


def _whole(contributions: QuerySet[Contribution]) -> QuerySet[Contribution]:
    found = contributions.select_related("partner", "decision__block__item__meeting__board")
    varied = Variation.objects.select_related("decision__block__item__meeting__board", "recorded_by__person")
    return found.prefetch_related(Prefetch("variations", varied)).order_by("year", "partner__name", "kind", "pk")


def counted_of(contributions: QuerySet[Contribution], *, on: dt.date) -> dict[int, list[Counted]]:
    """By fund, as of a day. Two statements."""
    found: dict[int, list[Counted]] = defaultdict(list)
    for one in _whole(contributions):
        found[one.fund_id].append(rules.counted(one, one.variations.all(), on=on))
    return found


def years_of(fund: Fund, *, on: dt.date) -> list[YearRead]:
    """Every year that has a sum or a contribution, the latest first. Four statements."""
    lines = counted_of(Contribution.objects.filter(fund=fund), on=on)[fund.pk]
    held = {one.year: one for one in fund.years.all()}
    partners = {one.contribution.partner for one in lines}
    after = successors_of(partners)
    by_year: dict[int, dict[Partner, list[Counted]]] = {year: {} for year in held}
    for one in lines:
        put = one.contribution
        by_year.setdefault(put.year, {}).setdefault(put.partner, []).append(one)
    return [
        YearRead(year, held.get(year), _rows(year, by_year[year], after), _all(by_year[year].values()))
        for year in sorted(by_year, reverse=True)
    ]


def _rows(year: int, found: dict[Partner, list[Counted]], after: dict[int, list[Partner]]) -> tuple[PartnerRow, ...]:
    return tuple(
        PartnerRow(
            partner,
            rules.columns_of(lines),
            tuple(lines),
            rules.ended_partner(partner, year, after[partner.pk])
            if any(not line.is_withdrawn for line in lines)
            else "",
        )
        for partner, lines in found.items()
    )


def _all(lines: Iterable[list[Counted]]) -> Columns:
    return rules.columns_of(one for each in lines for one in each)


def successors_of(partners: Iterable[Partner]) -> dict[int, list[Partner]]:
    """Who came after those of them that ended. One statement, none where none has."""
    ended = [one.pk for one in partners if one.ended_date]
    found: dict[int, list[Partner]] = defaultdict(list)
    told = PartnerSuccession.objects.filter(predecessor__in=ended).select_related("successor") if ended else []
    for one in told:
        found[one.predecessor_id].append(one.successor)
    return found


def contribution_in(fund: Fund, pk: int, *, on: dt.date) -> Counted:
    found = or_404(contributions_of([fund]).filter(pk=pk).first())
    return rules.counted(found, found.variations.all(), on=on)
