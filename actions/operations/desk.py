"""Saving an item at the desk: its blocks, and with them the actions that its action blocks stand for."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from actions.models import Action, Progress
from actions.operations.numbers import next_number
from actions.operations.parts import Reported
from actions.operations.reading import Reading, read_due, read_owners
from actions.rules.lines import check_at_desk, check_lines
from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Meeting, Minute, MinutedItem, Minutes
from meetings.operations import desk
from meetings.rules.blocks import Block, BlockRefused, tidied
from meetings.rules.conflict import check_base
from trust.tools.writing_spell import delete_in_history, loses_words, save_within_spell


@transaction.atomic
def save_item(
    *, item: AgendaItem, save: UUID, base: int, blocks: Sequence[Block], by: Any, at: dt.datetime
) -> MinutedItem:
    """Make these blocks the minute of the item, and keep an action for each action block, by its who and when.

    All or nothing: a Conflict, or an action that somebody has reported on, leaves everything as it was.
    """
    blocks = tidied(blocks)
    check_lines(blocks)
    keys = [block.key for block in blocks if block.is_action]
    if Action.objects.filter(block__item=item).exclude(block__key__in=keys).exists():
        check_may_minute(by, item.meeting.board)
        minuted = MinutedItem.objects.select_for_update(of=["self"]).get(item=item)
        if minuted.last_save != save:
            check_base(minuted, base)
        let_go_of_actions(item, keys, by=by, at=at)
    minuted = desk.save_item(item=item, save=save, base=base, blocks=blocks, by=by, at=at)
    if keys:
        keep_actions(item, blocks, by=by, at=at)
    return minuted


@transaction.atomic
def read_owners_again(*, meeting: Meeting, by: Any, at: dt.datetime) -> int:
    """Read ALL, and words not recognised, against the attendance list as it is now; how many actions changed.

    Only while the draft is at the desk: later, owners are changed on the action's own page, with a reason.
    """
    check_may_minute(by, meeting.board)
    check_at_desk(Minutes.objects.select_for_update().filter(meeting=meeting).first())
    reading, changed = Reading(meeting), 0
    held = Action.objects.select_for_update(of=["self"]).select_related("board")
    for action in held.filter(block__minutes__meeting=meeting).prefetch_related("parts", "progress"):
        if not _is_by_hand(action, Progress.Kind.OWNERS) and _may_mean_others(action):
            before = _owed(action)
            read_owners(action, action.owners_stated, reading, by=by, at=at)
            save_within_spell(action, by=by, at=at)
            changed += before != _owed(Action.objects.get(pk=action.pk))
    return changed


def _owed(action: Action) -> list[tuple[str, str]]:
    return [(part.owner, part.name) for part in action.parts.all()]


def _is_by_hand(action: Action, kind: str) -> bool:
    return any(entry.kind == kind for entry in action.progress.all())


def let_go_of_actions(item: AgendaItem, staying: Iterable[UUID], *, by: Any, at: dt.datetime) -> None:
    """Delete the actions whose blocks leave this item: while it is a draft, and nobody has reported on them."""
    leaving = Action.objects.select_for_update(of=["self"]).select_related("block__minutes", "board")
    for action in leaving.filter(block__item=item).exclude(block__key__in=list(staying)):
        _check_can_go(action)
        delete_in_history(action, by=by, at=at)


def _check_can_go(action: Action) -> None:
    block = action.block
    if not block:
        return
    if action.progress.exists():
        sentence = f"{action.reference} has been reported on. Drop it on its own page; its block stays."
        raise BlockRefused(sentence, block.key)
    if block.minutes.state != Minutes.State.DRAFT:
        sentence = f"{action.reference} went out with the draft. Drop it on its own page; its block stays."
        raise BlockRefused(sentence, block.key)


def keep_actions(item: AgendaItem, sent: Iterable[Block], *, by: Any, at: dt.datetime) -> None:
    """Make or put right the action of every action block of the item. Words that stay the same are not read again."""
    blocks = Minute.objects.filter(item=item, kind=Minute.Kind.ACTION).select_related("item")
    standing = {action.block_id: action for action in _standing(item)}
    said = {block.key: block for block in sent}
    reading = Reading(item.meeting)
    for block in blocks:
        action = standing.get(block.pk)
        who, when = said[block.key].who, said[block.key].when
        who = (action.owners_stated if action else "") if who is None else who
        when = (action.due_stated if action else "") if when is None else when
        if action or block.text.strip() or who or when:
            try:
                _keep(action or _begun(block, item, by, at), block, who, when, reading, by, at)
            except Reported as refusal:
                raise BlockRefused(str(refusal), block.key) from refusal


def _standing(item: AgendaItem) -> Iterable[Action]:
    held = Action.objects.select_for_update(of=["self"]).select_related("board", "due_meeting")
    return held.filter(block__item=item).prefetch_related("parts", "progress")


def _begun(block: Minute, item: AgendaItem, by: Any, at: dt.datetime) -> Action:
    """An action of this block, numbered in the year of its meeting; not saved yet."""
    meeting = item.meeting
    number = next_number(meeting.board, meeting.date.year)
    return Action(
        board=meeting.board,
        year=meeting.date.year,
        number=number,
        meeting=meeting,
        block=block,
        recorded_at=at,
        recorded_by=by,
    )


def _keep(action: Action, block: Minute, who: str, when: str, reading: Reading, by: Any, at: dt.datetime) -> None:
    """Put an action right from its block and line. Who or when that was changed on its own page since stays so."""
    is_new = action.pk is None
    was = None if is_new else _written(action)
    if is_new or (action.due_stated != when and not _is_by_hand(action, Progress.Kind.DUE)):
        read_due(action, when, reading)
    shortened = loses_words(action.text, block.text)
    action.text = block.text
    if is_new:
        save_within_spell(action, by=by, at=at)
        action.items.add(block.item)
        was = _written(action)
    if is_new or (_reads_otherwise(action, who) and not _is_by_hand(action, Progress.Kind.OWNERS)):
        read_owners(action, who, reading, by=by, at=at)
    if was != _written(action):
        save_within_spell(action, by=by, at=at, afresh=shortened)


def _reads_otherwise(action: Action, who: str) -> bool:
    return action.owners_stated != who or _may_mean_others(action)


def _may_mean_others(action: Action) -> bool:
    """Whether the same words may mean other people now: attendance is taken later, or names are put right."""
    return any(part.from_all or part.owner == part.Owner.UNKNOWN for part in action.parts.all())


def _written(action: Action) -> tuple[object, ...]:
    """What of an action the desk writes, to see whether it must be written again."""
    due = (action.due_kind, action.due_date, action.due_meeting_id, action.due_stated, tuple(action.due_flags))
    return (action.text, action.state, action.owners_stated, tuple(action.owners_flags), *due)
