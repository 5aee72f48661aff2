"""Saving an item at the desk: its blocks, and with them the actions that its action blocks stand for."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from actions.models import Action, Progress
from actions.operations.numbers import next_number
from actions.operations.parts import Reported
from actions.operations.reading import Reading, read_due, read_owners
from actions.operations.standing import Standing, standing_at, standing_of
from actions.queries.handing import follower_of
from actions.rules.lines import check_at_desk, check_lines
from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Meeting, Minute, MinutedItem, Minutes
from meetings.operations import desk
from meetings.rules.blocks import Block, BlockRefused, tidied
from meetings.rules.conflict import is_taken
from trust.tools.words import the_day
from trust.tools.writing_spell import delete_in_history, loses_words, save_within_spell


@dataclass(frozen=True)
class Saved:
    """An item as saved, the version of this save, and its actions as they stand; None where they must be asked for."""

    minuted: MinutedItem
    version: int
    actions: list[Action] | None


@transaction.atomic
def save_item(
    *,
    item: AgendaItem,
    save: UUID,
    base: int,
    blocks: Sequence[Block],
    by: Any,
    at: dt.datetime,
    window: UUID | None = None,
) -> Saved:
    """Make these blocks the minute of the item, and keep an action for each action block, by its who and when.

    All or nothing: a Conflict, or an action that somebody has reported on, leaves everything as it was. A retry is told
    what it would have been told at first, whoever saved since: a conflict would offer it its own words as another's.
    """
    blocks = tidied(blocks)
    check_lines(blocks)
    minuted = desk.hold_item(item=item, save=save, base=base, by=by, window=window)
    if is_taken(minuted, save, window):
        return Saved(minuted, base + 1, None)
    owed = [block for block in blocks if block.is_action]
    standing = {one.block.key: one for one in standing_of(item)}
    leaving = standing.keys() - {block.key for block in owed}
    let_go_of_actions([standing.pop(key) for key in leaving], by=by, at=at)
    rows = desk.write_item(minuted, save=save, blocks=blocks, by=by, at=at, window=window)
    anew = keep_actions(owed, rows, standing, item.meeting, by=by, at=at)
    if anew or any(one.is_due_at_a_meeting for one in standing.values()):
        return Saved(minuted, minuted.version, None)
    return Saved(minuted, minuted.version, [one.action for one in standing.values()])


@transaction.atomic
def read_owners_again(*, meeting: Meeting, by: Any, at: dt.datetime) -> int:
    """Read ALL, and words not recognised, against the attendance list as it is now; how many actions changed.

    Only while the draft is at the desk: later, owners are changed on the action's own page, with a reason.
    """
    check_may_minute(by, meeting.board)
    check_at_desk(Minutes.objects.select_for_update().filter(meeting=meeting).first())
    reading, changed = Reading(meeting), 0
    for one in standing_at(meeting):
        if not one.is_by_hand(Progress.Kind.OWNERS) and one.may_mean_others:
            action, before = one.action, _owed(one.action)
            read_owners(action, action.owners_stated, reading, by=by, at=at)
            save_within_spell(action, by=by, at=at)
            changed += before != _owed(Action.objects.get(pk=action.pk))
    return changed


def _owed(action: Action) -> list[tuple[str, str]]:
    return [(part.owner, part.name) for part in action.parts.all()]


def let_go_of_actions(leaving: Iterable[Standing], *, by: Any, at: dt.datetime) -> None:
    """Delete the actions whose blocks leave their item, where nobody has reported on them."""
    for one in leaving:
        if one.told:
            sentence = f"{one.action.reference} has been reported on. Drop it on its own page; its block stays."
            raise BlockRefused(sentence, one.block.key)
        delete_in_history(one.action, by=by, at=at)


def keep_actions(
    owed: Iterable[Block],
    rows: Mapping[UUID, Minute],
    standing: Mapping[UUID, Standing],
    meeting: Meeting,
    *,
    by: Any,
    at: dt.datetime,
) -> bool:
    """Make or put right the action of every action block; whether words were read: those that stay the same are not."""
    reading, anew = Reading(meeting), False
    for block in owed:
        row, one = rows[block.key], standing.get(block.key)
        try:
            if one:
                anew |= _put_right(one, block, row.text, reading, by=by, at=at)
            elif row.text.strip() or block.who or block.when:
                _begin(block, row, reading, by=by, at=at)
                anew = True
        except Reported as refusal:
            raise BlockRefused(str(refusal), block.key) from refusal
    return anew


def _begin(block: Block, row: Minute, reading: Reading, *, by: Any, at: dt.datetime) -> None:
    """An action of this block, numbered in the year of its meeting."""
    meeting = reading.meeting
    action = Action(board=meeting.board, year=meeting.date.year, meeting=meeting, block=row, text=row.text)
    action.number = next_number(meeting.board, meeting.date.year)
    action.recorded_at, action.recorded_by = at, by
    action.followed_by = follower_of(meeting.board, on=the_day(at))
    read_due(action, block.when or "", reading)
    save_within_spell(action, by=by, at=at)
    action.items.add(row.item_id)
    was = _written(action)
    read_owners(action, block.who or "", reading, by=by, at=at)
    if was != _written(action):
        save_within_spell(action, by=by, at=at)


def _put_right(one: Standing, block: Block, text: str, reading: Reading, *, by: Any, at: dt.datetime) -> bool:
    """From its block; whether its words were read. Who or when that was changed on its own page since stays so."""
    action, was = one.action, _written(one.action)
    who = action.owners_stated if block.who is None else block.who
    when = action.due_stated if block.when is None else block.when
    reads_when = action.due_stated != when and not one.is_by_hand(Progress.Kind.DUE)
    reads_who = (action.owners_stated != who or one.may_mean_others) and not one.is_by_hand(Progress.Kind.OWNERS)
    shortened = loses_words(action.text, text)
    action.text = text
    if reads_when:
        read_due(action, when, reading)
    if reads_who:
        read_owners(action, who, reading, by=by, at=at)
    if was != _written(action):
        save_within_spell(action, by=by, at=at, afresh=shortened)
    return reads_when or reads_who


def _written(action: Action) -> tuple[object, ...]:
    """What of an action the desk writes, to see whether it must be written again."""
    due = (action.due_kind, action.due_date, action.due_meeting_id, action.due_stated, tuple(action.due_flags))
    return (action.text, action.state, action.owners_stated, tuple(action.owners_flags), *due)
