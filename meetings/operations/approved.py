"""What follows once every board that must has approved: the text is corrected, the record locked and sealed."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from meetings.models import AgendaItem, Correction, Minute, MinutedItem, Minutes, Purpose
from meetings.operations.seal import seal_approved
from meetings.operations.subscription import deliver
from meetings.queries.approval import corrections_by_block
from meetings.queries.approved import corrections_of
from meetings.queries.business import NEXT_MEETING_KEY
from meetings.queries.minutes import next_meeting_words
from meetings.rules.approval import CORRECTED
from meetings.rules.blocks import Block, as_block
from meetings.rules.correction import check_ruled, corrected
from trust.tools.keeping import keep


def rule_on_corrections(minutes: Minutes, not_accepted: Mapping[int, str], *, by: Any) -> list[Correction]:
    """Each correction that waits is accepted, or not with its reason; one that was ruled on stays as ruled.

    ``not_accepted`` holds the reasons by the correction's key. Answers all corrections to this version, as ruled.
    """
    corrections = list(corrections_of(minutes).select_related("item__section", "block"))
    for correction in corrections:
        if correction.state != Correction.State.PROPOSED:
            continue
        if correction.pk in not_accepted:
            check_ruled(not_accepted[correction.pk])
            correction.state, correction.reason = Correction.State.NOT_ACCEPTED, not_accepted[correction.pk].strip()
        else:
            correction.state = Correction.State.ACCEPTED
        keep(correction, by=by)
    return corrections


def lock_as_approved(minutes: Minutes, *, how: str, by: Any, at: dt.datetime) -> None:
    """Make the accepted corrections, keep what the calendar said, lock, seal, deliver; ``how`` goes on "Approved …"."""
    _make_corrections(minutes, because=f"{CORRECTED} {how}", by=by)
    _keep_next_meeting(minutes, by=by)
    minutes.state, minutes.approved_at, minutes.approved_by = Minutes.State.APPROVED, at, by
    keep(minutes, by=by, because=f"Approved {how}")
    seal_approved(minutes=minutes, by=by, at=at)
    deliver(minutes=minutes, by=by)


def blocks_under(item_pk: int, minuted: MinutedItem | None) -> list[Block]:
    """What stands under an item, as the desk would send it."""
    rows = Minute.objects.filter(item=item_pk).select_related("decision")
    return [as_block(row, minuted.wording if minuted else []) for row in rows]


def _make_corrections(minutes: Minutes, *, because: str, by: Any) -> None:
    """The draft's words stay in history, the corrections beside the corrected text."""
    accepted = corrections_of(minutes).filter(state=Correction.State.ACCEPTED).select_related("block__item")
    touched: dict[int, AgendaItem] = {}
    for corrections in corrections_by_block(accepted).values():
        block = corrections[0].block
        assert block is not None
        block.text = corrected(block.text, [(one.was, one.becomes) for one in corrections])
        keep(block, by=by, because=because)
        touched[block.item_id] = block.item
    for minuted in MinutedItem.objects.filter(minutes=minutes, item__in=touched):
        minuted.wording = [block.as_sent() for block in blocks_under(minuted.item_id, minuted)]
        minuted.version += 1
        keep(minuted, by=by, because=because)


def _keep_next_meeting(minutes: Minutes, *, by: Any) -> None:
    """Until now the next meeting was read from the calendar; approved minutes keep what it first said then."""
    words = next_meeting_words(minutes.meeting)
    item = minutes.meeting.items.filter(purpose=Purpose.NEXT_MEETING).first()
    if item is not None and words and not minutes.blocks.filter(key=NEXT_MEETING_KEY).exists():
        keep(Minute(minutes=minutes, item=item, key=NEXT_MEETING_KEY, text=words, position=0), by=by)
