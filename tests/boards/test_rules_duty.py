"""Whether a duty is met on a day, and what came back waits for, without a database."""

import datetime as dt

import pytest

from boards.models import Arrangement, Duty, Issue, Submission
from boards.rules import submission as rules
from boards.rules.duty import standing_on
from trust.tools.refusal import Refused, why_not

ON = dt.date(2008, 3, 1)
DUE = dt.date(2008, 4, 1)
DAY = dt.timedelta(days=1)


def met(from_date=None, to_date=None):
    return Arrangement(words="It is met.", from_date=from_date, to_date=to_date)


@pytest.mark.parametrize(
    ("duty", "arrangements", "said"),
    [
        pytest.param({}, [], ("Unmet", "Nothing listed here meets it. 31 days left."), id="days left"),
        pytest.param(
            {"deadline_date": ON - DAY}, [], ("Overdue", "Nothing listed here meets it. Overdue by one day."), id="late"
        ),
        pytest.param(
            {"deadline_date": ON}, [], ("Unmet", "Nothing listed here meets it. Today is its last day."), id="last day"
        ),
        pytest.param(
            {"deadline_date": None},
            [],
            ("Unmet", "Nothing listed here meets it. It has no last day."),
            id="no last day",
        ),
        pytest.param(
            {"deadline_date": None, "deadline_stated": "by the end of 2005"},
            [],
            ("Unmet", "Nothing listed here meets it."),
            id="stated alone",
        ),
        pytest.param({}, [met(ON)], ("Met", "Since 1 March 2008."), id="met"),
        pytest.param({}, [met(None, ON)], ("Met", ""), id="met until today"),
        pytest.param({}, [met(None, ON - DAY)], ("Unmet", "Nothing listed here meets it. 31 days left."), id="no more"),
        pytest.param(
            {},
            [met(DUE)],
            ("Arranged, to begin", "What is arranged begins on 1 April 2008. 31 days left."),
            id="to begin",
        ),
        pytest.param(
            {"kind": "power", "deadline_date": None},
            [],
            ("Not relied on yet", "Nothing listed here relies on it."),
            id="power",
        ),
        pytest.param(
            {"kind": "to_follow"},
            [],
            ("Still to follow", "Nothing listed here meets it. 31 days left."),
            id="to follow",
        ),
        pytest.param({"ended_date": ON - DAY}, [], ("Ended", "It ended on 29 February 2008."), id="ended"),
    ],
)
def test_0_9_how_a_duty_stands(duty, arrangements, said):
    standing = standing_on(Duty(**{"deadline_date": DUE} | duty), arrangements, on=ON)
    assert (standing.word, standing.sentence) == said


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        ({}, "No board or agreement that you may know of meets it. 31 days left."),
        (
            {"deadline_date": ON - DAY},
            "No board or agreement that you may know of meets it. Its last day was 29 February 2008.",
        ),
        ({"kind": "power", "deadline_date": None}, "No board or agreement that you may know of relies on it."),
    ],
)
def test_who_may_not_know_of_everything_is_told_of_no_gap(duty, said):
    standing = standing_on(Duty(**{"deadline_date": DUE} | duty), [], on=ON, knows_all=False)
    assert (standing.word, standing.sentence) == ("Nothing listed", said)


@pytest.mark.parametrize(
    ("kind", "waits"), [("law", True), ("commitment", True), ("to_follow", True), ("power", False)]
)
def test_what_waits_is_what_should_be_met(kind, waits):
    assert standing_on(Duty(kind=kind), [], on=ON).waits is waits


@pytest.mark.parametrize(
    ("outcome", "told", "refusal"),
    [
        ("awaited", None, ""),
        ("unsuccessful", ON, ""),
        ("unsuccessful", None, "Say on which day you were told."),
        ("successful", DUE, "The day on which you were told is still to come."),
        ("successful", ON - 40 * DAY, "It was told before it was sent: that was on 1 February 2008."),
    ],
)
def test_3_3_an_outcome_was_told_after_it_was_sent(outcome, told, refusal):
    sent = Submission(sent_date=dt.date(2008, 2, 1))
    assert why_not(rules.check_told, sent, outcome, told, today=ON) == refusal


@pytest.mark.parametrize(
    ("text", "taken", "found"),
    [
        ("Budgets\n\n Governance ", [], [("1", "Budgets"), ("2", "Governance")]),
        ("(i) Budgets\n(iv) A model", [], [("i", "Budgets"), ("iv", "A model")]),
        ("2. Budgets\nGovernance", ["1"], [("2", "Budgets"), ("3", "Governance")]),
        ("A model of care", [], [("1", "A model of care")]),
    ],
)
def test_3_3_issues_by_the_numbers_of_the_letter(text, taken, found):
    assert rules.issues_in(text, taken) == found


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("1. Budgets\n1. Again", "There is an issue 1 already."),
        ("line\n" * 61, "One submission has at most 60 issues here."),
    ],
)
def test_issues_that_cannot_be_put_down(text, refusal):
    with pytest.raises(Refused, match=refusal):
        rules.issues_in(text, [])


def test_3_4_what_waits_is_told_with_its_numbers():
    issues = [Issue(number="3"), Issue(number="4")]
    assert rules.waiting("Pathfinder", 4, issues) == (
        "Two of the four issues raised on “Pathfinder” have no response: 3 and 4."
    )
    assert rules.waiting("Pathfinder", 1, issues[:1]) == "The issue raised on “Pathfinder” has no response: 3."
