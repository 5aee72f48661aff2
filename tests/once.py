"""Made once and written again: what hundreds of tests begin with costs one statement instead of two hundred.

What was made is kept as the rows it left in an empty database, with their keys. Sequences never go back, so nothing
made later is given one of these keys.
"""

import copy
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import connection

from tests.template import filled, written_tables

T = TypeVar("T")

_made: dict[object, tuple[Any, str]] = {}


def made_once(make: Callable[[], T]) -> T:
    """What ``make`` makes, the second time from the rows of the first."""
    if make not in _made:
        if filled(written_tables()):
            return make()
        made = make()
        _made[make] = copy.deepcopy(made), "; ".join(rows_of(table) for table in filled(written_tables()))
        return made
    made, rows = _made[make]
    with connection.cursor() as cursor:
        cursor.execute(rows)
    return copy.deepcopy(made)


def rows_of(table: str) -> str:
    """The statement that writes the table's rows as they are now. References are checked at the end of all."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT quote_literal(json_agg(rows)) FROM {table} rows")
        (rows,) = cursor.fetchone()
    return f"INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(null::{table}, {rows})"
