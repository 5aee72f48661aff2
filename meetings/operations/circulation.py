"""A draft leaves the desk, and comes back to it."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import SEE_EXEMPT, check_may_minute, check_may_publish, words_on
from meetings.models import Meeting, Minutes
from meetings.queries.checks import checked
from meetings.rules import circulation as rules
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


def lock_minutes(pk: int) -> Minutes:
    """The minutes as they now stand, held so that nobody writes in them meanwhile."""
    return Minutes.objects.select_for_update(of=["self"]).select_related("meeting__board").get(pk=pk)


@transaction.atomic
def circulate_minutes(*, meeting: Meeting, by: Any, at: dt.datetime) -> Minutes:
    """Members may read the draft from here on; it changes no more unless it is returned to the desk."""
    check_may_publish(by, meeting.board)
    standing = Minutes.objects.filter(meeting=meeting).first()
    if standing is None:
        raise Refused("Nothing is minuted yet.")
    minutes = lock_minutes(standing.pk)
    found = checked(meeting, with_exempt=SEE_EXEMPT in words_on(by, meeting.board))
    rules.check_can_circulate(minutes, meeting, found.standing, on=timezone.localdate(at))
    minutes.state, minutes.circulated_at, minutes.circulated_by = Minutes.State.CIRCULATED, at, by
    return keep(minutes, by=by)


@transaction.atomic
def return_to_desk(*, minutes: Minutes, reason: str, by: Any) -> Minutes:
    """A circulated draft is written on again; members read it no longer until it is circulated anew."""
    check_may_minute(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    rules.check_can_return_to_desk(minutes, reason, corrections=minutes.corrections.count())
    minutes.state, minutes.circulated_at, minutes.circulated_by = Minutes.State.DRAFT, None, None
    return keep(minutes, by=by, because=reason.strip())
