"""How papers read, go and wait, in tables."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.models import Meeting, Paper
from meetings.rules.paper import (
    check_can_withdraw,
    file_words,
    lacking,
    lacking_words,
    moved,
    paper_words,
    size_words,
)
from trust.tools.refusal import why_not


@pytest.mark.parametrize(("fields", "words"), [
    ({}, "The strategy"),
    ({"pages": 3, "author_post": "Director"}, "The strategy, three pages, report of the Director"),
    ({"kind": "background", "standing": "draft"}, "The strategy, background paper, draft"),
    ({"kind": "background", "date_stated": "March 2003"}, "The strategy, background paper, March 2003"),
    ({"kind": "appendix", "title": "Appendix 1"}, "Appendix 1"),
    ({"kind": "background", "place_of_inspection": "Futures Park"},
     "The strategy, background paper, open to inspection at Futures Park"),
])  # fmt: skip
def test_0_6_and_1_18_and_3_1_a_paper_in_its_line(fields, words):
    assert paper_words(Paper(**{"title": "The strategy"} | fields)) == words


@pytest.mark.parametrize(("size", "words"), [
    (1, "one byte"), (900, "900 bytes"), (240_400, "240 KB"), (1_440_000, "1.4 MB"),
])  # fmt: skip
def test_size_in_words(size, words):
    assert size_words(size) == words


@pytest.mark.parametrize(("fields", "words"), [
    ({}, ""),
    ({"file": "papers/x.pdf", "file_name": "R.PDF", "file_size": 240_000}, "PDF, 240 KB"),
    ({"file": "papers/x.docx"}, "Word"),
])  # fmt: skip
def test_a_file_in_words(fields, words):
    assert file_words(Paper(**fields)) == words


SENT_OUT = "The agenda has been sent out. Say why the paper is withdrawn, so that its readers know."


@pytest.mark.parametrize(("state", "reason", "withdrawn", "refusal"), [
    ("preparing", "", False, ""),
    ("called", "", False, SENT_OUT),
    ("called", "  ", False, SENT_OUT),
    ("called", "It names a child.", False, ""),
    ("held", "", False, SENT_OUT),
    ("preparing", "", True, "This paper is withdrawn. Put it back first."),
])  # fmt: skip
def test_withdrawing_is_explained_once_the_agenda_is_out(state, reason, withdrawn, refusal):
    paper = Paper(withdrawn_at=timezone.now() if withdrawn else None)
    assert why_not(check_can_withdraw, paper, reason, Meeting(state=state, date=dt.date(2025, 1, 1))) == refusal


ASKED = ["Section 151 Officer", "Monitoring Officer"]


@pytest.mark.parametrize(("kind", "given", "missing"), [
    ("report", [], ASKED),
    ("report", ["monitoring officer"], ["Section 151 Officer"]),
    ("report", ASKED, []),
    ("appendix", [], []),
])  # fmt: skip
def test_4_12_a_report_lacks_the_comments_that_are_asked_and_not_given(kind, given, missing):
    assert lacking(Paper(kind=kind), ASKED, given) == missing


def test_4_12_what_is_lacking_is_named():
    assert lacking_words(ASKED) == "It lacks the comments of the Section 151 Officer and Monitoring Officer."
    assert lacking_words([]) == ""


@pytest.mark.parametrize(("pk", "up", "order"), [(2, True, [2, 1, 3]), (2, False, [1, 3, 2]), (1, True, [1, 2, 3])])
def test_papers_are_ordered(pk, up, order):
    papers = [Paper(pk=number) for number in (1, 2, 3)]
    assert [one.pk for one in moved(papers, papers[pk - 1], up=up)] == order
