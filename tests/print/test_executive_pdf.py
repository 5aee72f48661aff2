"""The statement of an executive decision and how long minutes are open, in every copy (DOMAIN rules 14 and 19)."""

import io

import pytest
from django.utils import timezone
from docx import Document

from boards.models import Board
from meetings import word
from meetings.operations.executive import make_statement
from meetings.queries.minutes import minutes_document
from tests.meetings.deciding import create_to_decide
from tests.meetings.minuted import HERE, in_state
from tests.print.test_page_and_pdf import printed, squeezed
from trust.tools.probe import missing_for_pdf

pytestmark = [pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf()), pytest.mark.django_db]

WORDS = {"reasons": "It costs least.", "alternatives": "Option 2, as dearer.", "conflicts": "", "dispensations": ""}
SAID = ["Reasons: It costs least.", "Alternatives considered and rejected: Option 2, as dearer."]


@pytest.fixture
def minutes(cast):
    """Published, with a statement made before they were approved."""
    Board.objects.filter(pk=cast.board.pk).update(visibility=Board.Visibility.PUBLIC)
    decision = create_to_decide(cast, is_executive=True)
    decision.recorded_at, decision.recorded_by, decision.outcome = timezone.now(), cast.clerk, "carried"
    decision.save()
    make_statement(decision=decision, by=cast.clerk, at=timezone.now(), **WORDS)
    return in_state(decision.block.minutes, "published", cast)


def test_domain_19_it_stands_with_the_decision_on_page_plain_page_word_and_pdf(as_, minutes):
    document = minutes_document(minutes.meeting, edition="public")
    file = Document(io.BytesIO(word.minutes_word(document, minutes)))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    copies = {
        "page": as_("public").get(f"{HERE}minutes/").content.decode(),
        "plain": as_("public").get(f"{HERE}minutes/plain/").content.decode(),
        "word": " ".join([*(paragraph.text for paragraph in file.paragraphs), *cells]),
        "pdf": printed(document, minutes),
    }
    missing = [(name, said) for name, copy in copies.items() for said in SAID if squeezed(said) not in squeezed(copy)]
    assert missing == []


def test_domain_14_the_public_pdf_says_until_when_it_is_open_to_inspection(minutes):
    public, full = (minutes_document(minutes.meeting, edition=edition) for edition in ("public", "full"))
    until = squeezed("Open to inspection until 13 October 2031")
    assert until in squeezed(printed(public, minutes))
    assert until not in squeezed(printed(full, minutes))
