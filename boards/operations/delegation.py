"""Powers that a partner’s body gives to a post, and their uses."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import DelegatedAct, Delegation, Partner
from boards.permissions import check_may_speak_for
from boards.rules import delegation as rules
from trust.tools.keeping import keep


@transaction.atomic
def delegate(*, partner: Partner, by: Any, on: dt.date, **given: Any) -> Delegation:
    """``given``: from_body, to_post, in_consultation_with, scope, paper, from_date, to_date."""
    check_may_speak_for(by, partner, on=on)
    return keep(Delegation(partner=partner, **given), by=by)


@transaction.atomic
def end_delegation(*, delegation: Delegation, last_day: dt.date, why: str, by: Any, on: dt.date) -> Delegation:
    check_may_speak_for(by, delegation.partner, on=on)
    rules.check_can_end(delegation, last_day)
    delegation.to_date = last_day
    return keep(delegation, by=by, because=why)


@transaction.atomic
def list_use(*, delegation: Delegation, by: Any, at: dt.datetime, **given: Any) -> DelegatedAct:
    """``given``: date, by_whom, consulted, what."""
    today = timezone.localdate(at)
    check_may_speak_for(by, delegation.partner, on=today)
    rules.check_can_use(given["date"], today=today)
    return keep(DelegatedAct(delegation=delegation, recorded_at=at, recorded_by=by, **given), by=by)
