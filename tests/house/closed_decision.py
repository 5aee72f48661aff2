"""A decision of the closed board with money, a dispute, a condition and a power: what others must not find."""

import datetime as dt
from typing import Any

from django.utils import timezone

from meetings.models import (
    AgendaItem,
    Condition,
    Consultation,
    Decision,
    DelegationUse,
    Dispute,
    Minutes,
    Negotiator,
    SpendingLine,
)
from tests.cast import Cast
from tests.factories import create_block

DAY = dt.date(2025, 10, 14)


def furnish_decision(cast: Cast, minutes: Minutes, item: AgendaItem) -> dict[str, Any]:
    """One of everything that stands beside a decision; returns what to put into addresses."""
    block = create_block(minutes, item, "That £5,000 be spent on Moorings.", kind="decision")
    recorded = {"recorded_at": timezone.now(), "recorded_by": cast.clerk, "outcome": "status_quo"}
    decision = Decision.objects.create(block=block, kind="agreed", delegated_to="Ffion Penrose", **recorded)
    line = SpendingLine.objects.create(decision=decision, partner=cast.health, amount_pence=500_000, purpose="Moorings")
    dispute = Dispute.objects.create(decision=decision, opened_date=DAY)
    dispute.partners.add(cast.health)
    used = {"date": DAY, "by_whom": "Ffion Penrose", "what": "Moorings.", "recorded_at": timezone.now()}
    return {
        "decision_key": block.key,
        "line": line.pk,
        "negotiator": Negotiator.objects.create(dispute=dispute, name="Ffion Penrose").pk,
        "consultation": Consultation.objects.create(dispute=dispute, body="Moorings group", asked_date=DAY).pk,
        "condition": Condition.objects.create(decision=decision, body="Moorings board").pk,
        "use": DelegationUse.objects.create(decision=decision, recorded_by=cast.clerk, **used).pk,
    }
