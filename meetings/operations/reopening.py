"""Approved minutes are opened again: the version left behind stays sealed, signed and readable as it was."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_publish
from boards.queries.terms import terms_on
from meetings.models import Minutes, Reopening, Seal
from meetings.operations.circulation import lock_minutes
from meetings.operations.seal import seal_event
from meetings.queries.closed_business import exposed_in
from meetings.queries.withheld import withheld_at, without
from meetings.rules import reopening as rules
from meetings.rules.circulation import comments_until
from meetings.rules.exposed import check_reason_tells_nothing
from trust.tools.keeping import keep
from trust.tools.plain import plain


@transaction.atomic
def reopen_minutes(*, minutes: Minutes, reason: str, by: Any, at: dt.datetime) -> Minutes:
    """They are a circulated draft of the next version: corrected or returned to the desk, approved and signed anew."""
    check_may_publish(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    reason = plain(reason).strip()
    rules.check_can_reopen(minutes, reason)
    _check_tells_nothing(minutes, reason)
    left, meeting, state = minutes.version, minutes.meeting, minutes.get_state_display()
    keep(Reopening(minutes=minutes, version_left=left, reason=reason, at=at, by=by), by=by)
    minutes.state, minutes.version = Minutes.State.CIRCULATED, left + 1
    minutes.circulated_at, minutes.circulated_by = at, by
    minutes.comments_until = comments_until(terms_on(meeting.board, meeting.date), on=timezone.localdate(at))
    minutes.cleared_at = minutes.cleared_by = minutes.approved_at = minutes.approved_by = None
    minutes.published_at = minutes.published_by = None
    keep(minutes, by=by, because=f"Reopened as version {minutes.version}. {reason}")
    told = {"reason": reason, "was": state.lower(), "version": left, "next_version": minutes.version}
    seal_event(minutes=minutes, event=Seal.Event.REOPENED, record=told, by=by, at=at, version=left)
    return minutes


def _check_tells_nothing(minutes: Minutes, reason: str) -> None:
    named = [name for name in withheld_at(minutes.meeting) if without(reason, {name: ""}) != reason]
    check_reason_tells_nothing(exposed_in(minutes, "The reason", reason), named)
