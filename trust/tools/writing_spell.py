"""History of what is saved every second: one row for each spell of writing, not one for each tick."""

import datetime as dt
from typing import Any

SPELL = dt.timedelta(minutes=10)


def save_within_spell(record: Any, *, by: Any, at: dt.datetime) -> None:
    """Save a record with history. Within ten minutes of its author's last row that row takes the new wording.

    So history holds each author's wording at the end of each spell, dated when the spell began.
    """
    spell = record.history.order_by("-history_id").first() if record.pk else None
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
