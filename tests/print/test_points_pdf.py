"""Points and sub-points on paper: numbered as they were typed, each under its own (requirement 0.2)."""

import re

import pytest

from meetings import pdf
from meetings.queries.minutes import minutes_document
from tests.factories import create_block, create_item, create_meeting, create_minutes
from tests.print.reading import Reading, failed_rules, texts_by_page
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())

NOTED = """The Board noted:
(1) referrals had risen;
  (a) most from **schools**;
  (b) few from surgeries;
    - none from the coast;
(4) the wait was nine weeks."""


@pytest.fixture
def printed(cast, tmp_path):
    minutes = create_minutes(create_meeting(cast.board))
    create_block(minutes, create_item(minutes.meeting, "Referrals", number="2.1"), NOTED, kind="noted")
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf.minutes_pdf(minutes_document(minutes.meeting, edition="full", with_exempt=True), minutes))
    return path


def test_0_2_what_stands_in_the_block_is_what_is_printed(printed):
    words = re.sub(r"\s+", " ", " ".join(texts_by_page(printed)))
    seen = re.sub(r"\s+", " ", NOTED.replace("**", "").replace("- ", "• "))
    assert seen in words
    assert failed_rules(printed) == []


def test_0_2_sub_points_are_lists_within_points(printed):
    tags = Reading(printed.read_bytes()).tags()
    assert (tags.count("L"), tags.count("LI")) == (3, 5)


def test_0_1_the_board_noted_is_not_parted_from_its_points_by_a_page(cast, tmp_path):
    minutes, path = create_minutes(create_meeting(cast.board)), tmp_path / "minutes.pdf"
    item = create_item(minutes.meeting, "Referrals", number="2.1")
    before = create_block(minutes, item, "x")
    create_block(minutes, item, "The Board noted:")
    create_block(minutes, item, f"(1) {'the first of its points; ' * 8}", kind="noted")
    for lines in range(26, 40):
        before.text = "\n\n".join(f"Line {n}." for n in range(lines))
        before.save()
        path.write_bytes(pdf.minutes_pdf(minutes_document(minutes.meeting, edition="full", with_exempt=True), minutes))
        (page,) = [words for words in texts_by_page(path) if "The Board noted:" in words]
        assert "(1)" in page.partition("The Board noted:")[2], lines
