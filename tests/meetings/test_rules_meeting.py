"""States, days and notice of meetings."""

import datetime as dt

import pytest

from boards.models import TermsOfReference
from meetings.models import Meeting
from meetings.rules import meeting as rules
from trust.tools.refusal import why_not

TODAY = dt.date(2025, 10, 14)


def test_every_state_says_what_may_follow():
    assert set(rules.NEXT) == set(Meeting.State)


@pytest.mark.parametrize(
    ("state", "becomes", "sentence"),
    [
        ("preparing", "called", ""),
        ("called", "held", ""),
        ("called", "cancelled", ""),
        ("called", "called", "This meeting is called already."),
        ("held", "cancelled", "This meeting is held and cannot be marked as cancelled."),
        ("cancelled", "held", "This meeting is cancelled and cannot be marked as held."),
    ],
)
def test_what_may_follow(state, becomes, sentence):
    assert why_not(rules.check_can_become, Meeting(state=state), becomes) == sentence


def test_a_meeting_is_not_held_before_its_day():
    meeting = Meeting(state="called", date=dt.date(2025, 10, 21))
    sentence = "This meeting is on Tuesday 21 October 2025 and cannot have been held yet."
    assert why_not(rules.check_can_be_held, meeting, on=TODAY) == sentence
    assert why_not(rules.check_can_be_held, meeting, on=meeting.date) == ""


def test_an_empty_agenda_is_not_called():
    sentence = "The agenda has no items. Add at least one, then call the meeting."
    assert why_not(rules.check_can_be_called, Meeting(state="preparing"), items=0) == sentence


@pytest.mark.parametrize(
    ("date", "same_day", "doubts"),
    [
        pytest.param(dt.date(2025, 11, 11), 0, [], id="next month"),
        pytest.param(dt.date(2011, 1, 25), 0, [], id="old minutes are entered"),
        pytest.param(dt.date(1911, 1, 25), 0, ["Wednesday 25 January 1911 is 114 years ago."], id="a century out"),
        pytest.param(dt.date(2110, 1, 25), 0, ["Saturday 25 January 2110 is 85 years ahead."], id="digits swapped"),
        pytest.param(dt.date(2025, 11, 11), 1, ["The board already meets on Tuesday 11 November 2025."], id="twice"),
    ],
)
def test_doubtful_days_are_asked_about(date, same_day, doubts):
    assert rules.doubts_about(date, on=TODAY, same_day=same_day) == doubts


@pytest.mark.parametrize(
    ("taken", "address"),
    [
        ([], "2011-01-25"),
        (["2011-01-25"], "2011-01-25-2"),
        (["2011-01-25", "2011-01-25-2"], "2011-01-25-3"),
    ],
)
def test_addresses(taken, address):
    assert rules.address_for(dt.date(2011, 1, 25), taken) == address


@pytest.mark.parametrize(
    ("called", "date", "days"),
    [
        pytest.param(dt.date(2025, 10, 14), dt.date(2025, 10, 14), 0, id="the same day"),
        pytest.param(dt.date(2025, 10, 14), dt.date(2025, 10, 15), 0, id="the next day"),
        pytest.param(dt.date(2025, 10, 14), dt.date(2025, 10, 22), 5, id="over a weekend"),
        pytest.param(dt.date(2025, 12, 22), dt.date(2026, 1, 5), 6, id="over Christmas and New Year"),
        pytest.param(dt.date(2011, 4, 20), dt.date(2011, 5, 4), 5, id="Easter, a royal wedding and May Day"),
    ],
)
def test_domain_13_clear_days(called, date, days):
    assert rules.clear_days(called, date) == days


@pytest.mark.parametrize(
    ("date", "given", "sentence"),
    [
        (dt.date(2025, 10, 22), False, "Five clear days of notice, if it is called today; the terms ask for five."),
        (dt.date(2025, 10, 16), True, "One clear day of notice was given; the terms ask for five."),
        (dt.date(2025, 10, 17), True, "Two clear days of notice were given; the terms ask for five."),
        (dt.date(2025, 10, 15), True, "No clear days of notice were given; the terms ask for five."),
    ],
)
def test_notice_in_a_sentence(date, given, sentence):
    notice = rules.notice_of(date, called=TODAY, terms=TermsOfReference(notice_days=5), given=given)
    assert notice.sentence == sentence
    assert notice.is_short == (given is True)


def test_no_notice_of_what_is_past():
    assert rules.notice_of(dt.date(2011, 1, 25), called=TODAY, terms=None, given=False) is None
