"""A record's history: written with who and why, and read as changes in words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models

from trust.tools import words

#: Kinds of field that say nothing to a reader: keys, addresses, fingerprints, the desk's own copies.
UNSAID = (models.UUIDField, models.SlugField, models.JSONField, models.BinaryField, models.AutoField)
#: What the fields are called that keep a financial year by the April it begins in.
FINANCIAL_YEAR = "financial year beginning in April"

Known = Mapping[type[models.Model], models.QuerySet]


@dataclass(frozen=True)
class FieldChange:
    """One field's change in words; "" stands for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What somebody did to a record at one moment. ``what`` is "Added", "Changed" or "Removed"."""

    at: dt.datetime
    who: str
    what: str
    thing: str
    fields: tuple[FieldChange, ...]
    why: str


def changes_of(record: Any, parts: Iterable[str] = (), *, known: Known | None = None) -> list[Change]:
    """Every change of the record and of its ``parts`` (names of its related sets), latest first.

    A part that has been removed since is there still. ``known``: of these models, those whose names may be told; a
    change that names another is left out. Statements grow with the kinds of part, not with the changes.
    """
    known = known or {}
    rows = [*record.history.select_related("history_user__person")]
    found = _changes(type(record), rows, called={record.pk: ""}, known=known)
    for part in parts:
        relation = record._meta.get_field(part)
        model, key = relation.related_model, relation.field.attname
        of_record = model.history.filter(**{key: record.pk}).select_related("history_user__person")
        if model in known:
            of_record = of_record.filter(id__in=known[model].values("pk"))
        there = model._default_manager.filter(**{key: record.pk}).select_related()
        called = {one.pk: f": {one}" for one in there}
        found += _changes(model, [*of_record], called=called, known=known, beside=key)
    return sorted(found, key=lambda change: change.at, reverse=True)


def _changes(
    model: type[models.Model], rows: list[Any], *, called: dict[Any, str], known: Known, beside: str = ""
) -> list[Change]:
    """Of rows of one model: each compared with the one before it. ``beside``: the field that names the whole."""
    fields = [field for field in model._meta.concrete_fields if _is_said(field) and field.attname != beside]
    named = _names(fields, rows, known)
    if beside:
        rows = [row for row in rows if not any(_is_untold(field, row, named, known) for field in fields)]
    last: dict[Any, Any] = {}
    found = []
    for row in sorted(rows, key=lambda row: (row.history_date, row.history_id)):
        before, last[row.id] = last.get(row.id), row
        told = [field for field in fields if not any(_is_untold(field, one, named, known) for one in (before, row))]
        changed = tuple(filter(None, (_field_change(field, before, row, named) for field in told)))
        if changed or row.history_type != "~":
            found.append(_change(model, row, changed if row.history_type != "-" else (), called.get(row.id, "")))
    return found


def _is_said(field: Any) -> bool:
    """Places in an order move with every insertion; the numbers printed from them are told."""
    return not isinstance(field, UNSAID) and not field.primary_key and field.name not in ("position", "sha256")


def _change(model: type[models.Model], row: Any, changed: tuple[FieldChange, ...], called: str) -> Change:
    return Change(
        at=row.history_date,
        who=str(getattr(row.history_user, "person", row.history_user) or ""),
        what={"+": "Added", "~": "Changed", "-": "Removed"}[row.history_type],
        thing=_sentence(str(model._meta.verbose_name)) + called,
        fields=changed,
        why=row.history_change_reason or "",
    )


def _field_change(field: Any, before: Any, row: Any, named: dict[Any, str]) -> FieldChange | None:
    """None where nothing changed; of a new record, what it was given."""
    old = getattr(before, field.attname) if before else field.get_default()
    new = getattr(row, field.attname)
    if old == new or (old in (None, "") and new in (None, "")):
        return None
    label = _sentence(_label(field))
    return FieldChange(label, _in_words(field, old, named) if before else "", _in_words(field, new, named))


def _label(field: Any) -> str:
    """Amounts are told in pounds, beside the words of the paper; a financial year as people write it."""
    said = str(field.verbose_name)
    if said == FINANCIAL_YEAR:
        return "financial year"
    return f"{said.removesuffix(' stated')}, as stated" if said.endswith(" stated") else said.removesuffix(" pence")


def _is_untold(field: Any, row: Any, named: dict[Any, str], known: Known) -> bool:
    """Whether the row names something here that the reader may not know of."""
    key = getattr(row, field.attname) if row and field.remote_field else None
    return key is not None and field.remote_field.model in known and (field.remote_field.model, key) not in named


def _names(fields: list[Any], rows: list[Any], known: Known) -> dict[Any, str]:
    """What the records are called that these rows point to, by model and key. A statement for each kind."""
    wanted: dict[Any, set[Any]] = {}
    for field in fields:
        if field.remote_field:
            keys = {getattr(row, field.attname) for row in rows} - {None}
            wanted.setdefault(field.remote_field.model, set()).update(keys)
    return {
        (model, key): _called(record)
        for model, keys in wanted.items()
        if keys
        for key, record in known.get(model, model._default_manager.all()).filter(pk__in=keys).in_bulk().items()
    }


def _called(record: Any) -> str:
    """An account by the person whose it is: an e-mail address is for signing in."""
    return str(getattr(record, "person", record) if isinstance(record, get_user_model()) else record)


def _in_words(field: Any, value: Any, named: dict[Any, str]) -> str:
    if value in (None, ""):
        return ""
    if field.remote_field:
        return named.get((field.remote_field.model, value), "one that is no longer there")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return words.instant(value)
    if isinstance(value, dt.date):
        return words.short_date(value)
    if isinstance(value, dt.time):
        return words.time_of_day(value)
    if field.verbose_name == FINANCIAL_YEAR:
        return f"{value}/{(value + 1) % 100:02d}"
    return words.money(value) if field.name.endswith("_pence") else str(value)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
