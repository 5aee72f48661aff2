"""History of what is saved every second: one row for each spell of writing, not one for each tick."""

import datetime as dt
from functools import lru_cache
from typing import Any

from django.db.models import Model

from trust.tools.statement import run, values_of

SPELL = dt.timedelta(minutes=10)

#: Characters that may go within a spell without a row of their own: a slip put right, not a sentence.
WEIGHT = 40


def save_within_spell(record: Any, *, by: Any, at: dt.datetime, afresh: bool = False) -> None:
    """Save a record with history. Within ten minutes of its author's last row that row takes the new wording.

    So history holds each author's wording at the end of each spell, dated when the spell began. ``afresh`` begins
    another row, so that the last one keeps words which this save takes away.
    """
    if record.pk and not afresh and _is_saved_in_spell(record, by=by, at=at):
        return
    record._history_user, record._history_date = by, at
    record.save()


def _is_saved_in_spell(record: Any, *, by: Any, at: dt.datetime) -> bool:
    """Write record and row in one statement, where the last row is of this author and spell. Their locks are held."""
    given = values_of(record, record._meta.concrete_fields)
    return run(_in_spell(record.__class__), given | {"by": by.pk, "since": at - SPELL}) == 1


@lru_cache
def _in_spell(model: type[Model]) -> str:
    """Adding nothing to the key keeps the planner on the record's own rows, where it would walk all history."""
    told = model.history.model  # type: ignore[attr-defined]  # which the history library adds
    record, row = (
        ", ".join(f'"{field.column}" = %({field.column})s' for field in fields)
        for fields in (
            [field for field in model._meta.concrete_fields if not field.primary_key],
            told.tracked_fields,
        )
    )
    key = model._meta.pk.column
    return f"""
        WITH spell AS (
            UPDATE "{told._meta.db_table}" SET {row} WHERE history_id = (
                SELECT history_id FROM "{told._meta.db_table}" WHERE "{key}" = %({key})s
                ORDER BY history_id + 0 DESC LIMIT 1
            ) AND history_user_id = %(by)s AND history_date > %(since)s AND history_type <> '-'
            RETURNING history_id
        )
        UPDATE "{model._meta.db_table}" SET {record} WHERE "{key}" = %({key})s AND EXISTS (SELECT FROM spell)
    """


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
