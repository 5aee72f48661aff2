"""The powers a partner has delegated, each with every use the reader may know of."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import Http404

from boards.models import Adoption, Delegation, Partner
from boards.permissions import may_speak_for
from boards.queries.agreements import agreements_known_to
from boards.queries.partners import has_colleagues_at, partner_for
from boards.rules.delegation import amiss


@dataclass(frozen=True)
class Use:
    """``address``: of the agreement that was answered under the power, where it was that."""

    date: dt.date
    what: str
    by_whom: str
    consulted: str
    amiss: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True)
class Power:
    delegation: Delegation
    uses: tuple[Use, ...]
    is_in_force: bool


def partner_with_powers(reader: Any, slug: str, *, on: dt.date) -> Partner:
    """For those who work with the partner or speak for it; 404 for others."""
    partner = partner_for(reader, slug)
    if not reader.is_authenticated or not (has_colleagues_at(partner, reader) or may_speak_for(reader, partner, on=on)):
        raise Http404("No delegations are at this address.")
    return partner


def powers(partner: Partner, reader: Any, *, on: dt.date) -> list[Power]:
    """Latest first. A constant number of statements."""
    known = Adoption.objects.filter(agreement__in=agreements_known_to(reader, on=on))
    known = known.select_related("agreement", "clause").order_by("decided_date", "pk")
    found = partner.delegations.prefetch_related("acts", Prefetch("uses", known)).order_by("-from_date", "-pk")
    return [Power(one, _uses(one), one.holds_on(on)) for one in found]


def _uses(power: Delegation) -> tuple[Use, ...]:
    acts = [
        Use(act.date, act.what, act.by_whom, act.consulted, amiss(power, act.date, act.consulted))
        for act in power.acts.all()
    ]
    return tuple(sorted([*acts, *(_answer(power, one) for one in power.uses.all())], key=lambda use: use.date))


def _answer(power: Delegation, one: Adoption) -> Use:
    clause = f", clause {one.clause.number}" if one.clause else ""
    what = f"{one.get_answer_display()}: {one.agreement}{clause}"
    marks = amiss(power, one.decided_date, None)
    return Use(one.decided_date, what, one.by_body, "", marks, one.agreement.get_absolute_url())


def delegation_for(partner: Partner, pk: int) -> Delegation:
    found = partner.delegations.select_related("partner").filter(pk=pk).first()
    if found is None:
        raise Http404("This partner has delegated no such power.")
    return found
