"""Approved minutes are published, and publication is withdrawn."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.permissions import check_may_publish
from meetings.models import Edition, Minutes
from meetings.operations.circulation import lock_minutes
from meetings.operations.signing import ask_for_signed_minutes
from meetings.rules import publication as rules
from trust.tools.keeping import keep


@transaction.atomic
def publish_minutes(*, minutes: Minutes, by: Any, at: dt.datetime) -> Minutes:
    """From here on the public edition is as open as the board itself, and the worker seals it for its readers."""
    check_may_publish(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    rules.check_can_publish(minutes)
    minutes.published_at, minutes.published_by = at, by
    keep(minutes, by=by, because="Published")
    ask_for_signed_minutes(minutes=minutes, edition=Edition.PUBLIC, by=by)
    return minutes


@transaction.atomic
def withdraw_publication(*, minutes: Minutes, reason: str, by: Any) -> Minutes:
    """The public reads the minutes no longer; those entitled still do, and history keeps the reason."""
    check_may_publish(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    rules.check_can_withdraw(minutes, reason)
    minutes.published_at = minutes.published_by = None
    return keep(minutes, by=by, because=reason.strip())
