"""Weekdays against their dates (requirement 2.9): every right pair passes, whichever way it is written."""

import datetime as dt

import pytest

from meetings.rules.weekdays import faults, pairs

MEETING = dt.date(2025, 10, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 14 October 2025",
        "Tuesday 14th October 2025, 2.00pm",
        "Tuesday, 14 October 2025",
        "Tuesday the 14th of October",
        "Tuesday 14 October",
        "Tues 14 Oct",
        "Tue 14 Oct 2025",
        "TUESDAY 14 OCTOBER 2025",
        "Tuesday, October 14th, 2025",
        "Tuesday, October 14",
        "Tuesday 14.10.25",
        "Tuesday 14/10/2025",
        "14 October 2025 (Tuesday)",
        "14 October, a Tuesday",
        "Monday 6 to Friday 17 October 2025",
        "Monday 6 – Friday 17 October",
        "Friday 2 January 1.00 – 5.00pm",
        "Wednesday 31 December",
        "Thursday 1 January",
        "Monday 29 September",
        "Sunday 29 February 2032",
        "Saturday 14 June",
        "Sunday 14 June",
        "Tuesday 14 October at 2pm, and Wednesday 15 October at 3pm",
        "On Friday 13 December, in the year 2024,",
    ],
)
def test_2_9_a_right_pair_passes(text):
    assert pairs(text, near=MEETING)
    assert list(faults(text, near=MEETING)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Wednesday 14 October 2025", "“Wednesday 14 October 2025”: 14 October 2025 is a Tuesday."),
        ("Wednesday 14th October", "“Wednesday 14th October”: 14 October 2025 is a Tuesday."),
        ("Mon 14 Oct", "“Mon 14 Oct”: 14 October 2025 is a Tuesday."),
        ("Mon. 14 Oct.", "“Mon. 14 Oct”: 14 October 2025 is a Tuesday."),
        ("Monday the 14th of October", "“Monday the 14th of October”: 14 October 2025 is a Tuesday."),
        ("Friday 14.10.25", "“Friday 14.10.25”: 14 October 2025 is a Tuesday."),
        ("Friday 14/10/2025", "“Friday 14/10/2025”: 14 October 2025 is a Tuesday."),
        ("Friday, October 14", "“Friday, October 14”: 14 October 2025 is a Tuesday."),
        ("14 October 2025 (Monday)", "“14 October 2025 (Monday)”: 14 October 2025 is a Tuesday."),
        ("Tuesday 6 to Friday 17 October", "“Tuesday 6 to Friday 17 October”: 6 October 2025 is a Monday."),
        ("Friday 1 January", "“Friday 1 January”: 1 January 2026 is a Thursday."),
        ("Friday 29 September", "“Friday 29 September”: 29 September 2025 is a Monday."),
        ("Friday 14 June", "“Friday 14 June”: 14 June 2025 is a Saturday."),
        ("Friday 31 April 2026", "“Friday 31 April 2026” is no day of the calendar."),
        ("Sunday 29 February 2026", "“Sunday 29 February 2026” is no day of the calendar."),
    ],
)
def test_2_9_a_weekday_that_contradicts_its_date_is_said(text, fault):
    assert list(faults(f"It was put off to {text} and no later.", near=MEETING)) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday 14 people came in October.",
        "Tuesday and Wednesday, 14 and 15 October",
        "The Sunday 4 Marathon",
        "Tuesdays in October",
        "May 14 people come on Friday?",
        "14 October 2025",
        "Friday at 4pm",
        "Sat in on 3 May",
        "",
    ],
)
def test_what_is_no_pair_is_left_alone(text):
    assert list(faults(text, near=MEETING)) == []
