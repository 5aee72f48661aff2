"""Minutes are approved at a later meeting, with their corrections, and are locked."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_minute
from boards.queries.terms import terms_on
from meetings.models import (
    AgendaItem,
    Approval,
    Attendance,
    Correction,
    Decision,
    Meeting,
    Minute,
    MinutedItem,
    Minutes,
)
from meetings.operations.approved import blocks_under, lock_as_approved, rule_on_corrections
from meetings.operations.circulation import lock_minutes
from meetings.operations.desk import save_item
from meetings.operations.voting import record_mover
from meetings.queries.approval import approving_boards, boards_done, chairing
from meetings.queries.approved import tells_of_closed
from meetings.queries.closed_business import closed_texts
from meetings.queries.withheld import withheld_at, without
from meetings.rules import approval as rules
from meetings.rules.blocks import Block
from meetings.rules.clearing import check_cleared
from meetings.rules.edition import is_closed
from trust.tools.keeping import keep
from trust.tools.refusal import Refused
from trust.tools.words import long_date


@transaction.atomic
def approve_minutes(
    *,
    sets: Sequence[Minutes],
    at_meeting: Meeting,
    item: AgendaItem | None,
    presiding: str,
    by: Any,
    at: dt.datetime,
    not_accepted: Mapping[int, str] | None = None,
    mover: Attendance | None = None,
    seconder: Attendance | None = None,
) -> list[Minutes]:
    """The meeting approved these sets, each with the corrections it accepted (``not_accepted`` says why, by the key of
    each that was not); all of them or none. The minutes are corrected and locked once every board that must has
    approved them; ``item`` of the approving meeting's own draft says so, and who moved it."""
    check_may_minute(by, at_meeting.board)
    at_meeting = Meeting.objects.select_for_update(of=["self"]).select_related("board").get(pk=at_meeting.pk)
    _check_can_approve_at(at_meeting, presiding, on=timezone.localdate(at))
    rules.check_chosen(len(sets), mover, seconder, item)
    told, approved = [], [lock_minutes(one.pk) for one in sorted(sets, key=lambda one: one.meeting.date)]
    for minutes in approved:
        approval = _approve(minutes, at_meeting, item, presiding.strip(), by=by, at=at)
        corrections = rule_on_corrections(minutes, not_accepted or {}, by=by)
        told.append(_told(minutes, corrections, at_meeting))
        _lock_once_all_have(approval, at_meeting, by=by, at=at)
    if item is not None:
        record_mover(decision=_write_under(item, told, by=by, at=at), mover=mover, seconder=seconder, by=by)
    return approved


def _lock_once_all_have(approval: Approval, at_meeting: Meeting, *, by: Any, at: dt.datetime) -> None:
    minutes = approval.minutes
    if rules.is_approved_by_all(approving_boards(minutes.meeting), boards_done(minutes)):
        lock_as_approved(minutes, how=f"at the meeting on {long_date(at_meeting.date)}", by=by, at=at)


def _check_can_approve_at(at_meeting: Meeting, presiding: str, *, on: dt.date) -> None:
    terms, inquorate = terms_on(at_meeting.board, at_meeting.date), chairing(at_meeting).inquorate
    rules.check_can_approve_at(at_meeting, terms=terms, inquorate=inquorate, presiding=presiding, on=on)


def _approve(
    minutes: Minutes, at_meeting: Meeting, item: AgendaItem | None, presiding: str, *, by: Any, at: dt.datetime
) -> Approval:
    """Keep that this meeting approved one set."""
    own = minutes.meeting
    rules.check_can_approve(minutes, own, at_meeting, approving_boards(own))
    check_cleared(minutes, terms_on(own.board, own.date))
    rules.check_not_approved_there(boards_done(minutes), at_meeting)
    approval = Approval(minutes=minutes, version=minutes.version, at_meeting=at_meeting, item=item)
    approval.presiding, approval.recorded_at, approval.recorded_by = presiding, at, by
    return keep(approval, by=by)


def _told(minutes: Minutes, corrections: Sequence[Correction], at_meeting: Meeting) -> str:
    """What the approving meeting's minutes say of one set."""
    made: list[rules.Told] = [_ruling(one) for one in corrections if one.state == Correction.State.ACCEPTED]
    not_made = [(*_ruling(one), one.reason) for one in corrections if one.state == Correction.State.NOT_ACCEPTED]
    return rules.approval_words(minutes.meeting, made, not_made, elsewhere=rules.named_at(minutes.meeting, at_meeting))


def _ruling(correction: Correction) -> rules.Told:
    """Item, was and becomes; nothing is told of closed business, nor a name that the public edition withholds, for the
    approving minutes may be read more widely."""
    item = correction.item
    private = (item is not None and is_closed(item)) or tells_of_closed(closed_texts(correction.minutes), correction)
    number = "" if private else item.number_shown or item.title if item else rules.RECORD
    withheld = withheld_at(correction.minutes.meeting)
    return number, without(correction.was, withheld), without(correction.becomes, withheld)


def _write_under(item: AgendaItem, told: Sequence[str], *, by: Any, at: dt.datetime) -> Decision:
    """Into the draft at the desk. Refused where it can no longer be written in: the approval would be told nowhere."""
    minuted = MinutedItem.objects.filter(item=item).first()
    said = Block(key=uuid.uuid4(), kind=Minute.Kind.DECISION, text="\n\n".join(told), decision_kind="approved")
    blocks = [*blocks_under(item.pk, minuted), said]
    try:
        save_item(item=item, save=uuid.uuid4(), base=minuted.version if minuted else 0, blocks=blocks, by=by, at=at)
    except Refused as refused:
        raise Refused(rules.told_nowhere(item, str(refused))) from refused
    return Decision.objects.select_related("block__item__meeting__board").get(block__key=said.key)
