"""Writing a record so that its history says who, and why where there is a reason."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import models
from simple_history.utils import bulk_update_with_history

from trust.tools.history import save_with_reason

M = TypeVar("M", bound=models.Model)


def keep(record: M, *, by: Any, because: str = "") -> M:
    """Save a record; history names ``by`` and gives ``because`` as the reason."""
    save_with_reason(record, by=by, why=because)
    return record


def keep_all(records: Sequence[models.Model], fields: Sequence[str], *, by: Any, because: str = "") -> None:
    """Save these fields of many records of one kind in two statements, their history among them."""
    if records:
        model = type(records[0])
        bulk_update_with_history(records, model, fields, default_user=by, default_change_reason=because or None)


def discard(record: models.Model, *, by: Any, because: str = "") -> None:
    """Delete a record; its last state stays in history."""
    kept: Any = record
    kept._history_user, kept._change_reason = by, because or None
    record.delete()
