"""Minutes of the Halton shape on paper (requirements 2.1 to 2.4, 2.22): all of it, once, to both standards."""

import re
from pathlib import Path

import pytest

from meetings import pdf
from meetings.queries.minutes import minutes_document
from tests.factories import create_board
from tests.journeys import twin
from tests.print.minuted import approved, minuted, owners_of
from tests.print.reading import Reading, children, failed_rules, said_in, texts_by_page
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())
SCRIPT = twin.read()


@pytest.fixture
def minutes(db):
    board = create_board("Executive Board", strapline="Working together", reference_prefix="EB")
    return minuted(SCRIPT, board)


def document_of(minutes):
    return minutes_document(minutes.meeting, edition="full", with_exempt=True)


@pytest.fixture
def draft(minutes, tmp_path) -> Path:
    path = tmp_path / "draft.pdf"
    path.write_bytes(pdf.minutes_pdf(document_of(minutes), minutes))
    return path


@pytest.fixture
def for_signing(minutes, cast, tmp_path) -> Path:
    path = tmp_path / "approved.pdf"
    minutes = approved(minutes, cast.clerk)
    path.write_bytes(pdf.minutes_pdf_for_signing(document_of(minutes), minutes, is_test=True))
    return path


def words_of(path: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(texts_by_page(path)))


def test_draft_and_approved_break_no_rule(draft, for_signing):
    assert failed_rules(draft) == []
    assert failed_rules(for_signing) == []


def test_domain_8_everyone_is_there_once(draft):
    def listed(members):
        return [[member.name, member.post, member.organisation] for member in members]

    present = rows_of(draft, 0)
    assert present[0][0] == "Rhiannon Vale (in the chair)"
    assert present[-1][0] == "Kirsty Sandhu (minutes)"
    assert [[row[0].split(" (")[0], *row[1:]] for row in present] == listed(SCRIPT.present)
    assert rows_of(draft, 1) == listed(SCRIPT.apologies)


def test_domain_60_every_item_paragraph_and_decision_is_there(draft, minutes):
    reading = " ".join(words_of(draft).split())
    for item in document_of(minutes).items:
        assert item.number in reading
    for business in SCRIPT.business:
        words = " ".join((business.title, *(decided.text for decided in business.decided))).split()
        assert [word for word in words if word not in reading] == []


def test_draft_on_every_page_until_approved(draft, for_signing):
    assert all("DRAFT" in text for text in texts_by_page(draft))
    assert not any("DRAFT" in text for text in texts_by_page(for_signing))


def test_one_table_each_for_present_apologies_business(draft):
    reading = Reading(draft.read_bytes())
    business = reading.having("Table")[2]
    heads = [children(table)[0] for table in reading.having("Table")]
    assert {str(head.S) for head in heads} == {"/THead"}
    sections = [group for group in children(business) if str(group.S) == "/TBody"]
    assert len(sections) == len(SCRIPT.sections)


def rows_of(path: Path, table: int) -> list[list[str]]:
    """The text of a table’s body, cell by cell, as a machine reads it aloud."""
    reading = Reading(path.read_bytes())
    bodies = [group for group in children(reading.having("Table")[table]) if str(group.S) == "/TBody"]
    return [[said_in(cell, reading) for cell in children(row)] for body in bodies for row in children(body)]


def test_all_twelve_actions_are_in_the_table_and_beside_their_paragraph(draft, minutes):
    """The source’s own table dropped one (requirements 2.4, 2.6, 2.7)."""
    spoken = [(business.number, action) for business, action in SCRIPT.actions]
    references = {action.text: action.reference for action in minutes.meeting.actions.select_related("board")}
    assert [row[:3] for row in rows_of(draft, 3)] == [
        [number, f"{said.text} {references[said.text]}", ", ".join(owners_of(said.who, SCRIPT))]
        for number, said in spoken
    ]
    beside = [(row[1], row[2]) for row in rows_of(draft, 2) if len(row) == 3 and row[2]]
    assert beside == [(said.text, said.who) for _, said in spoken]
    assert len(spoken) == 12


def test_next_meeting_comes_from_the_calendar(draft):
    assert "Tuesday 22 February 2011, 2pm, Conference Room 2, Civic Centre" in words_of(draft)


def test_the_signing_block_has_place_fingerprint_and_address(for_signing, minutes):
    said = words_of(for_signing)
    assert "Approved at the meeting on Tuesday 22 February 2011, Rhiannon Vale presiding." in said
    assert "/verify/" in said
    assert "test certificate: not for records" in said
    assert document_of(minutes).text_sha256 in said.replace(" ", "")


def test_the_same_minutes_give_the_same_bytes(for_signing, minutes):
    minutes.refresh_from_db()
    assert pdf.minutes_pdf_for_signing(document_of(minutes), minutes, is_test=True) == for_signing.read_bytes()
