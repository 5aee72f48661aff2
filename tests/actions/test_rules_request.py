"""What an owner may ask and be answered, as tables (issue 6 §2; DOMAIN rule 65)."""

import datetime as dt

import pytest

from actions.models import Action, Part, Progress, Request
from actions.rules import request as rules
from trust.tools.refusal import why_not

TODAY = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)
DUE = TODAY + 10 * DAY


def part_of(part: str, action: str = "not_started") -> Part:
    return Part(action=Action(state=action, year=2026, number=1), state=part, name="Joss Lindqvist", person_id=1)


@pytest.mark.parametrize(
    ("part", "action", "says"),
    [
        ("not_started", "not_started", ""),
        ("in_progress", "in_progress", ""),
        ("blocked", "blocked", ""),
        ("done", "in_progress", "This part is said to be done. Record an update if it is not."),
        ("not_needed", "in_progress", "Nothing more is asked of this part."),
        ("closed", "in_progress", "Nothing more is asked of this part."),
    ],
)
def test_something_is_asked_only_of_a_part_that_is_open(part, action, says):
    assert why_not(rules.check_part_open, part_of(part, action)) == says


@pytest.mark.parametrize(("why", "says"), [("Ill.", ""), (" ", "Say why: those who answer see it.")])
def test_it_says_why(why, says):
    assert why_not(rules.check_why, why) == says
    assert "The reason holds up to 1,000 characters" in why_not(rules.check_why, "x" * 1_001)


def test_one_thing_is_asked_at_a_time():
    asked = Progress(at=dt.datetime(2026, 2, 27, 12, tzinfo=dt.UTC))
    says = "You asked on 27 February 2026, and the board has not answered yet."
    assert why_not(rules.check_none_waits, Request(asked=asked)) == says
    assert why_not(rules.check_none_waits, None) == ""


@pytest.mark.parametrize(
    ("until", "due", "says"),
    [
        (DUE + DAY, DUE, ""),
        (TODAY + DAY, None, ""),
        (None, DUE, "Say until when you need."),
        (DUE, DUE, "It is due on 12 March 2026: ask for a later day."),
        (TODAY, None, "Choose a day that is still to come."),
        (dt.date(1911, 3, 2), DUE, "Choose a day that is still to come."),
        (dt.date(2110, 3, 2), DUE, "2 March 2110 is more than five years off. Check the year."),
    ],
)
def test_bad_input_more_time_is_until_a_later_day_within_reach(until, due, says):
    assert why_not(rules.check_until, until, due, TODAY) == says


@pytest.mark.parametrize(
    ("until", "due", "says"),
    [
        (None, DUE, ""),
        (DUE, DUE, ""),
        (TODAY + DAY, None, ""),
        (DUE + DAY, DUE, "It is due on 12 March 2026. To do it later, ask the board for more time."),
        (TODAY, DUE, "Choose a day that is still to come."),
        (dt.date(2110, 3, 2), None, "2 March 2110 is more than five years off. Check the year."),
    ],
)
def test_demand_23_it_is_put_off_within_the_time_there_is(until, due, says):
    assert why_not(rules.check_put_off, until, due, TODAY) == says


@pytest.mark.parametrize(
    ("outcome", "sentence", "says"),
    [
        ("", "Until May.", ""),
        ("", " ", "Answer in a sentence: the owner is shown it."),
        ("", "x" * 1_001, "The answer holds up to 1,000 characters; this one has 1,001."),
        ("granted", "No.", "This request has been answered: granted."),
        ("lapsed", "No.", "This request has been answered: settled otherwise."),
    ],
)
def test_it_is_answered_once_and_in_a_sentence(outcome, sentence, says):
    assert why_not(rules.check_can_answer, Request(outcome=outcome), sentence) == says


@pytest.mark.parametrize("url", ["", "https://example.org/a", "http://example.org:8080/b?c=d#e"])
def test_evidence_is_at_an_address_that_a_browser_opens(url):
    assert why_not(rules.check_address, url) == ""


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("javascript:alert(1)", "begins with http"),
        ("ftp://example.org/a", "begins with http"),
        ("https://intranet", "begins with http"),
        ("https://" + "x" * 500 + ".org", "begins with http"),
        ("https://joss:pass@example.org/", "name or password"),
        ("http://[::1", "not one that a browser opens"),
    ],
)
def test_bad_input_evidence_is_at_no_other(url, says):
    assert says in why_not(rules.check_address, url)


@pytest.mark.parametrize(
    ("to", "owing", "allowed", "says"),
    [
        (2, [1], [2, 3], ""),
        (1, [1], [1, 2], "It is theirs already."),
        (4, [1], [2, 3], "Choose somebody who has a post with the same agency, or sits for it, today."),
        (2, [1, 2], [2], "They owe a part of this action already. Let it be dropped from one of you by the board."),
    ],
)
def test_it_is_handed_on_inside_the_agency(to, owing, allowed, says):
    assert why_not(rules.check_can_pass, part_of("in_progress"), to, owing, allowed) == says
