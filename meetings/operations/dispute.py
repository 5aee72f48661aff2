"""Partners that differ on spending their money: a dispute opens with what is recorded (requirement 1.16)."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction

from boards.models import Partner
from boards.permissions import check_may_minute
from meetings.models import Decision, Dispute
from meetings.rules.consent import agrees
from trust.tools.keeping import discard, keep


@transaction.atomic
def open_dispute(*, decision: Decision, partners: Collection[Partner], by: Any, on: dt.date) -> Dispute:
    """The status quo remains and these partners differ. One that ended is opened anew."""
    check_may_minute(by, decision.block.item.meeting.board)
    dispute = Dispute.objects.select_for_update(of=("self",)).filter(decision=decision).first()
    if dispute is None:
        dispute = Dispute(decision=decision, opened_date=on)
    elif dispute.state != Dispute.State.OPEN:
        dispute.state, dispute.opened_date, dispute.closes_date = Dispute.State.OPEN, on, None
        dispute.ended_date, dispute.ended_words = None, ""
    keep(dispute, by=by, because="The status quo remains")
    if set(partners) != set(dispute.partners.all()):
        dispute.partners.set(partners)
    return dispute


@transaction.atomic
def close_without_trace(*, decision: Decision, by: Any, because: str) -> None:
    """What was decided is recorded anew and nobody differs any more: the dispute was none. History keeps it."""
    check_may_minute(by, decision.block.item.meeting.board)
    for dispute in Dispute.objects.select_for_update(of=("self",)).filter(decision=decision):
        for part in (*dispute.negotiators.all(), *dispute.consultations.all()):
            discard(part, by=by, because=because)
        dispute.partners.clear()
        discard(dispute, by=by, because=because)


def follow_outcome(*, decision: Decision, against: Collection[Partner] = (), by: Any, on: dt.date) -> Dispute | None:
    """What follows from the outcome just recorded: a dispute where the status quo remains, none where it does not.

    The partners in dispute are those that have not agreed to spend their money, and those that spoke ``against``.
    """
    if decision.outcome != Decision.Outcome.STATUS_QUO:
        close_without_trace(decision=decision, by=by, because="What was decided was recorded anew")
        return None
    lines = decision.spending.select_related("partner").prefetch_related("consents")
    owners = [line.partner for line in lines if not agrees(line)]
    return open_dispute(decision=decision, partners=list(dict.fromkeys([*owners, *against])), by=by, on=on)


def settle(dispute: Dispute, *, state: str, on: dt.date, words: str, by: Any) -> Dispute:
    """Write how it ended. Who may, and whether it can, the caller has asked."""
    dispute.state, dispute.ended_date, dispute.ended_words = state, on, words
    return keep(dispute, by=by, because=words)
