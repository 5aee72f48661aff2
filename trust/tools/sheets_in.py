"""A CSV or XLSX that is sent in, read cell by cell: told by what is in it, and never more of it than asked for."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from trust.tools.plain import plain
from trust.tools.refusal import Refused
from trust.tools.sheets import FORMULA

MEGABYTE = 1024 * 1024
LARGEST = 5 * MEGABYTE
#: What an XLSX of that size may come to once it is unpacked.
LARGEST_UNPACKED = 80 * MEGABYTE
WIDEST = 60
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


@dataclass(frozen=True)
class Formula:
    """A cell that is worked out from others."""

    said: str


@dataclass(frozen=True)
class Line:
    """A line of the sheet by its number there; cells are words, numbers, days or ``Formula``."""

    number: int
    cells: tuple[object, ...]


@dataclass(frozen=True)
class SheetRead:
    """Lines that are not empty, and the cells that are merged, as line and range: (3, "A3:C3")."""

    lines: tuple[Line, ...]
    merged: tuple[tuple[int, str], ...] = ()


def read_sheet(content: bytes, *, most: int, beside: int = 0) -> SheetRead:
    """Refuses what is no sheet, what is too large, and more than ``most`` rows: before the rest is read.

    ``beside``: lines that are no rows, such as the heads.
    """
    if not content:
        raise Refused("The file is empty.")
    if len(content) > LARGEST:
        raise Refused(f"The file is larger than {LARGEST // MEGABYTE} MB. Send it in parts.")
    if content.startswith(OLD_EXCEL):
        raise Refused("This is an old Excel file, or one with a password. Save it as .xlsx or CSV without a password.")
    if content.startswith(b"PK"):
        return _read_xlsx(content, most, beside)
    return SheetRead(_taken(_csv_rows(content), most, beside))


def _taken(rows: Iterable[Iterable[object]], most: int, beside: int) -> tuple[Line, ...]:
    taken: list[Line] = []
    for number, row in enumerate(rows, start=1):
        cells = tuple(_cell(value) for value in row)
        if any(cell != "" for cell in cells):
            taken.append(Line(number, cells))
        if len(taken) > most + beside or number > most * 20:
            raise Refused(f"The sheet has more than {most:,} rows. Send it in parts, such as a board at a time.")
    return tuple(taken)


def _cell(value: object) -> object:
    if isinstance(value, str):
        words = value.strip()
        if words.startswith("'") and words[1:].startswith(FORMULA):
            return _line(words[1:])
        return Formula(words) if words.startswith("=") else _line(words)
    return "" if value is None else value


def _line(words: str) -> str:
    return " ".join(plain(words).split())


def _csv_rows(content: bytes) -> Iterator[list[str]]:
    text = _text(content)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Refused("The file cannot be read as a CSV. Save it again, as CSV or .xlsx.") from error


def _text(content: bytes) -> str:
    """As spreadsheets write it: UTF-8 with or without its mark, UTF-16 with it, or Windows’ own."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise Refused("Only a CSV or an Excel file (.xlsx) is read. This file is neither, whatever its name.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_xlsx(content: bytes, most: int, beside: int) -> SheetRead:
    no_sheet = "Only a CSV or an Excel file (.xlsx) is read. This file is neither, or is broken."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if "xl/workbook.xml" not in packed.namelist():
                raise Refused(no_sheet)
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise Refused("The file holds far more than it seems to. Copy the rows alone into a new sheet.")
            book = load_workbook(io.BytesIO(content), read_only=True)
            page = book.worksheets[0]
            lines = _taken(_xlsx_rows(page), most, beside)
            return SheetRead(lines, _merged(packed.read(page._worksheet_path.lstrip("/"))))
    except Refused:
        raise
    except Exception as error:  # A broken file breaks the library in as many ways as there are parts in it.
        raise Refused(no_sheet) from error


def _xlsx_rows(page: Any) -> Iterator[list[object]]:
    page.reset_dimensions()  # What the file says of its own size may be wrong.
    for row in page.iter_rows():
        yield [_value(cell) for cell in islice(row, WIDEST)]


def _value(cell: Any) -> object:
    return Formula(str(cell.value)) if cell.data_type == "f" else cell.value


def _merged(xml: bytes) -> tuple[tuple[int, str], ...]:
    ends = (tuple(part.decode() for part in one.groups()) for one in MERGED.finditer(xml))
    return tuple((int(last), f"{left}{first}:{right}{last}") for left, first, right, last in ends)
