"""Writing minutes at the desk: one item at a time, saved every second, never over somebody else's text."""

import datetime as dt
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Decision, Meeting, Minute, MinutedItem, Minutes
from meetings.queries.entitled import check_sees
from meetings.rules.blocks import Block, BlockRefused, check_blocks, check_can_be_minuted, tidied
from meetings.rules.conflict import check_base, is_taken, with_taken
from meetings.rules.deciding import check_decisions_stand
from meetings.rules.wording import let_go, with_lines_kept
from trust.tools.statement import read
from trust.tools.writing_spell import WEIGHT, delete_in_history, loses_words, save_within_spell


@transaction.atomic
def save_item(
    *,
    item: AgendaItem,
    save: UUID,
    base: int,
    blocks: list[Block],
    by: Any,
    at: dt.datetime,
    window: UUID | None = None,
) -> MinutedItem:
    """Make these blocks, in this order, the minute of the item. ``base`` is the version they were begun on.

    The same ``save`` again is a retry: nothing is written and the same answer given. A stale ``base`` raises Conflict.
    Whoever stands on a block from above (an action) lets go of it before it is left out here, or the save is refused.
    """
    minuted = hold_item(item=item, save=save, base=base, by=by, window=window)
    if not is_taken(minuted, save, window):
        write_item(minuted, save=save, blocks=blocks, by=by, at=at, window=window)
    return minuted


def hold_item(*, item: AgendaItem, save: UUID, base: int, by: Any, window: UUID | None) -> MinutedItem:
    """The item's line in the minutes, locked until the caller's transaction ends; of a retry as it stands by now."""
    check_may_minute(by, item.meeting.board)
    check_sees(by, item)
    minuted = locked(item)
    if minuted and is_taken(minuted, save, window):
        return minuted
    minutes = minuted.minutes if minuted else _minutes_held_open(item.meeting)
    check_can_be_minuted(item.meeting, minutes)
    if not minuted:
        minuted = begun(minutes or Minutes.objects.get_or_create(meeting=item.meeting)[0], item)
        if is_taken(minuted, save, window):  # its own retry came first while this one waited
            return minuted
    check_base(minuted, base)
    return minuted


def write_item(
    minuted: MinutedItem, *, save: UUID, blocks: list[Block], by: Any, at: dt.datetime, window: UUID | None
) -> dict[UUID, Minute]:
    """Write the blocks of an item that is held; they are answered by their keys."""
    blocks = tidied(blocks)
    check_blocks(blocks)
    written = _write_blocks(minuted, blocks, by=by, at=at)
    minuted.version += 1
    before, minuted.wording = minuted.wording, [block.as_sent() for block in with_lines_kept(blocks, minuted.wording)]
    minuted.last_save, minuted.saved_at, minuted.saved_by = save, at, by
    minuted.taken_from = with_taken(minuted.taken_from, save, window)
    _save_with_what_went(minuted, before, by=by, at=at)
    return written


def _save_with_what_went(minuted: MinutedItem, before: list[dict[str, Any]], *, by: Any, at: dt.datetime) -> None:
    """History begins a row as soon as the words let go since the last come to a sentence, however slowly."""
    gone = minuted.let_go + let_go(before, minuted.wording)
    is_weighty = gone > WEIGHT
    minuted.let_go = 0 if is_weighty else gone
    save_within_spell(minuted, by=by, at=at, afresh=is_weighty)


#: The minutes first, shared with other writers but not with who approves them meanwhile; then the item, for this one.
_HELD = """
    SELECT {minuted}, {minutes} FROM meetings_minuteditem minuted
    JOIN meetings_minutes minutes ON minutes.id = minuted.minutes_id
    WHERE minuted.item_id = %(item)s FOR SHARE OF minutes FOR UPDATE OF minuted
"""


def locked(item: AgendaItem) -> MinutedItem | None:
    """The item's line in the minutes with these, held; None where nothing was written under it yet."""
    for minuted, minutes in read(_HELD, {"item": item.pk}, minuted=MinutedItem, minutes=Minutes):
        minuted.minutes = minutes
        return minuted
    return None


def _minutes_held_open(meeting: Meeting) -> Minutes | None:
    sql = "SELECT * FROM meetings_minutes WHERE meeting_id = %s FOR SHARE"
    return next(iter(Minutes.objects.raw(sql, [meeting.pk])), None)


def begun(minutes: Minutes, item: AgendaItem) -> MinutedItem:
    """The item's first line in the minutes, locked; made by whoever comes first. Its history begins with its text."""
    first: Any = MinutedItem(minutes=minutes, item=item)
    first.skip_history_when_saving = True
    with suppress(IntegrityError), transaction.atomic():
        first.save()
    found = locked(item)
    assert found is not None
    return found


#: The blocks of the item, and those of these keys that stand under another.
_STANDING = """
    SELECT {block}, {decision} FROM meetings_minute block
    LEFT JOIN meetings_decision decision ON decision.block_id = block.id
    WHERE block.minutes_id = %(minutes)s AND (block.item_id = %(item)s OR block.key = ANY(%(keys)s))
"""


def _standing(minuted: MinutedItem, blocks: list[Block]) -> dict[UUID, Minute]:
    given = {"minutes": minuted.minutes_id, "item": minuted.item_id, "keys": [block.key for block in blocks]}
    found = {}
    for block, decision in read(_STANDING, given, block=Minute, decision=Decision):
        block._state.fields_cache["decision"] = decision
        found[block.key] = block
    return found


def _write_blocks(minuted: MinutedItem, blocks: list[Block], *, by: Any, at: dt.datetime) -> dict[UUID, Minute]:
    """Insert, change, reorder and delete rows until they are ``blocks``. Unchanged rows are not touched."""
    standing, written = _standing(minuted, blocks), {}
    own = {key: row for key, row in standing.items() if row.item_id == minuted.item_id}
    check_decisions_stand(decided=minuted.decided_at is not None, standing=own, blocks=blocks)
    for position, block in enumerate(blocks, 1):
        row = standing.pop(block.key, None) or Minute(minutes_id=minuted.minutes_id, item_id=minuted.item_id)
        if row.item_id != minuted.item_id:
            raise BlockRefused("This block already stands under another item.", block.key)
        wanted = {"key": block.key, "kind": block.kind, "text": block.text, "position": position}
        _save_if_changed(row, wanted, by=by, at=at)
        _keep_decision(row, block, by=by, at=at)
        written[block.key] = row
    for row in standing.values():
        _let_go(row, by=by, at=at)
    return written


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
