"""A board's year, in tables (requirement 1.8)."""

import datetime as dt

import pytest

from meetings.models import Meeting, YearlyMeeting
from meetings.rules import year as rules

PURPOSES = [YearlyMeeting(pk=pk, purpose=f"Purpose {pk}", month=month) for pk, month in ((1, 4), (2, 10), (3, 3))]
BEGINS = dt.date(2026, 4, 1)


def meeting(pk: int, day: dt.date, yearly: int | None = None) -> Meeting:
    return Meeting(pk=pk, date=day, yearly_id=yearly)


@pytest.mark.parametrize(("day", "month", "year"), [
    (dt.date(2026, 4, 1), 4, 2026),
    (dt.date(2026, 3, 31), 4, 2025),
    (dt.date(2026, 12, 31), 1, 2026),
])  # fmt: skip
def test_1_8_the_year_a_day_is_in(day, month, year):
    assert rules.year_on(day, month) == year


def test_1_8_months_before_the_first_are_of_the_next_calendar_year():
    assert [rules.month_of(one, BEGINS) for one in PURPOSES] == [BEGINS, dt.date(2026, 10, 1), dt.date(2027, 3, 1)]


ALL = [(1, dt.date(2026, 4, 14), 1), (2, dt.date(2026, 10, 13), 2), (3, dt.date(2027, 3, 9), 3)]


@pytest.mark.parametrize(("held", "said"), [
    pytest.param(ALL, [], id="all three"),
    pytest.param(ALL[:2], ["No meeting is in the calendar for “Purpose 3”."], id="one missing"),
    pytest.param(
        [*ALL, (4, dt.date(2026, 7, 1), None)], ["Four meetings are in this year, and three are usual."], id="a fourth"
    ),
    pytest.param(
        [*ALL[:2], (5, dt.date(2026, 5, 1), 1)],
        ["No meeting is in the calendar for “Purpose 3”.", "Two meetings are for “Purpose 1”."],
        id="one twice",
    ),
])  # fmt: skip
def test_1_8_what_is_amiss_in_a_year(held, said):
    found = rules.plan(PURPOSES, [meeting(*one) for one in held], BEGINS, asked=3)
    assert found.amiss == said


def test_1_8_more_meetings_than_three_are_usual_where_the_terms_say_so():
    held = [meeting(*one) for one in [*ALL, (4, dt.date(2026, 7, 1), None)]]
    assert rules.plan(PURPOSES, held, BEGINS, asked=4).amiss == []
