"""Minutes are approved at a later meeting, with their corrections, and are locked."""

import datetime as dt
import uuid
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_minute
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Approval, Meeting, Minute, MinutedItem, Minutes, Purpose
from meetings.operations.circulation import lock_minutes
from meetings.operations.desk import save_item
from meetings.operations.subscription import deliver
from meetings.queries.approval import boards_done, boards_of, chairing, corrections_by_block
from meetings.queries.business import NEXT_MEETING_KEY
from meetings.queries.minutes import next_meeting_words
from meetings.rules import approval as rules
from meetings.rules.blocks import Block, as_block
from meetings.rules.correction import corrected
from trust.tools.keeping import keep
from trust.tools.refusal import Refused
from trust.tools.words import long_date


@transaction.atomic
def approve_minutes(
    *, sets: Sequence[Minutes], at_meeting: Meeting, item: AgendaItem | None, presiding: str, by: Any, at: dt.datetime
) -> list[Minutes]:
    """The meeting approved these sets, each with the corrections noted against it; all of them or none.

    Corrections are made in the text, the approval is kept, the minutes are locked once every board that held the
    meeting has approved them, and ``item`` of the approving meeting's own draft says so.
    """
    check_may_minute(by, at_meeting.board)
    at_meeting = Meeting.objects.select_for_update(of=["self"]).select_related("board").get(pk=at_meeting.pk)
    terms = terms_on(at_meeting.board, at_meeting.date)
    on, inquorate = timezone.localdate(at), chairing(at_meeting).inquorate
    rules.check_can_approve_at(at_meeting, terms=terms, inquorate=inquorate, presiding=presiding, on=on)
    if not sets:
        raise Refused("Choose the minutes that were approved.")
    told, approved = [], []
    for minutes in sorted(sets, key=lambda minutes: minutes.meeting.date):
        minutes = lock_minutes(minutes.pk)
        told.append(_approve(minutes, at_meeting, item, presiding.strip(), by=by, at=at))
        approved.append(minutes)
    if item is not None:
        _write_under(item, "\n\n".join(told), by=by, at=at)
    return approved


def _approve(
    minutes: Minutes, at_meeting: Meeting, item: AgendaItem | None, presiding: str, *, by: Any, at: dt.datetime
) -> str:
    """Approve one set; answers what the approving meeting's minutes say of it."""
    own, done = minutes.meeting, boards_done(minutes)
    rules.check_can_approve(minutes, own, at_meeting, boards_of(own))
    rules.check_not_approved_there(done, at_meeting)
    approval = Approval(
        minutes=minutes,
        version=minutes.version,
        at_meeting=at_meeting,
        item=item,
        presiding=presiding,
        recorded_at=at,
        recorded_by=by,
    )
    keep(approval, by=by)
    corrections = list(minutes.corrections.select_related("item", "block"))
    if rules.is_approved_by_all(boards_of(own), [*done, at_meeting.board_id]):
        _make_corrections(minutes, at_meeting, by=by)
        _keep_next_meeting(minutes, by=by)
        minutes.state, minutes.approved_at, minutes.approved_by = Minutes.State.APPROVED, at, by
        keep(minutes, by=by, because=f"Approved at the meeting on {long_date(at_meeting.date)}")
        deliver(minutes=minutes, by=by)
    told = [("" if noted.item and noted.item.is_exempt else _number(noted.item), noted) for noted in corrections]
    return rules.approval_words(own, [(number, noted.was, noted.becomes) for number, noted in told])


def _make_corrections(minutes: Minutes, at_meeting: Meeting, *, by: Any) -> None:
    """The draft's words stay in history, the corrections beside the corrected text."""
    because = f"Corrected on approval at the meeting on {long_date(at_meeting.date)}"
    noted = minutes.corrections.select_related("block")
    touched: set[int] = set()
    for corrections in corrections_by_block(noted).values():
        block = corrections[0].block
        assert block is not None
        block.text = corrected(block.text, [(one.was, one.becomes) for one in corrections])
        keep(block, by=by, because=because)
        touched.add(block.item_id)
    for minuted in MinutedItem.objects.filter(minutes=minutes, item__in=touched):
        minuted.wording = [block.as_sent() for block in _blocks_under(minuted.item_id, minuted)]
        minuted.version += 1
        keep(minuted, by=by, because=because)


def _keep_next_meeting(minutes: Minutes, *, by: Any) -> None:
    """Until now the next meeting was read from the calendar; approved minutes keep what it then said."""
    words = next_meeting_words(minutes.meeting)
    item = minutes.meeting.items.filter(purpose=Purpose.NEXT_MEETING).first()
    if item is not None and words:
        keep(Minute(minutes=minutes, item=item, key=NEXT_MEETING_KEY, text=words, position=0), by=by)


def _write_under(item: AgendaItem, text: str, *, by: Any, at: dt.datetime) -> None:
    """Into the draft at the desk; minutes that have left it are not written in."""
    minuted = MinutedItem.objects.filter(item=item).first()
    said = Block(key=uuid.uuid4(), kind=Minute.Kind.DECISION, text=text, decision_kind="approved")
    blocks = [*_blocks_under(item.pk, minuted), said]
    with suppress(Refused), transaction.atomic():
        save_item(item=item, save=uuid.uuid4(), base=minuted.version if minuted else 0, blocks=blocks, by=by, at=at)


def _blocks_under(item_pk: int, minuted: MinutedItem | None) -> list[Block]:
    """What stands under an item, as the desk would send it."""
    rows = Minute.objects.filter(item=item_pk).select_related("decision")
    return [as_block(row, minuted.wording if minuted else []) for row in rows]


def _number(item: AgendaItem | None) -> str:
    return (item.number_shown or item.title) if item else "The minutes"
