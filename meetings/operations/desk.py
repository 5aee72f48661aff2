"""Writing minutes at the desk: one item at a time, saved every second, never over somebody else's text."""

import datetime as dt
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q, QuerySet

from boards.permissions import check_may_minute, check_may_see_exempt
from meetings.models import AgendaItem, Decision, Meeting, Minute, MinutedItem, Minutes
from meetings.rules.blocks import Block, BlockRefused, check_blocks, check_can_be_minuted, tidied
from meetings.rules.conflict import check_base
from meetings.rules.wording import takes_away, with_lines_kept
from trust.tools.writing_spell import delete_in_history, loses_words, save_within_spell


@transaction.atomic
def save_item(*, item: AgendaItem, save: UUID, base: int, blocks: list[Block], by: Any, at: dt.datetime) -> MinutedItem:
    """Make these blocks, in this order, the minute of the item. ``base`` is the version they were begun on.

    The same ``save`` again is a retry: nothing is written and the same answer given. A stale ``base`` raises Conflict.
    Whoever stands on a block from above (an action) lets go of it before it is left out here, or the save is refused.
    """
    check_may_minute(by, item.meeting.board)
    if item.is_exempt:
        check_may_see_exempt(by, item.meeting.board)
    blocks = tidied(blocks)
    check_blocks(blocks)
    minutes = _minutes_held_open(item.meeting)
    minuted = _locked(item).first()
    if minuted and minuted.last_save == save:
        return minuted
    check_can_be_minuted(item.meeting, minutes)
    if not minuted:
        minuted = _begun(minutes or Minutes.objects.get_or_create(meeting=item.meeting)[0], item)
        if minuted.last_save == save:  # its own retry came first while this one waited
            return minuted
    check_base(minuted, base)
    _write_blocks(minuted, blocks, by=by, at=at)
    minuted.version += 1
    before, minuted.wording = minuted.wording, [block.as_sent() for block in with_lines_kept(blocks, minuted.wording)]
    minuted.last_save, minuted.saved_at, minuted.saved_by = save, at, by
    save_within_spell(minuted, by=by, at=at, afresh=takes_away(before, minuted.wording))
    return minuted


def _minutes_held_open(meeting: Meeting) -> Minutes | None:
    """The meeting's minutes, shared with other writers but not with who approves them meanwhile."""
    sql = "SELECT * FROM meetings_minutes WHERE meeting_id = %s FOR SHARE"
    return next(iter(Minutes.objects.raw(sql, [meeting.pk])), None)


def _begun(minutes: Minutes, item: AgendaItem) -> MinutedItem:
    """The item's first line in the minutes, locked; made by whoever comes first. Its history begins with its text."""
    first: Any = MinutedItem(minutes=minutes, item=item)
    first.skip_history_when_saving = True
    with suppress(IntegrityError), transaction.atomic():
        first.save()
    return _locked(item).get()


def _locked(item: AgendaItem) -> QuerySet[MinutedItem]:
    found = MinutedItem.objects.filter(item=item).select_related("saved_by__person")
    return found.select_for_update(of=["self"])


def _write_blocks(minuted: MinutedItem, blocks: list[Block], *, by: Any, at: dt.datetime) -> None:
    """Insert, change, reorder and delete rows until they are ``blocks``. Unchanged rows are not touched."""
    mine = Q(item=minuted.item_id) | Q(key__in=[block.key for block in blocks])
    rows = Minute.objects.filter(mine, minutes=minuted.minutes_id).select_related("decision")
    standing = {row.key: row for row in rows}
    for position, block in enumerate(blocks, 1):
        row = standing.pop(block.key, None) or Minute(minutes_id=minuted.minutes_id, item_id=minuted.item_id)
        if row.item_id != minuted.item_id:
            raise BlockRefused("This block already stands under another item.", block.key)
        wanted = {"key": block.key, "kind": block.kind, "text": block.text, "position": position}
        _save_if_changed(row, wanted, by=by, at=at)
        _keep_decision(row, block, by=by, at=at)
    for row in standing.values():
        _let_go(row, by=by, at=at)


def _keep_decision(row: Minute, block: Block, *, by: Any, at: dt.datetime) -> None:
    """A decision block is read as a decision; a block of another kind is none any longer."""
    decision = getattr(row, "decision", None)
    if not block.is_decision:
        if decision:
            _delete(decision, row, by=by, at=at)
        return
    amended_from, amended_to = block.amendment
    amended = {"amended_from": amended_from, "amended_to": amended_to}
    wanted = {"kind": block.decision_kind, "needs_ratifying": block.ratify, **amended}
    _save_if_changed(decision or Decision(block=row), wanted, by=by, at=at)


def _save_if_changed(record: Any, wanted: dict[str, Any], *, by: Any, at: dt.datetime) -> None:
    if record.pk and all(getattr(record, field) == value for field, value in wanted.items()):
        return
    words = [(getattr(record, field), value) for field, value in wanted.items() if isinstance(value, str)]
    for field, value in wanted.items():
        setattr(record, field, value)
    save_within_spell(record, by=by, at=at, afresh=any(loses_words(*changed) for changed in words))


def _let_go(row: Minute, *, by: Any, at: dt.datetime) -> None:
    if decision := getattr(row, "decision", None):
        _delete(decision, row, by=by, at=at)
    _delete(row, row, by=by, at=at)


def _delete(record: Any, row: Minute, *, by: Any, at: dt.datetime) -> None:
    try:
        delete_in_history(record, by=by, at=at)
    except ProtectedError:
        sentence = "Something stands on this block, such as an action, a vote or a spending line: take that away first."
        raise BlockRefused(sentence, row.key) from None
