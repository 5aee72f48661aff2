"""What a decision delegates, and every use that is made of it."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from meetings.models import Decision, DelegationUse
from meetings.operations.spending import held, held_open
from meetings.rules import delegation as rules
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain, plain_line
from trust.tools.refusal import Refused


@transaction.atomic
def delegate(*, decision: Decision, to: str, consulted: str, scope: str, until: dt.date | None, by: Any) -> Decision:
    """To whom, in consultation with whom, for what, until when; an empty ``to`` delegates nothing."""
    decision = held_open(decision, by)
    to, consulted, scope = plain_line(to), plain_line(consulted), plain(scope).strip()
    rules.check_delegation(to, consulted, scope, until, held=decision.block.item.meeting.date)
    rules.check_has_no_uses(decision.uses.count())
    decision.delegated_to, decision.in_consultation_with = to, consulted
    decision.delegation_scope, decision.delegated_until = scope, until
    return keep(decision, by=by)


@transaction.atomic
def record_use(
    *, decision: Decision, on: dt.date, by_whom: str, consulted: str, what: str, by: Any, at: dt.datetime
) -> DelegationUse:
    """What was decided under the power, by whom, whom they consulted. One that was not in order is marked."""
    decision = held(decision, by)
    rules.check_can_use(decision, on=on, today=timezone.localdate(at))
    use = DelegationUse(
        decision=decision,
        date=on,
        by_whom=plain_line(by_whom),
        consulted=plain_line(consulted),
        what=plain(what).strip(),
        recorded_at=at,
        recorded_by=by,
    )
    return keep(use, by=by)


@transaction.atomic
def take_use_away(*, use: DelegationUse, reason: str, by: Any) -> None:
    """It was entered by mistake; history keeps it with the reason."""
    held(use.decision, by)
    if not reason.strip():
        raise Refused("Say why this use is taken away.")
    discard(use, by=by, because=plain(reason).strip())
