"""Every document is for keeping (PDF/A-3a) and for everyone (PDF/UA-1), before it is signed and after."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.print.reading import Reading, attribute, children, failed_rules, said_by, texts_by_page
from tests.print.sample import TABLES, sample_pdf


@pytest.fixture(scope="module")
def reading(document: Path) -> Reading:
    return Reading(document.read_bytes())


def test_domain_56_no_rule_of_either_standard_is_broken(document):
    assert failed_rules(document) == []


def test_the_file_is_sound(document):
    assert "No syntax or stream encoding errors found" in said_by("qpdf", "--check", document)


def test_our_typeface_is_embedded_and_no_other(document):
    fonts = said_by("pdffonts", document).splitlines()[2:]
    assert fonts
    assert all("Atkinson-Hyperlegible-Next" in font for font in fonts)
    assert all(font.split()[-5:-2] == ["yes", "yes", "yes"] for font in fonts)


def test_it_has_title_language_and_tags(reading):
    assert str(reading.pdf.docinfo["/Title"]) == "Minutes of the Harbour Board, Tuesday 4 March 2025"
    assert str(reading.root.Lang) == "en-GB"
    assert reading.root.MarkInfo.Marked
    assert reading.root.ViewerPreferences.DisplayDocTitle


def test_headings_descend_without_a_gap(reading):
    levels = [int(tag[1]) for tag in reading.tags() if tag[0] == "H" and tag[1:].isdigit()]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_header_cell_says_what_it_heads(reading):
    assert {attribute(cell, "/Scope") for cell in reading.having("TH")} == {"/Row", "/Column"}


def test_a_table_over_pages_is_one_table_with_one_head(reading):
    tables = reading.having("Table")
    assert len(tables) == TABLES
    assert [sum(str(kid.S) == "/THead" for kid in children(table)) for table in tables] == [1] * TABLES


def test_a_row_broken_by_a_page_is_one_row(reading):
    business = reading.having("Table")[1]
    rows = [row for group in children(business) for row in children(group)]
    assert len(rows) == 1 + 2 + 7


def test_running_heads_are_artifacts_on_every_page(reading):
    assert all(any("Pagination" in mark for mark in reading.marks_on(n)) for n in range(len(reading.pdf.pages)))


@pytest.mark.usefixtures("plain")
def test_domain_63_draft_stands_on_every_page_until_approved(tmp_path):
    for draft in (True, False):
        path = tmp_path / f"{draft}.pdf"
        path.write_bytes(sample_pdf(draft=draft))
        assert {"DRAFT" in text for text in texts_by_page(path)} == {draft}


def test_pages_are_numbered_and_carry_board_and_day(document):
    texts = texts_by_page(document)
    assert len(texts) > 3
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert "Harbour Board" in text
        assert "Tuesday 4 March 2025" in text


def test_the_outline_lists_the_headings(reading):
    with reading.pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Harbour Board"]
        assert [entry.title for entry in outline.root[0].children] == ["Present", "Business", "Outstanding actions"]


def test_signed_by_pdfsig_s_account(signed, tmp_path):
    (tmp_path / "signed.pdf").write_bytes(signed)
    said = said_by("pdfsig", "-nocert", tmp_path / "signed.pdf")
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "Not total" not in said
