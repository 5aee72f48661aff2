"""Sheets of people and seats as somebody would fill them in: rows by the heads of their columns."""

import csv
import io

from openpyxl import Workbook

from boards.rules.sheet import COLUMNS

HEADS = tuple(column.head for column in COLUMNS)


def _cells(rows: tuple[dict[str, str], ...]) -> list[list[str]]:
    return [list(HEADS), *([row.get(head, "") for head in HEADS] for row in rows)]


def csv_of(*rows: dict[str, str]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(_cells(rows))
    return written.getvalue().encode()


def xlsx_of(*rows: dict[str, str]) -> bytes:
    book = Workbook()
    for cells in _cells(rows):
        book.active.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def a_row(person: str, **said: str) -> dict[str, str]:
    """Somebody who begins for the Health Trust on the cast's board; ``said`` by heads, with _ for spaces."""
    row = {"Board": "Executive Group", "Partner": "Health Trust", "Person": person, "First day": "1 April 2026"}
    return row | {head.replace("_", " "): value for head, value in said.items()}
