"""Approved minutes go to the boards that receive them, and answer who asked for them (gap 8)."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from meetings.models import Minutes
from meetings.operations.arrival import lay_waiting
from meetings.queries.arrival import receiving_boards, requests_for_minutes
from trust.tools.keeping import keep


@transaction.atomic
def deliver(*, minutes: Minutes, by: Any) -> None:
    """Called when the minutes are approved: an item for information lands on each receiving board's next agenda.

    A request of such a board that asked for them is closed: they begin to arrive. Readers of the receiving board read
    of these minutes what they may read anyhow.
    """
    if minutes.approved_at is None:
        return
    receiving = receiving_boards(minutes, on=timezone.localdate(minutes.approved_at))
    for board in receiving:
        lay_waiting(board=board, by=by)
    for referral in requests_for_minutes(minutes, receiving).select_for_update(of=["self"]):
        referral.reply_minutes = minutes
        keep(referral, by=by, because="The minutes asked for began to arrive")
