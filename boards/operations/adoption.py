"""What a partner’s own body answered to an agreement, whole or clause by clause."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import Adoption, Agreement, Clause, Delegation, Partner
from boards.permissions import check_may_manage_agreement, may_answer_for
from boards.rules import adoption as rules
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused


@dataclass(frozen=True)
class Authority:
    """Which body decided it, when, what says so, and under which delegated power, if any."""

    by_body: str
    decided_date: dt.date
    paper: str = ""
    delegation: Delegation | None = None


@dataclass(frozen=True)
class Said:
    """One answer, with the amendment in the partner’s own words."""

    answer: str
    amendment: str = ""


@transaction.atomic
def answer(
    *,
    agreement: Agreement,
    partner: Partner,
    said: Mapping[int | None, Said],
    authority: Authority,
    by: Any,
    at: dt.datetime,
) -> list[Adoption]:
    """Put down answers by the clause’s key, None for the whole: all of them or, where one is refused, none.

    An answer of the same day to the same clause is put right in its place, and its history keeps what it was.
    """
    agreement = _held(agreement)
    is_its_own = _check_authority(agreement, partner, authority, by, timezone.localdate(at))
    clauses = {clause.pk: clause for clause in agreement.clauses.all()}
    if set(said) - {None, *clauses}:
        raise Refused(rules.NO_SUCH_CLAUSE)
    if not said:
        raise Refused("Nothing is answered yet: choose an answer.")
    told: dict[str, Any] = {"agreement": agreement, "partner": partner, "authority": authority, "by": by, "at": at}
    told |= {"is_its_own": is_its_own}
    return [_put_down(clauses.get(key) if key else None, one, **told) for key, one in said.items()]


def _held(agreement: Agreement) -> Agreement:
    return Agreement.objects.select_for_update(of=["self"]).select_related("board").get(pk=agreement.pk)


def _check_authority(agreement: Agreement, partner: Partner, authority: Authority, by: Any, today: dt.date) -> bool:
    """Who may, whether it was asked, and whether its decision is one. Returns whether it is the partner’s own word."""
    by_partner = _check_may_answer(agreement, partner, by, today)
    asked = agreement.asked.filter(partner=partner).first()
    rules.check_can_answer(agreement, is_asked=asked is not None, partner=partner)
    assert asked is not None
    rules.check_authority(
        decided=authority.decided_date,
        asked=asked.asked_date,
        today=today,
        paper=authority.paper,
        by_partner=by_partner,
        delegation=authority.delegation,
        partner=partner,
    )
    return by_partner


def _check_may_answer(agreement: Agreement, partner: Partner, by: Any, on: dt.date) -> bool:
    """Whether the partner’s own; an officer enters it for them, anybody else is refused."""
    if may_answer_for(by, partner):
        return True
    check_may_manage_agreement(by, agreement, on=on)
    return False


def _put_down(
    clause: Clause | None,
    said: Said,
    *,
    agreement: Agreement,
    partner: Partner,
    authority: Authority,
    is_its_own: bool,
    by: Any,
    at: dt.datetime,
) -> Adoption:
    rules.check_answer(said.answer, said.amendment, clause)
    same = {"agreement": agreement, "partner": partner, "clause": clause, "decided_date": authority.decided_date}
    adoption = Adoption.objects.filter(**same).first() or Adoption(**same)
    rules.check_left_to_partner(adoption, by_partner=is_its_own)
    adoption.is_its_own, adoption.answer = is_its_own, said.answer
    adoption.amendment = said.amendment if said.answer == Adoption.Answer.AMENDED else ""
    adoption.by_body, adoption.paper, adoption.delegation = authority.by_body, authority.paper, authority.delegation
    adoption.recorded_at, adoption.recorded_by = at, by
    return keep(adoption, by=by)


@transaction.atomic
def take_back(*, adoption: Adoption, why: str, by: Any, on: dt.date) -> None:
    """An answer entered by mistake; its history keeps it with the reason."""
    agreement = _held(adoption.agreement)
    rules.check_left_to_partner(adoption, by_partner=_check_may_answer(agreement, adoption.partner, by, on))
    if not why:
        raise Refused("Say why this answer is taken back.")
    discard(adoption, by=by, because=why)
