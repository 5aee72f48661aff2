"""The draft as it was circulated beside the text as corrected, word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meetings.models import Correction, Minute, Minutes
from meetings.queries.approval import corrections_by_block
from meetings.queries.approved import corrections_of
from meetings.rules.approval import CORRECTED
from meetings.rules.correction import corrected
from meetings.rules.document import ItemLine, MinutesDocument
from meetings.rules.earlier import Comparison, compared
from meetings.rules.retention import is_destroyed


@dataclass(frozen=True)
class ItemCompared:
    """One item with a corrected paragraph."""

    line: ItemLine
    comparison: Comparison


@dataclass(frozen=True)
class Compared:
    """What corrections make of the draft, or made of it; those that are no paragraph's, and those not accepted.

    ``destroyed`` says so where the draft is gone: ``paragraphs`` then has each correction in its own words.
    """

    items: tuple[ItemCompared, ...]
    record: tuple[Correction, ...]
    not_accepted: tuple[Correction, ...]
    destroyed: str = ""
    paragraphs: tuple[Correction, ...] = ()


def compared_text(minutes: Minutes, document: MinutesDocument) -> Compared:
    """Only of what this edition of the document shows."""
    shown = {line.pk for line in document.items}
    noted = corrections_of(minutes).select_related("item")
    seen = [one for one in noted if one.item_id is None or one.item_id in shown]
    made = [one for one in seen if one.state != Correction.State.NOT_ACCEPTED]
    drafts = _drafts(minutes, made)
    destroyed = next((words for words in drafts.values() if is_destroyed(words)), "")
    items = [_item(line, drafts, corrections_by_block(made)) for line in document.items if _touched(line, made)]
    return Compared(
        items=() if destroyed else tuple(items),
        record=tuple(one for one in made if one.block_id is None),
        not_accepted=tuple(one for one in seen if one.state == Correction.State.NOT_ACCEPTED),
        destroyed=destroyed,
        paragraphs=tuple(one for one in made if destroyed and one.block_id is not None),
    )


def _touched(line: ItemLine, made: Sequence[Correction]) -> bool:
    blocks = {block.pk for block in line.blocks}
    return any(one.block_id in blocks for one in made)


def _drafts(minutes: Minutes, made: Sequence[Correction]) -> dict[int, str]:
    """Of approved minutes the words that each corrected paragraph had before, by its key. Two statements."""
    if not minutes.is_locked:
        return {}
    rows = Minute.history.filter(id__in=[one.block_id for one in made]).order_by("history_id")
    found: dict[int, str] = {}
    before: dict[int, str] = {}
    for row in rows:
        if (row.history_change_reason or "").startswith(CORRECTED):
            found[row.id] = before.get(row.id, row.text)
        before[row.id] = row.text
    return found


def _item(line: ItemLine, drafts: Mapping[int, str], noted: Mapping[int, list[Correction]]) -> ItemCompared:
    was, now = [], []
    for block in line.blocks:
        words = [(one.was, one.becomes) for one in noted.get(block.pk, [])]
        draft = drafts.get(block.pk, block.text)
        reads = block.text if block.pk in drafts else corrected(block.text, words)
        was.append({"key": block.pk, "kind": block.kind, "text": draft})
        now.append({"key": block.pk, "kind": block.kind, "text": reads})
    return ItemCompared(line, compared(was, now))
