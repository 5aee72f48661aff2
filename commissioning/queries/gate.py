"""Why nothing may be allocated from a fund on a day: what its agreement in law lacks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q

from boards.models import Agreement, Partner, PartnerSuccession
from boards.queries.agreements import Read, in_law, read_on
from boards.rules.adoption import SILENT, Stand
from boards.rules.adoption import WORDS as ANSWERS
from commissioning.models import AgreementContent, Contribution, Fund
from commissioning.rules import gate as rules
from commissioning.rules.gate import Basis, Gate, Owner
from commissioning.rules.years import year_of


def gate_of(fund: Fund, *, on: dt.date) -> Gate:
    return gates_of([fund], on=on)[fund.pk]


def gates_of(funds: Iterable[Fund], *, on: dt.date) -> dict[int, Gate]:
    """By fund. Nine statements at most, however many funds."""
    found = list(funds)
    resting = [one for one in found if one.kind in (Fund.Kind.POOLED, Fund.Kind.ALIGNED) and one.agreement_id]
    agreements = Agreement.objects.filter(pk__in=[one.agreement_id for one in resting]).select_related("board")
    reads = {read.agreement.pk: read for read in read_on(agreements, on=on)} if resting else {}
    owners, contents = _owners(resting, reads, on), contents_of(reads)
    answer = {}
    for fund in found:
        read = reads.get(fund.agreement_id or 0)
        law = in_law(read) if read else None
        basis = Basis(law, owners.get(fund.pk, ()), contents.get(fund.agreement_id or 0, {}))
        answer[fund.pk] = rules.gate(fund, basis, on=on)
    return answer


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


def _owners(funds: Collection[Fund], reads: dict[int, Read], on: dt.date) -> dict[int, list[Owner]]:
    """Who puts something into each, in the year of the day or later, and has not withdrawn it. Two statements."""
    puts = Contribution.objects.filter(fund__in=funds, year__gte=year_of(on)) if funds else Contribution.objects.none()
    lasting = puts.filter(Q(withdrawn_date=None) | Q(withdrawn_date__gt=on)).select_related("partner")
    partners: dict[int, dict[int, Partner]] = defaultdict(dict)
    for one in lasting:
        partners[one.fund_id][one.partner_id] = one.partner
    gone = {pk for each in partners.values() for pk, one in each.items() if one.ended_date and one.ended_date < on}
    after = defaultdict(list)
    if gone:
        for told in PartnerSuccession.objects.filter(predecessor__in=gone).select_related("successor"):
            after[told.predecessor_id].append(told.successor)
    agreement_of = {fund.pk: reads[fund.agreement_id] for fund in funds if fund.agreement_id in reads}
    return {
        fund: [
            _owner(Owner(partner, successors=tuple(after[partner.pk])), agreement_of[fund].stand_of(partner))
            for partner in sorted(each.values(), key=lambda one: one.name)
        ]
        for fund, each in partners.items()
        if fund in agreement_of
    }


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
