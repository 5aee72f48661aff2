"""Minutes that no following meeting can approve are approved by the closing rule."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_minute
from boards.queries.access import readers_of
from boards.queries.terms import terms_on
from meetings.models import Approval, Minutes
from meetings.operations.approved import lock_as_approved, rule_on_corrections
from meetings.operations.circulation import lock_minutes
from meetings.queries.approval import chairing
from meetings.queries.comment import comments_on, unanswered
from meetings.queries.meeting import next_meeting
from meetings.rules import closing as rules
from trust.tools.keeping import keep


@transaction.atomic
def close_minutes(
    *, minutes: Minutes, by: Any, at: dt.datetime, not_accepted: Mapping[int, str] | None = None
) -> Minutes:
    """Approve, lock and seal without a meeting; who presided at the meeting itself stands for who signs."""
    check_may_minute(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    meeting = minutes.meeting
    terms = terms_on(meeting.board, meeting.date)
    later = next_meeting(meeting) if meeting.board.ended_date else None
    waiting, on = unanswered(minutes), timezone.localdate(at)
    rules.check_can_close(minutes, terms, later=later, unanswered=waiting, on=on)
    words = rules.closing_words(minutes, readers=readers_of(meeting.board), comments=comments_on(minutes).count())
    approval = Approval(minutes=minutes, version=minutes.version, closing_rule=words, recorded_at=at, recorded_by=by)
    approval.presiding = chairing(meeting).presiding
    keep(approval, by=by)
    rule_on_corrections(minutes, not_accepted or {}, by=by)
    lock_as_approved(minutes, how="by the closing rule", by=by, at=at)
    return minutes
