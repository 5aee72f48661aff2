"""Why nothing may be allocated from a fund on a day: what its agreement in law lacks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max

from boards.models import Agreement, Partner
from boards.queries.agreements import Read, in_law, reads_on
from boards.rules.adoption import SILENT, Stand
from boards.rules.adoption import WORDS as ANSWERS
from commissioning.models import AgreementContent, Contribution, Fund
from commissioning.queries.contributions import successors_of
from commissioning.rules import gate as rules
from commissioning.rules.gate import Basis, Gate, Owner
from commissioning.rules.years import year_of

#: Kinds of fund that rest on an agreement in law.
RESTING = (Fund.Kind.POOLED, Fund.Kind.ALIGNED)


def gate_of(fund: Fund, *, on: dt.date) -> Gate:
    return gates_of([fund], on=on)[fund.pk]


def gates_of(funds: Iterable[Fund], *, on: dt.date) -> dict[int, Gate]:
    """By fund. Nine statements at most, however many funds."""
    return {fund: gate for (fund, _), gate in gates_on(funds, [on]).items()}


def gates_on(funds: Iterable[Fund], days: Collection[dt.date]) -> dict[tuple[int, dt.date], Gate]:
    """By fund and day, in no more statements however many days."""
    found = list(funds)
    resting = {one.pk: one.agreement_id or 0 for one in found if one.kind in RESTING and one.agreement_id}
    agreements = Agreement.objects.filter(pk__in=resting.values()).select_related("board")
    reads = reads_on(agreements, days) if resting and days else {}
    put_in, contents = _put_in(resting, days), contents_of(resting.values())
    return {
        (fund.pk, on): rules.gate(fund, _basis(fund, read, put_in, contents, on), on=on)
        for on in days
        for by_key in [{read.agreement.pk: read for read in reads.get(on, [])}]
        for fund in found
        for read in [by_key.get(resting.get(fund.pk, 0))]
    }


def _basis(
    fund: Fund, read: Read | None, put_in: "_PutIn", contents: Mapping[int, Mapping[str, str]], on: dt.date
) -> Basis:
    if read is None:
        return Basis()
    return Basis(in_law(read), _owners(put_in, fund, read, on), contents.get(read.agreement.pk, {}))


def contents_of(agreements: Collection[int]) -> dict[int, dict[str, str]]:
    """Where each agreement says which of the seven. One statement."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    if agreements:
        for one in AgreementContent.objects.filter(agreement__in=agreements).select_related("clause"):
            found[one.agreement_id][one.content] = place_of(one)
    return found


def place_of(content: AgreementContent) -> str:
    """Clause 4, schedule 2, page 14"""
    clause = f"Clause {content.clause.number}" if content.clause else ""
    return ", ".join(part for part in (clause, content.place) if part)


@dataclass(frozen=True)
class _PutIn:
    """Who puts something into each fund, until which year and which day, by fund; and who came after whom."""

    until: Mapping[int, Sequence[tuple[Partner, int, dt.date | None]]]
    after: Mapping[int, Sequence[Partner]]


def _put_in(funds: Collection[int], days: Collection[dt.date]) -> _PutIn:
    """Three statements; of a partner’s contributions to a fund only the last year counts here."""
    if not funds or not days:
        return _PutIn({}, {})
    puts = Contribution.objects.filter(fund__in=funds, year__gte=year_of(min(days))).order_by()
    lasting = puts.values_list("fund", "partner", "withdrawn_date").annotate(Max("year"))
    told = list(lasting)
    partners = Partner.objects.in_bulk({partner for _, partner, *_ in told})
    until: dict[int, list[tuple[Partner, int, dt.date | None]]] = defaultdict(list)
    for fund, partner, withdrawn, year in told:
        until[fund].append((partners[partner], year, withdrawn))
    return _PutIn(until, successors_of(partners.values()))


def _owners(put_in: _PutIn, fund: Fund, read: Read, on: dt.date) -> list[Owner]:
    """Who puts something in, in the year of the day or later, and has not withdrawn it by then."""
    there = {
        partner
        for partner, year, withdrawn in put_in.until.get(fund.pk, [])
        if year >= year_of(on) and (withdrawn is None or withdrawn > on)
    }
    return [
        _owner(Owner(partner, successors=_after(put_in, partner, on)), read.stand_of(partner))
        for partner in sorted(there, key=lambda one: one.name)
    ]


def _after(put_in: _PutIn, partner: Partner, on: dt.date) -> tuple[Partner, ...]:
    """Who came after it, where it had ended by the day."""
    ended = partner.ended_date is not None and partner.ended_date < on
    return tuple(put_in.after.get(partner.pk, ())) if ended else ()


def _owner(owner: Owner, stand: Stand | None) -> Owner:
    if stand is None:
        return owner
    asked = stand.asked
    return Owner(
        partner=owner.partner,
        has_agreed=stand.is_settled,
        asked_date=asked.asked_date if asked else None,
        body=asked.body if asked else "",
        answer=ANSWERS[stand.state] if stand.state != SILENT else "",
        successors=owner.successors,
    )
