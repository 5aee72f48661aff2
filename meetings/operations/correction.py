"""Corrections noted against circulated minutes; they are made when the minutes are approved."""

from typing import Any

from django.db import transaction

from boards.permissions import check_may_minute
from meetings.models import Comment, Correction, Minute, Minutes
from meetings.operations.circulation import lock_minutes
from meetings.queries.approval import held_by
from meetings.queries.approved import approvals_of, corrections_of
from meetings.queries.entitled import check_sees
from meetings.rules import correction as rules
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain, plain_line
from trust.tools.refusal import Refused


@transaction.atomic
def note_correction(*, block: Minute, text: str, by: Any, comment: Comment | None = None) -> Correction:
    """``text`` is the paragraph as it should read; what differs from it now is the correction."""
    minutes = _open(block.minutes_id, block, by)
    earlier = list(corrections_of(minutes).filter(block=block))
    reads = rules.corrected(block.text, [(noted.was, noted.becomes) for noted in earlier])
    was, becomes = rules.difference(reads, plain(text).strip())
    rules.check_correction(reads, was, becomes)
    noted = Correction(minutes=minutes, item=block.item, block=block, was=was, becomes=becomes, comment=comment)
    return _keep(noted, minutes, by=by)


@transaction.atomic
def note_record_correction(
    *, minutes: Minutes, was: str, becomes: str, by: Any, comment: Comment | None = None
) -> Correction:
    """A correction to who was there, presided or declared: printed beside the list, which itself stays as it was."""
    minutes = _open(minutes.pk, None, by)
    was, becomes = plain_line(was), plain_line(becomes)
    rules.check_record_correction(was, becomes)
    noted = Correction(minutes=minutes, was=was, becomes=becomes, comment=comment)
    return _keep(noted, minutes, by=by)


@transaction.atomic
def take_correction_away(*, correction: Correction, by: Any) -> None:
    """Refused while a later correction of the same paragraph stands on it. A comment it took up waits again."""
    minutes = _open(correction.minutes_id, correction.block, by)
    if correction.block is not None:
        others = corrections_of(minutes).filter(block=correction.block).exclude(pk=correction.pk)
        try:
            rules.corrected(correction.block.text, [(noted.was, noted.becomes) for noted in others])
        except Refused:
            raise Refused("A later correction of this paragraph stands on this one: take that away first.") from None
    comment = correction.comment
    discard(correction, by=by)
    if comment is not None and not comment.corrections.exists():
        comment.state, comment.answer = Comment.State.OPEN, ""
        comment.answered_at = comment.answered_by = None
        keep(comment, by=by, because="The correction that took it up was taken away.")


def _keep(noted: Correction, minutes: Minutes, *, by: Any) -> Correction:
    """Last of those to the version that now stands."""
    noted.version = minutes.version
    noted.position = 1 + max((one.position for one in corrections_of(minutes)), default=0)
    return keep(noted, by=by)


def _open(minutes_pk: int, block: Minute | None, by: Any) -> Minutes:
    minutes = lock_minutes(minutes_pk)
    check_may_minute(by, minutes.meeting.board)
    if block is not None:
        check_sees(by, block.item)
    rules.check_can_correct(minutes)
    done = {approval.at_meeting.board_id for approval in approvals_of(minutes) if approval.at_meeting}
    rules.check_no_board_approved([board.name for board in held_by(minutes.meeting) if board.pk in done])
    return minutes
