"""Writing a record so that its history says who, and why where there is a reason."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import models
from simple_history.utils import bulk_update_with_history

M = TypeVar("M", bound=models.Model)

_reason: ContextVar[str] = ContextVar("reason", default="")


@contextmanager
def with_reason(because: str) -> Iterator[None]:
    """What history says of whatever is kept meanwhile and has no reason of its own."""
    token = _reason.set(because)
    try:
        yield
    finally:
        _reason.reset(token)


def keep(record: M, *, by: Any, because: str = "") -> M:
    """Save a record; history names ``by`` and gives ``because`` as the reason."""
    _signed(record, by, because).save()
    return record


def keep_all(records: Sequence[models.Model], fields: Sequence[str], *, by: Any, because: str = "") -> None:
    """Save these fields of many records of one kind in two statements, their history among them."""
    if records:
        model = type(records[0])
        bulk_update_with_history(records, model, fields, default_user=by, default_change_reason=because or None)


def discard(record: models.Model, *, by: Any, because: str = "") -> None:
    """Delete a record; its last state stays in history."""
    _signed(record, by, because).delete()


def _signed(record: Any, by: Any, because: str) -> Any:
    """The record, with what its next history row is to say."""
    record._history_user, record._change_reason = by, because or _reason.get() or None
    return record
