"""History of what is saved every second: one row for each spell of writing, not one for each tick."""

import datetime as dt
from typing import Any

SPELL = dt.timedelta(minutes=10)

#: Characters that may go within a spell without a row of their own: a slip put right, not a sentence.
WEIGHT = 40


def save_within_spell(record: Any, *, by: Any, at: dt.datetime, afresh: bool = False) -> None:
    """Save a record with history. Within ten minutes of its author's last row that row takes the new wording.

    So history holds each author's wording at the end of each spell, dated when the spell began. ``afresh`` begins
    another row, so that the last one keeps words which this save takes away.
    """
    spell = record.history.order_by("-history_id").first() if record.pk and not afresh else None
    if spell and spell.history_user_id == by.pk and spell.history_type != "-" and spell.history_date > at - SPELL:
        record.skip_history_when_saving = True
        record.save()
        del record.skip_history_when_saving
        for field in spell.tracked_fields:
            setattr(spell, field.attname, getattr(record, field.attname))
        spell.save()
        return
    record._history_user, record._history_date = by, at
    record.save()


def delete_in_history(record: Any, *, by: Any, at: dt.datetime) -> None:
    """Delete a record; its last wording stays in history, with who deleted it."""
    record._history_user, record._history_date = by, at
    record.delete()


def loses_words(before: str, after: str) -> bool:
    """Whether so much of a text goes that history must keep it as it was."""
    return characters_lost(before, after) > WEIGHT


def characters_lost(before: str, after: str) -> int:
    """How many characters of a text no longer stand, where one place of it was rewritten."""
    if after.startswith(before):
        return 0
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return len(before) - start - end


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike; halving, for texts are long and compared with every save."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
