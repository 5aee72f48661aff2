"""A board's commissioning report: page, one page, PDF, Word and sheets say the same, to those who read its papers."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook

from commissioning.models import Allocation, Contribution, Fund, FundYear, SpendReport
from commissioning.rules.years import year_of
from tests.print.reading import failed_rules, texts_by_page

pytestmark = pytest.mark.django_db
YEAR = year_of(timezone.localdate())
KINDS = ("one-page.pdf", "report.pdf", "report.docx", "report.xlsx")


@pytest.fixture
def pot(cast):
    fund = Fund.objects.create(name="Early help pool", kind="pooled", board=cast.board, host=cast.council)
    FundYear.objects.create(fund=fund, year=YEAR, amount_pence=16_200_000)
    Contribution.objects.create(fund=fund, partner=cast.council, year=YEAR, amount_pence=16_200_000)
    given = Allocation.objects.create(fund=fund, year=YEAR, purpose="Peer support", amount_pence=17_100_000)
    told = {"partner": cast.health, "recorded_at": timezone.now(), "recorded_by": cast.member}
    SpendReport.objects.create(
        allocation=given, as_of=timezone.localdate(), spent_pence=5_000_000, forecast_pence=18_000_000, **told
    )
    return fund


def at(name, board, *args):
    return reverse(f"commissioning:{name}", args=[board.slug, *args])


def text(content, tmp_path):
    kept = tmp_path / "report.pdf"
    kept.write_bytes(content)
    assert failed_rules(kept) == []
    pages = texts_by_page(kept)
    return len(pages), " ".join(" ".join(pages).split())


@pytest.mark.parametrize(
    ("who", "status"), [("clerk", 200), ("member", 200), ("member_of_another_partner", 404), ("outsider", 404)]
)
def test_the_report_is_for_those_who_read_the_boards_papers(as_, cast, pot, who, status):
    assert as_(who).get(at("report", cast.board)).status_code == status
    for kind in KINDS:
        assert as_(who).get(at("report_file", cast.board, kind)).status_code == status


def test_the_report_says_what_does_not_add_up_and_what_is_missing(as_, cast, pot):
    page = " ".join(as_("member").get(at("report", cast.board)).content.decode().split())
    assert "More is allocated than there is: Early help pool (£9,000)." in page
    assert "No legal agreement is named for this pooled fund." in page
    assert "£9,000 more than allocated" in page


def test_one_page_is_one_page_and_the_full_report_holds_its_tables(as_, cast, pot, tmp_path):
    pages, brief = text(as_("member").get(at("report_file", cast.board, "one-page.pdf")).content, tmp_path)
    assert pages == 1
    assert "More is allocated than there is" in brief
    assert "Peer support" not in brief
    _, full = text(as_("member").get(at("report_file", cast.board, "report.pdf")).content, tmp_path)
    assert "Peer support" in full


def test_one_page_is_one_page_however_much_there_is_to_say(as_, cast, tmp_path):
    for place in range(14):
        name = f"Pool {place} for children and families with the longest of names"
        fund = Fund.objects.create(name=name, kind="pooled", board=cast.board, host=cast.council)
        FundYear.objects.create(fund=fund, year=YEAR, amount_pence=place * 100_000)
        Contribution.objects.create(fund=fund, partner=cast.council, year=YEAR, amount_pence=5_000_000)
    pages, brief = text(as_("member").get(at("report_file", cast.board, "one-page.pdf")).content, tmp_path)
    assert pages == 1
    assert "The full report says the rest" in brief
    assert "more pots." in brief


def test_word_and_sheets_hold_the_same_rows(as_, cast, pot):
    word = Document(BytesIO(as_("member").get(at("report_file", cast.board, "report.docx")).content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Peer support" in cells
    assert "£171,000" in cells
    book = load_workbook(BytesIO(as_("member").get(at("report_file", cast.board, "report.xlsx")).content))
    assert book.sheetnames[:3] == ["Pots", "What partners put in", "Allocations"]
    rows = list(book["Allocations"].iter_rows(values_only=True))
    assert (rows[1][0], rows[1][3]) == ("Peer support", 171000)
    amount = book["Allocations"]["D2"]
    assert amount.data_type == "n"
    assert "£" in amount.number_format
    assert book["Allocations"]["A1"].font.bold
    assert book["Allocations"].freeze_panes == "A2"


def test_a_file_of_no_kind_is_not_there(as_, cast, pot):
    assert as_("member").get(at("report_file", cast.board, "report.exe")).status_code == 404
