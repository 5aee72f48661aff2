"""What a report says of itself that does not agree, in tables."""

import datetime as dt

import pytest

from meetings.models import Paper, Report
from meetings.rules.report import check_body, check_comment, enclosures_amiss, leftovers
from trust.tools.refusal import why_not

NONE = "and the enclosures say “None”."
PLAN = Paper(title="Draft Children’s Plan", kind="appendix")
SECRET = Paper(title="Prices", kind="appendix", exempt_paragraphs="3")


@pytest.mark.parametrize(("fields", "papers", "told"), [
    ({}, [], []),
    ({"summary": "The draft plan is an appendix."}, [], [f"The text says “appendix”, {NONE}"]),
    ({"reason": "See the Annex."}, [], [f"The text says “Annex”, {NONE}"]),
    ({}, [PLAN], [f"“Draft Children’s Plan” is with it, {NONE}"]),
    ({}, [PLAN, SECRET], [f"“Draft Children’s Plan” and “Prices” are with it, {NONE}"]),
    ({}, [Paper(title="Guidance", kind="background")], []),
    ({"enclosures": "Draft Children’s Plan", "summary": "It is attached."}, [PLAN], []),
    ({"enclosures": "Budget"}, [PLAN], ["“Budget” is named as an enclosure and is not among the papers."]),
    ({"enclosures": "Prices"}, [SECRET], ["“Prices” is exempt, and the enclosures name it to everybody."]),
])  # fmt: skip
def test_1_2_enclosures_that_the_text_or_the_papers_deny_are_pointed_out(fields, papers, told):
    assert enclosures_amiss(Report(paper=Paper(title="Report"), **fields), papers) == told


def test_1_2_a_withdrawn_appendix_is_not_with_it():
    gone = Paper(title="Plan", kind="appendix", withdrawn_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    assert enclosures_amiss(Report(paper=Paper()), [gone]) == []


@pytest.mark.parametrize(("text", "found"), [
    ("Agree the plan.\nEither", "Either"), ("[insert]", "[insert]"), ("YES/NO", "YES/NO"), ("Either way, agree.", ""),
])  # fmt: skip
def test_4_13_words_of_the_form_left_in_are_pointed_out(text, found):
    said = [f"“{found}” looks like a word of the form that was left in."] if found else []
    assert leftovers(Report(recommendations=text)) == said


DAY = dt.date(2025, 10, 1)


@pytest.mark.parametrize(("text", "none", "day", "refusal"), [
    ("It is lawful.", False, DAY, ""),
    ("", True, DAY, ""),
    ("", False, DAY, "Write what they say, or say that they have no comment."),
    ("It is.", True, DAY, "They either have no comment or say something: leave one of the two."),
    ("", True, dt.date(2025, 10, 2), "They cannot have commented on a day to come."),
])  # fmt: skip
def test_4_12_a_comment_is_said_or_is_said_to_be_none(text, none, day, refusal):
    assert why_not(check_comment, text, day, says_none=none, on=DAY) == refusal


@pytest.mark.parametrize(("state", "words", "refusal"), [
    ("expected", "", ""),
    ("review", "", "Say why it is under review."),
    ("review", "Because of the Green Paper.", ""),
    ("decided", "", "Say what they decided."),
])  # fmt: skip
def test_3_8_what_became_of_it_elsewhere_is_said(state, words, refusal):
    assert why_not(check_body, state, words) == refusal
