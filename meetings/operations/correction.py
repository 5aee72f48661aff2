"""Corrections noted against circulated minutes; they are made when the minutes are approved."""

from typing import Any

from django.db import transaction

from boards.permissions import check_may_minute, check_may_see_exempt
from meetings.models import Correction, Minute, Minutes
from meetings.operations.circulation import lock_minutes
from meetings.rules import correction as rules
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused


@transaction.atomic
def note_correction(*, block: Minute, text: str, by: Any) -> Correction:
    """``text`` is the paragraph as it should read; what differs from it now is the correction."""
    minutes = _open(block.minutes_id, block, by)
    earlier = list(block.corrections.all())
    reads = rules.corrected(block.text, [(noted.was, noted.becomes) for noted in earlier])
    was, becomes = rules.difference(reads, plain(text).strip())
    rules.check_correction(reads, was, becomes)
    position = 1 + max((noted.position for noted in minutes.corrections.all()), default=0)
    noted = Correction(minutes=minutes, item=block.item, block=block, was=was, becomes=becomes, position=position)
    return keep(noted, by=by)


@transaction.atomic
def take_correction_away(*, correction: Correction, by: Any) -> None:
    """Refused while a later correction of the same paragraph stands on it."""
    _open(correction.minutes_id, correction.block, by)
    if correction.block is not None:
        others = correction.block.corrections.exclude(pk=correction.pk)
        try:
            rules.corrected(correction.block.text, [(noted.was, noted.becomes) for noted in others])
        except Refused:
            raise Refused("A later correction of this paragraph stands on this one: take that away first.") from None
    discard(correction, by=by)


def _open(minutes_pk: int, block: Minute | None, by: Any) -> Minutes:
    minutes = lock_minutes(minutes_pk)
    check_may_minute(by, minutes.meeting.board)
    if block is not None and block.item.is_exempt:
        check_may_see_exempt(by, minutes.meeting.board)
    rules.check_can_correct(minutes)
    return minutes
