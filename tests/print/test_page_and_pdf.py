"""One renderer for page and PDF: whatever a field of the document says stands in both, those of later fields too."""

import re
from html import unescape

import pytest

from meetings import pdf
from meetings.models import Minutes
from meetings.queries import minutes as queries
from meetings.queries.minutes import minutes_document
from meetings.rules.document import MinutesDocument, words_shown
from tests.journeys import twin
from tests.meetings.signed import create_approved
from tests.print.marked import Marker, missing_from
from tests.print.minuted import minuted
from tests.print.reading import Reading, children, said_in
from trust.tools.markup import as_text
from trust.tools.probe import missing_for_pdf

pytestmark = [pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf()), pytest.mark.django_db]

#: What the page shows from the log itself, so that it says how far each has got: a test below holds it against the PDF.
FROM_THE_LOG = {"actions": ()}
#: Approved minutes say the next meeting where their own item says it, as it stood.
ONLY_OF_DRAFTS = "MinutesDocument.next_meeting"


def printed(document: MinutesDocument, minutes: Minutes) -> str:
    """The PDF’s words in the order of its tags, as a machine reads them aloud."""
    reading = Reading(pdf.minutes_pdf(document, minutes))
    return " ".join(said_in(element, reading) for element in children(reading.root.StructTreeRoot))


def squeezed(text: str) -> str:
    """Without spaces, as lines break elsewhere on paper, without tags, and without the points of lists."""
    return "".join(unescape(re.sub(r"<[^>]+>|•", "", text)).split())


def test_demand_25_every_field_is_on_the_page_and_in_the_pdf(cast, as_, monkeypatch):
    minutes, marker = create_approved(cast), Marker()
    document = marker.filled(MinutesDocument, **FROM_THE_LOG)
    monkeypatch.setattr(queries.Reading, "document", document)
    page = as_("clerk").get(minutes.get_absolute_url()).content.decode()
    marks = {word: field for word, field in marker.marks.items() if field != ONLY_OF_DRAFTS}
    assert len(marks) > 60
    assert list(missing_from(page, marks)) == []
    assert list(missing_from(printed(document, minutes), marks)) == []


def test_demand_25_so_is_every_action_and_all_else_of_a_real_meeting(cast, as_):
    minutes = minuted(twin.read(), cast.board)
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    page = squeezed(as_("clerk").get(minutes.get_absolute_url()).content.decode())
    paper = squeezed(printed(document, minutes))
    said = {squeezed(as_text(word)) for word in words_shown(document)}
    assert len(said) > 80
    assert [word for word in said if word not in paper] == []
    # Of an action that several owe, the page tells each apart, with how far they have got.
    assert [part for word in said for part in word.split(",") if part not in page] == []
