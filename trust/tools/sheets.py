"""Lists as CSV and as XLSX, safe to open: no cell begins a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

#: What a spreadsheet would take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: How a sheet shows an amount; what it holds stays a number that it can add up.
POUNDS = '"£"#,##0.00;−"£"#,##0.00'
#: Characters across, where the head of a column needs no more.
ACROSS = 18


class Pounds(Decimal):
    """An amount in pounds: a number in a file, with its sign where the file can show one."""


def safe_cell(value: object) -> object:
    """Words that would begin a formula get an apostrophe before them; numbers and dates stay what they are."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value


def sheet(kind: str, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The list as a file to keep; ``kind`` is one of KINDS."""
    return attached(sheet_body(kind, columns, rows), KINDS[kind], f"{name}.{kind}")


def sheet_body(kind: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The same as bytes. Rows are taken one by one, and none is kept in memory but as what is written."""
    return _as_csv(columns, rows) if kind == "csv" else _as_xlsx(columns, rows)


def attached(body: bytes, content_type: str, name: str) -> HttpResponse:
    """A file to keep, under this name."""
    answer = HttpResponse(body, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def book(pages: Iterable[tuple[str, Sequence[str], Iterable[Sequence[object]]]]) -> bytes:
    """An XLSX of several sheets, each with its title, its columns and its rows."""
    made = Workbook(write_only=True)
    for title, columns, rows in pages:
        page = made.create_sheet("".join("-" if letter in "[]:*?/\\" else letter for letter in title)[:31])
        page.freeze_panes = "A2"
        for place, words in enumerate(columns, start=1):
            page.column_dimensions[get_column_letter(place)].width = max(ACROSS, len(words) + 2)
        page.append([_cell(page, safe_cell(words), font=Font(bold=True)) for words in columns])
        for row in rows:
            page.append([_amount(page, value) if isinstance(value, Pounds) else safe_cell(value) for value in row])
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _amount(page: Any, value: Decimal) -> WriteOnlyCell:
    return _cell(page, Decimal(value), number_format=POUNDS)


def _cell(page: Any, value: object, **looks: object) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value=value)
    for name, look in looks.items():
        setattr(cell, name, look)
    return cell


def _as_xlsx(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    return book([("Sheet", columns, rows)])
