"""A draft of which little is written yet, on paper: it still breaks into pages."""

import pytest

from meetings import pdf
from meetings.queries.minutes import minutes_document
from tests.factories import create_item, create_meeting, create_minutes
from tests.print.reading import texts_by_page
from trust.tools.probe import missing_for_pdf

pytestmark = [pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf()), pytest.mark.django_db]


@pytest.mark.parametrize("is_section", [False, True])
def test_2_2_a_long_agenda_with_nothing_written_under_it_is_printed(cast, tmp_path, is_section):
    meeting = create_meeting(cast.board)
    for number in range(1, 81):
        create_item(meeting, f"Business {number}", number=f"{number}", position=number, is_section=is_section)
    minutes = create_minutes(meeting)
    path = tmp_path / "draft.pdf"
    path.write_bytes(pdf.minutes_pdf(minutes_document(meeting, edition="full", with_exempt=True), minutes))
    pages = texts_by_page(path)
    assert len(pages) > 2
    assert "Business 80" in pages[-1] + pages[-2]
