"""One partner's money over all boards, for those who answer for it: they read it where they read no other paper."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from boards.models import Partner
from boards.queries.agreements import to_answer
from boards.queries.succession import answers_for_money, with_followed
from commissioning.models import Allocation, AllocationLine, Contribution, SpendReport
from commissioning.queries.ledger import contributions_put_in
from commissioning.queries.sight import allocations_seen_by, money_answered_for
from commissioning.queries.standing import standing_of
from commissioning.queries.states import STANDS, states_of
from commissioning.rules.contribution import counted
from commissioning.rules.ledger import Put, balances, put_of
from commissioning.rules.spend import latest
from commissioning.rules.statement import QUARTER, Share, Statement, Wait, report_wanted, share_of
from commissioning.rules.years import financial_year, year_of
from meetings.models import Consent
from meetings.queries.consent import waiting_for
from trust.tools.words import short_date, within


def partner_answered_for(reader: Any, slug: str) -> Partner:
    """404 for whoever does not answer for it, or for what took its place: its money is not told to others here."""
    found = Partner.objects.filter(slug=slug).first()
    if found is None or not answers_for_money(reader, found, on=timezone.localdate()):
        raise Http404("No statement is at this address.")
    return found


def partners_answered_for(reader: Any) -> QuerySet[Partner]:
    """Whose statement the reader may read: of one that ended, those of what took its place."""
    return money_answered_for(reader).order_by("name")


def statement_of(partner: Partner, reader: Any, *, year: int, on: dt.date) -> Statement:
    """A constant number of statements. What waits is told in the statement of this year only."""
    own = contributions_put_in(year, on).filter(partner=partner)
    puts = tuple(put_of(counted(one, one.variations.all(), on=on), one.fund) for one in own)
    every = list(_shares(partner, reader, year, on))
    shares = tuple(share for share in every if share.allocation.year is not None)
    undated = tuple(share for share in every if share.allocation.year is None)
    waits = tuple(_waits(partner, reader, puts, year, on)) if year == year_of(on) else ()
    return Statement(partner, year, puts, next(iter(balances(puts)), None), shares, waits, undated)


def _shares(partner: Partner, reader: Any, year: int, on: dt.date) -> Iterator[Share]:
    """Of the year, and those for which none is stated."""
    seen = allocations_seen_by(reader).filter(Q(year=year) | Q(year=None)).values("pk")
    lines = AllocationLine.objects.filter(partner=partner, allocation__in=seen)
    lines = lines.exclude(allocation__state=Allocation.State.WITHDRAWN)
    lines = lines.select_related("allocation__fund__board", "allocation__priority", "spending_line")
    consents = Consent.objects.select_related("person").order_by("recorded_at", "pk")
    found = lines.order_by("allocation__fund__name", "allocation").prefetch_related(
        Prefetch("spending_line__consents", consents), "allocation__spend_reports"
    )
    standings = standing_of([line.allocation for line in found], on=on)
    for line in found:
        if not standings[line.allocation_id].is_replaced:
            yield share_of(line, standings[line.allocation_id], line.allocation.spend_reports.all())


def years_with(partner: Partner, reader: Any) -> list[int]:
    """Financial years in which it puts something in, or has money allocated."""
    put_in = Contribution.objects.filter(partner=partner).values_list("year", flat=True)
    given = allocations_seen_by(reader).filter(lines__partner=partner).values_list("year", flat=True)
    years = {*put_in, *given}
    return sorted((year for year in years if year), reverse=True)


def _waits(partner: Partner, reader: Any, puts: tuple[Put, ...], year: int, on: dt.date) -> Iterator[Wait]:
    followed = set(with_followed(Partner.objects.filter(pk=partner.pk), on=on))
    for asked in waiting_for(reader):
        if asked.partner in followed:
            met = f"{asked.meeting.board}, {short_date(asked.meeting.date)}"
            whose = "your money" if asked.partner == partner else f"the money of {asked.partner}, whose place you took"
            yield Wait(f"Agree or object: {asked.amount} of {whose}, {met}.", asked.address)
    for read, stand in to_answer(reader, on=on):
        if stand.partner == partner:
            yield Wait(f"Answer “{read.agreement.title}”.", read.agreement.get_absolute_url())
    for put in puts:
        if put.pence is None and put.full_time_equivalent is None:
            what = f"{put.fund} in {financial_year(year)}: {put.kind_said.lower()}"
            yield Wait(f"Tell the officers of {within(str(put.fund.board))} what you put into {what}. No amount yet.")
    yield from _reports_wanted(followed, reader, on)


def _reports_wanted(partners: Collection[Partner], reader: Any, on: dt.date) -> Iterator[Wait]:
    """Of any year, for none is dropped; what stands, and has not been reported on lately."""
    lately = SpendReport.objects.filter(allocation=OuterRef("pk"), as_of__gte=on - dt.timedelta(days=QUARTER))
    own = allocations_seen_by(reader).filter(responsible__in=partners).exclude(state=Allocation.State.WITHDRAWN)
    silent = own.exclude(Exists(lately))
    standing = [pk for pk, state in states_of(silent, on=on).items() if state == STANDS]
    found = Allocation.objects.filter(pk__in=standing)
    reported = list(found.select_related("fund").prefetch_related("spend_reports").order_by("fund__name", "pk"))
    standings = standing_of(reported, on=on)
    for one in reported:
        if said := report_wanted(one, standings[one.pk], latest(one.spend_reports.all()), on=on):
            yield Wait(said, one.get_absolute_url())
