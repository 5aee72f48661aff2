"""Records read by a statement written out, for what is asked every second: there building it costs more than asking."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model


def read(sql: str, given: Mapping[str, Any], **models: type[Model]) -> Iterator[tuple[Any, ...]]:
    """Each row as one record for each of ``models``, None where an outer join found none, and the columns after them.

    The SELECT begins with the models' names in braces, in their order; each is the alias of its table in the FROM.
    """
    columns = {alias: _columns(alias, model) for alias, model in models.items()}
    with connection.cursor() as cursor:
        cursor.execute(sql.format(**columns), given)
        for row in cursor.fetchall():
            yield tuple(_records(row, models.values()))


def run(sql: str, given: Mapping[str, Any]) -> int:
    """How many rows a statement wrote."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.rowcount


def _records(row: Sequence[Any], models: Any) -> Iterator[Any]:
    place = 0
    for model in models:
        names, converted, key = _shape(model)
        values = list(row[place : place + len(names)])
        place += len(names)
        for n, convert in converted:
            values[n] = convert(values[n], None, connection)
        yield None if values[key] is None else model.from_db("default", names, values)
    yield from row[place:]


@lru_cache
def _columns(alias: str, model: type[Model]) -> str:
    return ", ".join(f'{alias}."{field.column}"' for field in model._meta.concrete_fields)


@lru_cache
def _shape(model: type[Model]) -> tuple[list[str], list[tuple[int, Any]], int]:
    """The fields' names, those whose values are read otherwise than the database gives them, and where the key is."""
    fields = model._meta.concrete_fields
    converted = [(n, field.from_db_value) for n, field in enumerate(fields) if hasattr(field, "from_db_value")]
    return [field.attname for field in fields], converted, fields.index(model._meta.pk)


def values_of(record: Any, fields: Sequence[Any]) -> dict[str, Any]:
    """What is to be written of a record, by column, as the database takes it."""
    return {field.column: field.get_db_prep_save(field.pre_save(record, False), connection) for field in fields}


def remember(record: Any, name: str, rows: Sequence[Any]) -> None:
    """Let ``record.<name>.all()`` answer with rows that were read already, as a prefetch does."""
    found = getattr(record, name).get_queryset()
    found._result_cache, found._prefetch_done = list(rows), True
    record.__dict__.setdefault("_prefetched_objects_cache", {})[name] = found
