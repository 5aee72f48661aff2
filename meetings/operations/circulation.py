"""A draft leaves the desk, and comes back to it."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_minute, check_may_publish
from boards.queries.terms import terms_on
from meetings.models import Meeting, Minutes
from meetings.operations.last_minutes import lay_where_approved
from meetings.queries.approved import corrections_of
from meetings.queries.checks import checked
from meetings.queries.entitled import sight_at
from meetings.rules import circulation as rules
from trust.tools.keeping import keep, keep_all
from trust.tools.refusal import Refused


def lock_minutes(pk: int) -> Minutes:
    """The minutes as they now stand, held so that nobody writes in them meanwhile."""
    return Minutes.objects.select_for_update(of=["self"]).select_related("meeting__board").get(pk=pk)


@transaction.atomic
def circulate_minutes(*, meeting: Meeting, by: Any, at: dt.datetime) -> Minutes:
    """Members may read the draft and comment on it from here on; it changes no more unless it returns to the desk."""
    check_may_publish(by, meeting.board)
    standing = Minutes.objects.filter(meeting=meeting).first()
    if standing is None:
        raise Refused("Nothing is minuted yet.")
    minutes, on = lock_minutes(standing.pk), timezone.localdate(at)
    found = checked(meeting, sight=sight_at(by, meeting))
    rules.check_can_circulate(minutes, meeting, found.standing, on=on)
    minutes.state, minutes.circulated_at, minutes.circulated_by = Minutes.State.CIRCULATED, at, by
    minutes.comments_until = rules.comments_until(terms_on(meeting.board, meeting.date), on=on)
    keep(minutes, by=by)
    _mark_as_held(minutes.meeting, by=by)
    lay_where_approved(minutes, by=by)
    return minutes


@transaction.atomic
def return_to_desk(*, minutes: Minutes, reason: str, by: Any) -> Minutes:
    """A circulated draft is written on again; members read it no longer until it is circulated anew.

    Where one board of a joint meeting has approved it already, it comes back as the next version: that approval was
    of other words.
    """
    check_may_minute(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    approved = minutes.approvals.filter(version=minutes.version).exists()
    noted = 0 if approved else corrections_of(minutes).count()
    rules.check_can_return_to_desk(minutes, reason, corrections=noted)
    _let_go_of_paragraphs(minutes, by=by)
    minutes.state, minutes.version = Minutes.State.DRAFT, minutes.version + approved
    minutes.circulated_at = minutes.circulated_by = minutes.comments_until = None
    minutes.cleared_at = minutes.cleared_by = None
    return keep(minutes, by=by, because=reason.strip())


def _mark_as_held(meeting: Meeting, *, by: Any) -> None:
    """A meeting whose minutes go out took place, whoever forgot to say so."""
    if meeting.state == Meeting.State.CALLED:
        meeting.state = Meeting.State.HELD
        keep(meeting, by=by)


def _let_go_of_paragraphs(minutes: Minutes, *, by: Any) -> None:
    """Paragraphs may go at the desk; comments stay with their item, and with the words they were about."""
    held = list(minutes.comments.exclude(block=None))
    for comment in held:
        comment.block = None
    keep_all(held, ["block"], by=by, because="The minutes returned to the desk.")
