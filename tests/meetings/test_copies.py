"""The minutes as a Word document and as a plain page, in the edition of whoever asks (issue 4 §4)."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from meetings.queries.minutes import minutes_document
from meetings.rules.document import words_shown
from tests.factories import create_action, create_block
from tests.meetings.minuted import HERE, create_minuted, in_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def minutes(cast):
    minutes = create_minuted(cast, state="draft")
    forum = minutes.meeting.items.get(number="2.1")
    create_block(minutes, forum, "It was **agreed**:\n\n(1) to wait\n(2) to ask\n\n- once\n- twice")
    block = create_block(minutes, forum, "Bring the paper", kind="action")
    who = {"owners": [cast.person("member")], "owners_stated": "JL"}
    create_action(cast.board, "Bring the paper", meeting=minutes.meeting, block=block, **who)
    return in_state(minutes, "circulated", cast)


def published(cast, minutes):
    cast.board.visibility = "public"
    cast.board.save()
    return in_state(minutes, "published", cast)


def word_of(as_, who: str) -> Document:
    answer = as_(who).get(f"{HERE}minutes.docx")
    assert answer.status_code == 200
    return Document(io.BytesIO(answer.content))


def all_words(word: Document) -> str:
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return " ".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_word_document_says_all_that_the_page_says(as_, minutes):
    said = folded(all_words(word_of(as_, "clerk")))
    for words in words_shown(minutes_document(minutes.meeting, edition="full", with_exempt=True)):
        for line in re.split(r"\n+", words.replace("**", "")):
            assert folded(line.removeprefix("- ")) in said, line


def test_it_has_real_headings_lists_and_tables_with_header_rows(as_, minutes):
    word = word_of(as_, "clerk")
    headings = [
        (one.style.name, one.text) for one in word.paragraphs if one.style.name.startswith(("Heading", "Title"))
    ]
    assert ("Title", "Executive Group") in headings
    assert ("Heading 2", "2.0 Decision making") in headings
    assert ("Heading 3", "2.1 The parents’ forum") in headings
    assert [one.text for one in word.paragraphs if one.style.name == "List Bullet"] == ["once", "twice"]
    assert word.tables
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in word.tables)


def test_it_is_in_british_english_and_says_draft_on_every_page(as_, cast, minutes):
    word = word_of(as_, "clerk")
    languages = {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"} == {word.core_properties.language}
    assert "DRAFT" in word.sections[0].header.paragraphs[0].text
    in_state(minutes, "approved", cast)
    assert "DRAFT" not in word_of(as_, "clerk").sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("name", ["minutes.docx", "minutes/plain/"])
def test_the_public_edition_holds_nothing_exempt_in_any_part_of_the_file(as_, cast, minutes, name):
    published(cast, minutes)
    content = as_("public").get(HERE + name).content
    if name.endswith("docx"):
        held = zipfile.ZipFile(io.BytesIO(content))
        content = b"".join(held.read(part) for part in held.namelist())
    text = content.decode(errors="replace")
    assert "Option 3 was agreed." in text
    for secret in ("The price is high.", "The contractor", "Schedule 12A"):
        assert secret not in text


@pytest.mark.parametrize("name", ["minutes.docx", "minutes/plain/"])
@pytest.mark.parametrize(("who", "status"), [("member", 200), ("member_of_another_partner", 404), ("public", 404)])
def test_a_draft_is_copied_only_by_those_who_read_it(as_, minutes, name, who, status):
    assert as_(who).get(HERE + name).status_code == status


def test_the_plain_page_is_the_same_document_with_a_way_back(as_, minutes):
    page = as_("clerk").get(f"{HERE}minutes/plain/").content.decode()
    assert f'href="{HERE}minutes/"' in page
    assert '<html lang="en-GB">' in page
    assert page.count("<h1") == 1
    assert "DRAFT" in page
    assert "The price is high." in page


def test_the_columns_of_a_table_are_as_wide_in_every_program(as_, minutes):
    """Some go by the cells, some by the grid of the table."""
    table = word_of(as_, "clerk").tables[0]
    assert [column.width for column in table.columns] == [cell.width for cell in table.rows[0].cells]
