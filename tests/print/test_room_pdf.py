"""The room in the PDF: what the page says of it and nothing else (demands 14, 15, 19)."""

import re

import pytest

from meetings import pdf
from meetings.queries.minutes import minutes_document
from tests.meetings.eventful import HIDDEN, NIL, QUORUM, TOLD, create_eventful
from tests.print.reading import failed_rules, texts_by_page
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())


def printed(cast, tmp_path, edition):
    minutes = create_eventful(cast)
    path = tmp_path / f"{edition}.pdf"
    path.write_bytes(pdf.minutes_pdf(minutes_document(minutes.meeting, edition=edition, with_exempt=True), minutes))
    return path, re.sub(r"\s+", " ", " ".join(texts_by_page(path)))


@pytest.mark.django_db
@pytest.mark.parametrize(("edition", "told_of_exempt"), [("full", True), ("public", False)])
def test_demand_19_every_sentence_of_the_room_is_in_the_pdf(cast, tmp_path, edition, told_of_exempt):
    path, said = printed(cast, tmp_path, edition)
    sentences = [QUORUM, NIL, "subject to ratification", *(one for told in TOLD.values() for one in told)]
    assert [one for one in sentences if one not in said] == []
    assert (HIDDEN in said) is told_of_exempt
    assert failed_rules(path) == []
