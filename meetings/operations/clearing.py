"""The chair clears a draft, and takes that back."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.permissions import check_may_chair
from boards.queries.terms import terms_on
from meetings.models import Comment, Minutes
from meetings.operations.circulation import lock_minutes
from meetings.rules import clearing as rules
from trust.tools.keeping import keep


@transaction.atomic
def clear_minutes(*, minutes: Minutes, by: Any, at: dt.datetime) -> Minutes:
    """The chair has looked the draft through: comments close, and it waits for approval."""
    minutes = lock_minutes(minutes.pk)
    check_may_chair(by, minutes.meeting.board)
    terms = terms_on(minutes.meeting.board, minutes.meeting.date)
    unanswered = minutes.comments.filter(version=minutes.version, state=Comment.State.OPEN).count()
    rules.check_can_clear(minutes, terms, unanswered=unanswered)
    minutes.state, minutes.cleared_at, minutes.cleared_by = Minutes.State.CLEARED, at, by
    return keep(minutes, by=by, because="Cleared by the chair")


@transaction.atomic
def take_back_clearing(*, minutes: Minutes, reason: str, by: Any) -> Minutes:
    """The draft is circulated, as it was before; history keeps that it was cleared, and why no longer."""
    minutes = lock_minutes(minutes.pk)
    check_may_chair(by, minutes.meeting.board)
    rules.check_can_take_back(minutes, reason)
    minutes.state, minutes.cleared_at, minutes.cleared_by = Minutes.State.CIRCULATED, None, None
    return keep(minutes, by=by, because=reason.strip())
