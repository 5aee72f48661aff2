"""The columns of a sheet of people and seats, and what a row of it says, told in the row's own words."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from boards.models import Seat
from trust.tools.dates_in_forms import MONTHS
from trust.tools.refusal import Refused
from trust.tools.sheets_in import Formula, SheetRead
from trust.tools.words import listing, short_date

MOST_ROWS = 2_000
#: A row whose first words are these explains the sheet and is not read.
NOT_READ = ("example:", "what to write:")
YES, NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")
A_DAY = re.compile(r"(\d{1,2})[ /.-]+(\w+)[ /.,-]+(\d{2,4})")
THE_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00.*)?")
#: Day 0 of a spreadsheet's count of days.
DAY_NOUGHT = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class Column:
    """``key`` is its name to the program; ``told`` and ``example`` stand under it in the template."""

    key: str
    head: str
    told: str
    example: str = ""
    longest: int = 160
    choices: tuple[Any, ...] = field(default=(), repr=False)


COLUMNS = (
    Column("board", "Board", "The board’s name. Needed", "Executive Group"),
    Column("partner", "Partner", "Whose seat it is, by any of the partner’s names", "Health Trust"),
    Column("constituency", "Class of partners", "If the seat is a class’s: its name", longest=120),
    Column("title", "Post of the seat", "If the seat is for a post: its title"),
    Column("role", "Part", "Member unless you say otherwise: Chair, Observer …", "Member", choices=tuple(Seat.Role)),
    Column("membership", "Membership", "For a new seat: Core member …", "Core member", choices=tuple(Seat.Membership)),
    Column("side", "Who is sent", "Officer or Elected member, if it matters", "Officer", choices=tuple(Seat.Side)),
    Column("voting", "Votes", "For a new seat: yes or no; yes unless you say otherwise", "yes"),
    Column("new_seat", "New seat", "yes, to have the seat made where the board has none free", "no"),
    Column("person", "Person", "Who sits there. Empty for a new seat that is vacant", "Asha Quill", longest=120),
    Column("email", "E-mail address", "If you know it: it tells apart two of one name", "asha.quill@example.org"),
    Column("post", "Post of the person", "What they are at the partner", "Head of Service"),
    Column("from_date", "First day", "As a date. Needed for who begins", "1 April 2026"),
    Column("to_date", "Last day", "As a date. For who sits there now, it ends their time", ""),
    Column("appointed_by", "Appointed by", "The body that nominated them, if known", "The Trust’s board"),
)
NEEDED = ("board", "person", "from_date", "to_date")
BY_FIELD = {column.key: column for column in COLUMNS}


@dataclass(frozen=True)
class Row:
    """One row as it was read; ``wrong`` are sentences. Days are kept as ISO dates, as JSON keeps them."""

    line: int
    cells: dict[str, str]
    wrong: tuple[str, ...] = ()
    choice: str = ""

    def __getitem__(self, name: str) -> str:
        """The words of a column, "" where the sheet has none."""
        if name not in BY_FIELD:
            raise KeyError(name)
        return self.cells.get(name, "")

    def day(self, name: str) -> dt.date | None:
        return dt.date.fromisoformat(self[name]) if self[name] else None


def template_rows() -> list[list[str]]:
    """What stands under the heads of the template: what each column is, and an example."""
    told = [column.told for column in COLUMNS]
    example = [column.example for column in COLUMNS]
    return [[f"What to write: {told[0]}", *told[1:]], [f"Example: {example[0]}", *example[1:]]]


def rows_of(sheet: SheetRead) -> list[dict[str, Any]]:
    """The rows as they are kept. Refuses a sheet whose columns are not known, or none of whose rows says anything."""
    at, fields = _heads(sheet)
    head = sheet.lines[at].number
    merged = [where for line, where in sheet.merged if line >= head]
    if merged:
        raise Refused(f"Cells are merged: {listing(merged[:5])}. A merged cell hides those under it. Split them.")
    said = (row_of(line.number, fields, line.cells) for line in sheet.lines[at + 1 :])
    rows = [row for row in said if not row["cells"].get("board", "").lower().startswith(NOT_READ)]
    if not rows:
        raise Refused("The sheet has its columns and no rows under them.")
    return rows


def _heads(sheet: SheetRead) -> tuple[int, list[str]]:
    """Where the line of heads is, among the first ten, and the fields they stand for."""
    known = {column.head.casefold(): column.key for column in COLUMNS}
    for at, line in enumerate(sheet.lines[:10]):
        heads = [str(cell).strip() for cell in line.cells]
        while heads and not heads[-1]:
            heads.pop()
        fields = [known.get(head.casefold(), "") for head in heads]
        if len(set(fields) & set(NEEDED)) >= 2:
            _check_heads(heads, fields)
            return at, fields
    raise Refused("The sheet has not the columns of the template: no line begins with Board and has Person in it.")


def _check_heads(heads: Sequence[str], fields: Sequence[str]) -> None:
    missing = [f"“{BY_FIELD[name].head}”" for name in NEEDED if name not in fields]
    if missing:
        raise Refused(
            f"The sheet has no column {listing(missing)}. Name the columns as in the template; "
            "a heading across several columns hides those beneath it."
        )
    for head, name in zip(heads, fields, strict=True):
        if not name:
            said = f"“{head}” is no column" if head else "One column has no heading: it is none"
            raise Refused(f"{said} of this sheet. Take it out, or name it as in the template.")
        if fields.count(name) > 1:
            raise Refused(f"The column “{head}” is there twice. Take one of them out.")


def row_of(line: int, fields: Sequence[str], values: Iterable[object]) -> dict[str, Any]:
    """One row to be kept: its words by column, and what is wrong with them."""
    cells: dict[str, str] = {}
    wrong: list[str] = []
    for number, value in enumerate(values):
        if number >= len(fields):
            if value != "":
                wrong.append(f"“{_shown(value)}” stands in a column without a heading.")
            continue
        try:
            cells[fields[number]] = _said(BY_FIELD[fields[number]], value)
        except Refused as refusal:
            cells[fields[number]] = ""
            wrong.append(str(refusal))
    return {"line": line, "cells": cells, "wrong": wrong, "choice": ""}


def _shown(value: object) -> str:
    said = value.said if isinstance(value, Formula) else str(value)
    return said if len(said) <= 60 else f"{said[:60]}…"


def _said(column: Column, value: object) -> str:
    if isinstance(value, Formula):
        raise Refused(f"{column.head} is a formula, {_shown(value)}. Copy the column and paste it as values.")
    if column.key in ("from_date", "to_date"):
        day = the_day(column.head, value)
        return day.isoformat() if day else ""
    if isinstance(value, dt.date):
        raise Refused(f"{column.head} is a date, {short_date(value)}. Write words there.")
    words = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if len(words) > column.longest:
        raise Refused(f"{column.head} is longer than {column.longest} characters: “{_shown(words)}”.")
    if column.choices:
        return _chosen(column, words)
    return _yes_or_no(column, words) if column.key in ("voting", "new_seat") else words


def _chosen(column: Column, words: str) -> str:
    """The choice by its label; “Core” does for “Core member”."""
    said = words.casefold()
    for choice in column.choices:
        if said in ("", choice.label.casefold(), choice.label.casefold().removesuffix(" member")):
            return str(choice.value) if said else ""
    labels = listing([choice.label for choice in column.choices], "or")
    raise Refused(f"{column.head} says “{_shown(words)}”. It is one of {labels}.")


def _yes_or_no(column: Column, words: str) -> str:
    said = words.casefold()
    if said and said not in YES + NO:
        raise Refused(f"{column.head} says “{_shown(words)}”. Write yes or no.")
    return "yes" if said in YES else "no" if said else ""


def the_day(head: str, value: object) -> dt.date | None:
    """The day a cell says. A bare number is refused with the day a spreadsheet would show for it."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date) or value == "":
        return value or None  # type: ignore[return-value]
    said = str(value).strip()
    if type(value) in (int, float) or said.replace(".", "", 1).isdecimal():
        raise Refused(_number_said(head, said))
    if iso := THE_ISO_DAY.fullmatch(said):
        return _real(head, said, iso[1], iso[2], iso[3])
    found = A_DAY.fullmatch(re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", said, flags=re.IGNORECASE))
    if not found:
        raise Refused(f"{head} says “{_shown(said)}”, which is no date. Write it like 1 April 2026.")
    if len(found[3]) != 4:
        raise Refused(f"{head} says “{said}”. Write the year in four figures.")
    return _real(head, said, found[3], str(MONTHS.get(found[2].lower(), found[2])), found[1])


def _real(head: str, said: str, year: str, month: str, day: str) -> dt.date:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise Refused(f"{head} says “{_shown(said)}”. There is no such day.") from None


def _number_said(head: str, said: str) -> str:
    count = float(said)
    if 20_000 <= count <= 80_000:
        day = short_date(DAY_NOUGHT + dt.timedelta(days=int(count)))
        return f"{head} is the number {said}, which a spreadsheet shows as {day}. Make its cells dates, or write {day}."
    return f"{head} is the number {said}, and no date. Write it like 1 April 2026."
