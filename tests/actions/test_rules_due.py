"""When an action is due, as said at a meeting on Tuesday 25 January 2011 (requirement 2.7; issue 6, bad input)."""

import datetime as dt

import pytest

from actions.rules.due import recognise_due

MEETING, NEXT = dt.date(2011, 1, 25), dt.date(2011, 2, 22)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("07.02.11", (2011, 2, 7)),
        ("7.2.2011", (2011, 2, 7)),
        ("7/2/11", (2011, 2, 7)),
        ("2011-02-07", (2011, 2, 7)),
        ("7 February", (2011, 2, 7)),
        ("by 7th Feb", (2011, 2, 7)),
        ("7th of February 2011", (2011, 2, 7)),
        ("February 7", (2011, 2, 7)),
        ("Monday 7 February 2011", (2011, 2, 7)),
        ("Mon, 7 Feb.", (2011, 2, 7)),
        ("20 January", (2012, 1, 20)),
        ("25 January", (2011, 1, 25)),
        ("29 February", (2012, 2, 29)),
        ("Friday", (2011, 1, 28)),
        ("by this Friday", (2011, 1, 28)),
        ("Tuesday", (2011, 2, 1)),
        ("in two weeks", (2011, 2, 8)),
        ("within 10 days", (2011, 2, 4)),
        ("in one month", (2011, 2, 25)),
        ("tomorrow", (2011, 1, 26)),
    ],
)
def test_days(words, day):
    due = recognise_due(words, MEETING, NEXT)
    assert (due.kind, due.date, due.flags) == ("day", dt.date(*day), ())


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("within four weeks of the meeting", (2011, 2, 22)),
        ("within four weeks of this meeting", (2011, 2, 22)),
        ("within 4 weeks of the date of the meeting", (2011, 2, 22)),
        ("four weeks from today", (2011, 2, 22)),
        ("within four weeks of 7 February", (2011, 3, 7)),
        ("two weeks after Monday 7 February 2011", (2011, 2, 21)),
        ("in a fortnight", (2011, 2, 8)),
        ("within three months", (2011, 4, 25)),
        ("within eight weeks", (2011, 3, 22)),
        ("within five working days", (2011, 2, 1)),
    ],
)
def test_2_7_relative_days_are_counted_from_the_meeting_or_the_day_named(words, day):
    due = recognise_due(words, MEETING, NEXT)
    assert (due.kind, due.date, due.flags, due.stated) == ("day", dt.date(*day), (), words)


@pytest.mark.parametrize(
    "words", ["within four weeks of approval", "four weeks after the launch", "within four weeks of four weeks"]
)
def test_what_is_counted_from_no_known_day_stays_in_words(words):
    due = recognise_due(words, MEETING, NEXT)
    assert (due.kind, due.date, due.shown) == ("words", None, words)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("end of April", (2011, 4, 30)),
        ("by the end of April", (2011, 4, 30)),
        ("April", (2011, 4, 30)),
        ("April 2012", (2012, 4, 30)),
        ("January", (2011, 1, 31)),
        ("end of the month", (2011, 1, 31)),
    ],
)
def test_months_last_until_their_last_day(words, last):
    due = recognise_due(words, MEETING, NEXT)
    assert (due.kind, due.date, due.flags) == ("month", dt.date(*last), ())


@pytest.mark.parametrize("words", ["asap", "ongoing", "when the plan is agreed", "mid-April", "next week", "Friday pm"])
def test_other_words_are_kept(words):
    due = recognise_due(words, MEETING, NEXT)
    assert (due.kind, due.date, due.stated, due.shown, due.flags) == ("words", None, words, words, ())


@pytest.mark.parametrize(
    ("words", "kind", "flag"),
    [
        ("Tuesday 7 February 2011", "day", "7 February 2011 is a Monday, not a Tuesday"),
        ("20.01.11", "day", "Thursday 20 January 2011 is before the meeting"),
        ("next Friday", "day", "next Friday is taken as Friday 28 January 2011"),
        ("31.02.11", "words", "31.02.11 is not a day in the calendar"),
        ("30 February", "words", "30 February is not a day in the calendar"),
        ("7.13.11", "words", "7.13.11 is not a day in the calendar"),
        ("7 February 1911", "words", "7 February 1911 is too far from the meeting to be meant"),
        ("07.02.2110", "words", "07.02.2110 is too far from the meeting to be meant"),
        ("April 2110", "words", "April 2110 is too far from the meeting to be meant"),
        ("April 2010", "month", "April 2010 is before the meeting"),
    ],
)
def test_what_does_not_fit_is_said(words, kind, flag):
    due = recognise_due(words, MEETING, NEXT)
    assert (due.kind, due.flags) == (kind, (flag,))


@pytest.mark.parametrize("words", ["next meeting", "At the next meeting.", "for next meeting"])
def test_the_next_meeting(words):
    assert recognise_due(words, MEETING, NEXT).shown == "Meeting of Tuesday 22 February 2011"
    assert recognise_due(words, MEETING).shown == "Next meeting"


def test_nothing_given():
    due = recognise_due("  ", MEETING, NEXT)
    assert (due.kind, due.shown) == ("none", "")


def test_two_figures_of_a_year_at_the_turn_of_a_century():
    assert recognise_due("07.02.00", dt.date(2099, 12, 1)).date == dt.date(2100, 2, 7)
