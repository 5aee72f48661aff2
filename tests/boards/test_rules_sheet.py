"""What a sheet that is sent in says, told in its rows' own words (issue 5, bad input)."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook

from boards.rules import sheet as rules
from tests.boards.sheets import HEADS, csv_of, xlsx_of
from trust.tools.refusal import Refused, why_not
from trust.tools.sheets_in import LARGEST, Formula, read_sheet


def read(content: bytes, most: int = rules.MOST_ROWS) -> list[dict[str, object]]:
    return rules.rows_of(read_sheet(content, most=most))


@pytest.mark.parametrize("made", [csv_of, xlsx_of])
def test_a_row_is_read_from_either_kind(made):
    (row,) = read(made({"Board": " Executive  Group ", "Person": "Asha Quill", "First day": "1 April 2026"}))
    assert (row["line"], row["wrong"]) == (2, [])
    assert row["cells"]["board"] == "Executive Group"
    assert row["cells"]["from_date"] == "2026-04-01"


def test_the_template_explains_itself_and_none_of_it_is_read():
    assert {len(row) for row in rules.template_rows()} == {len(rules.COLUMNS)}
    told = [dict(zip(HEADS, row, strict=True)) for row in rules.template_rows()]
    assert why_not(read, csv_of(*told)) == "The sheet has its columns and no rows under them."


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (dt.datetime(2026, 4, 1), dt.date(2026, 4, 1)),
        ("1 April 2026", dt.date(2026, 4, 1)),
        ("1st apr 2026", dt.date(2026, 4, 1)),
        ("01/04/2026", dt.date(2026, 4, 1)),
        ("2026-04-01", dt.date(2026, 4, 1)),
        ("", None),
        (46113, "First day is the number 46113, which a spreadsheet shows as 1 April 2026. Make its cells dates"),
        ("46113", "First day is the number 46113, which a spreadsheet shows as 1 April 2026. Make its cells dates"),
        (7, "First day is the number 7, and no date. Write it like 1 April 2026."),
        ("1/4/26", "First day says “1/4/26”. Write the year in four figures."),
        ("31 February 2026", "First day says “31 February 2026”. There is no such day."),
        ("soon", "First day says “soon”, which is no date. Write it like 1 April 2026."),
        (True, "First day says “True”, which is no date."),
    ],
)
def test_dates_as_people_write_them_and_as_numbers(value, said):
    if isinstance(said, str):
        assert why_not(rules.the_day, "First day", value).startswith(said)
    else:
        assert rules.the_day("First day", value) == said


@pytest.mark.parametrize(
    ("head", "value", "wrong"),
    [
        ("Person", Formula("=A1"), "Person is a formula, =A1. Copy the column and paste it as values."),
        ("Part", "Boss", "Part says “Boss”. It is one of Member, Chair, Vice-chair, Joint chair, Minute taker or"),
        ("Votes", "perhaps", "Votes says “perhaps”. Write yes or no."),
        ("Person", dt.datetime(2026, 4, 1), "Person is a date, 1 April 2026. Write words there."),
        ("Person", "x" * 121, "Person is longer than 120 characters: “xxx"),
    ],
)
def test_what_a_cell_cannot_say(head, value, wrong):
    fields = [column.key for column in rules.COLUMNS]
    row = rules.row_of(4, fields, [value if column.head == head else "" for column in rules.COLUMNS])
    assert len(row["wrong"]) == 1
    assert row["wrong"][0].startswith(wrong)


@pytest.mark.parametrize("made", [csv_of, xlsx_of])
def test_formulas_are_told_beside_their_row(made):
    (row,) = read(made({"Board": "Executive Group", "Person": "=CONCAT(B1,B2)"}))
    assert row["wrong"] == ["Person is a formula, =CONCAT(B1,B2). Copy the column and paste it as values."]


def test_core_does_for_core_member():
    (row,) = read(csv_of({"Board": "x", "Membership": "core", "Who is sent": "elected member", "Part": "VICE-CHAIR"}))
    assert [row["cells"][name] for name in ("membership", "side", "role")] == ["core", "member", "vice_chair"]


@pytest.mark.parametrize(
    ("heads", "sentence"),
    [
        (["Name", "Body"], "The sheet has not the columns of the template"),
        (["Board", "Person", "First day"], "The sheet has no column “Last day”."),
        ([*HEADS, "Shoe size"], "“Shoe size” is no column of this sheet. Take it out"),
        ([*HEADS, "Board"], "The column “Board” is there twice."),
        (["Board", "", "Person", "First day", "Last day"], "One column has no heading: it is none of this sheet."),
    ],
)
def test_wrong_columns(heads, sentence):
    written = ",".join(heads).encode() + b"\nExecutive Group" + b"," * len(heads)
    assert why_not(read, written).startswith(sentence)


def test_a_line_above_the_heads_is_passed_over_and_merged_cells_below_are_refused():
    book = Workbook()
    page = book.active
    page.append(["Membership 2026"])
    page.append(list(HEADS))
    page.append(["Executive Group"])
    page.merge_cells("A1:D1")
    assert len(read(_saved(book))) == 1
    page.merge_cells("B3:C3")
    assert why_not(read, _saved(book)) == ("Cells are merged: B3:C3. A merged cell hides those under it. Split them.")


def _saved(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _zipped(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "The file is empty.", id="empty"),
        pytest.param(b"a" * (LARGEST + 1), "The file is larger than 5 MB.", id="large"),
        pytest.param(b"\xd0\xcf\x11\xe0old", "This is an old Excel file", id="old"),
        pytest.param(b"\x89PNG\0\0", "Only a CSV or an Excel file (.xlsx) is read.", id="a picture"),
        pytest.param(b"PK\x03\x04rubbish", "Only a CSV or an Excel file (.xlsx) is read.", id="a broken zip"),
        pytest.param(_zipped(word=b"x"), "Only a CSV or an Excel file (.xlsx) is read.", id="another zip"),
        pytest.param(
            _zipped(**{"xl/workbook.xml": b"0" * 90_000_000}), "The file holds far more than it seems", id="a bomb"
        ),
    ],
)
def test_what_is_no_sheet(content, sentence):
    assert why_not(read, content).startswith(sentence)


def test_fifty_thousand_rows_are_refused_before_all_are_read(monkeypatch):
    seen = []
    monkeypatch.setattr("trust.tools.sheets_in._cell", lambda value: seen.append(value) or value)
    with pytest.raises(Refused, match=r"The sheet has more than 2,000 rows. Send it in parts"):
        read(b"Board,Person\n" + b"Executive Group,Asha\n" * 50_000)
    assert len(seen) < 5_000


def test_windows_own_letters_and_semicolons_are_read():
    written = "Board;Person;First day;Last day\nExecutive Group;Siân Pryce;;1 May 2026".encode("cp1252")
    assert read(written)[0]["cells"]["person"] == "Siân Pryce"
