"""Members comment on a circulated draft; the officers take each up as a correction, or say why not."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Comment, Minute, Minutes
from meetings.operations.circulation import lock_minutes
from meetings.operations.comment_mail import tell_author, tell_officers
from meetings.operations.correction import note_correction, note_record_correction
from meetings.permissions import check_may_comment
from meetings.queries.entitled import check_sees
from meetings.rules import comment as rules
from trust.tools.keeping import keep

State = Comment.State


@transaction.atomic
def make_comment(
    *, minutes: Minutes, item: AgendaItem | None, block: Minute | None, text: str, by: Any, at: dt.datetime
) -> Comment:
    """A comment on the whole, an item or a paragraph; the words of the paragraph are kept with it."""
    minutes = lock_minutes(minutes.pk)
    check_may_comment(by, minutes.meeting)
    rules.check_can_comment(minutes, on=timezone.localdate(at))
    item = block.item if block else item
    if item is not None:
        check_sees(by, item)
    made = Comment(minutes=minutes, version=minutes.version, item=item, block=block)
    made.text, made.quoted = rules.said(text), block.text if block else ""
    made.person, made.made_at, made.made_by = getattr(by, "person", None), at, by
    made = keep(made, by=by)
    tell_officers(made)
    return made


@transaction.atomic
def withdraw_comment(*, comment: Comment, by: Any) -> Comment:
    """The author takes it back; that it was made stays."""
    comment = _held(comment)
    rules.check_can_withdraw(comment, by.pk)
    comment.state = State.WITHDRAWN
    return keep(comment, by=by, because="Withdrawn by its author")


@transaction.atomic
def take_up(*, comment: Comment, paragraph: Minute, text: str, answer: str, by: Any, at: dt.datetime) -> Comment:
    """The comment becomes a correction: the paragraph as it should read."""
    comment = _answering(comment, by)
    note_correction(block=paragraph, text=text, comment=comment, by=by)
    return _answered(comment, State.TAKEN_UP, answer or "Taken up as a correction.", by=by, at=at)


@transaction.atomic
def take_up_in_record(*, comment: Comment, line: str, becomes: str, answer: str, by: Any, at: dt.datetime) -> Comment:
    """The comment becomes a correction of who was there."""
    comment = _answering(comment, by)
    note_record_correction(minutes=comment.minutes, was=line, becomes=becomes, comment=comment, by=by)
    return _answered(comment, State.TAKEN_UP, answer or "Taken up as a correction.", by=by, at=at)


@transaction.atomic
def leave_as_is(*, comment: Comment, answer: str, by: Any, at: dt.datetime) -> Comment:
    """The words stay, and the member reads why."""
    comment = _answering(comment, by)
    return _answered(comment, State.NOT_TAKEN_UP, rules.said(answer), by=by, at=at)


def _answering(comment: Comment, by: Any) -> Comment:
    minutes = lock_minutes(comment.minutes_id)
    check_may_minute(by, minutes.meeting.board)
    comment = _held(comment)
    rules.check_can_answer(comment, minutes)
    comment.minutes = minutes
    return comment


def _held(comment: Comment) -> Comment:
    return Comment.objects.select_for_update(of=["self"]).select_related("block__item", "item").get(pk=comment.pk)


def _answered(comment: Comment, state: str, answer: str, *, by: Any, at: dt.datetime) -> Comment:
    comment.state, comment.answer, comment.answered_at, comment.answered_by = state, answer, at, by
    comment = keep(comment, by=by)
    tell_author(comment)
    return comment
