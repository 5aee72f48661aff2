"""What became of items, and the order taken, read the same on the page and on paper (issue 3 §2; habit H8)."""

import pytest

from meetings.models import Meeting
from meetings.operations.disposal import defer, move_into, withdraw
from meetings.operations.late import late_item, split_item
from meetings.operations.sitting import shift_taken
from meetings.pdf import minutes_pdf
from meetings.queries.minutes import minutes_document
from tests.cast import Cast
from tests.factories import create_minutes
from tests.meetings.sitting import create_going_on, titled
from tests.print.reading import texts_by_page
from trust.tools.probe import missing_for_pdf

SENTENCES = (
    "Item 1.2 was taken before item 1.1.",
    "Taken apart from item 1.1.",
    "Taken with item 1.2. One discussion.",
    "Item 1.1A was taken with this item.",
    "Withdrawn. It was settled.",
    "Urgent item. Reason for lateness: The school closed today.",
    "Deferred to a later meeting. No figures.",
)


def disposed(cast: Cast) -> Meeting:
    """A meeting at which everything happened to the agenda that can."""
    meeting, by = create_going_on(cast), cast.clerk
    create_minutes(meeting)
    part = split_item(item=titled(meeting, "a"), title="The costs of a", by=by)
    late_item(meeting=meeting, title="Flooding", reason="The school closed today.", after=titled(meeting, "c"), by=by)
    move_into(item=part, into=titled(meeting, "b"), reason="One discussion", by=by)
    withdraw(item=titled(meeting, "c"), reason="It was settled.", by=by)
    defer(item=titled(meeting, "d"), reason="No figures.", by=by)
    for title in "ba":
        shift_taken(item=titled(meeting, title), up=False, by=by)
    return meeting


def test_h8_and_2_3_the_page_tells_what_became_of_items(cast, as_):
    meeting = disposed(cast)
    page = as_("clerk").get(f"{meeting.get_absolute_url()}minutes/").content.decode()
    assert [sentence for sentence in SENTENCES if sentence not in page] == []


@pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())
def test_h8_and_2_3_and_so_does_the_pdf(cast, tmp_path):
    meeting = disposed(cast)
    document = minutes_document(meeting, edition="full", with_exempt=True)
    path = tmp_path / "draft.pdf"
    path.write_bytes(minutes_pdf(document, meeting.minutes))
    text = " ".join(" ".join(texts_by_page(path)).split())
    assert [sentence for sentence in SENTENCES if sentence not in text] == []
