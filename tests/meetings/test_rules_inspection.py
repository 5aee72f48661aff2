"""How long minutes stay open to inspection, in a table."""

import datetime as dt

import pytest

from meetings.rules.inspection import inspection_words, last_day


@pytest.mark.parametrize(("held", "years", "last"), [
    (dt.date(2025, 10, 14), 6, dt.date(2031, 10, 13)),
    (dt.date(2024, 2, 29), 6, dt.date(2030, 2, 28)),
    (dt.date(2024, 2, 29), 4, dt.date(2028, 2, 28)),
    (dt.date(2026, 1, 1), 1, dt.date(2026, 12, 31)),
])  # fmt: skip
def test_domain_14_six_years_that_begin_with_the_day_of_the_meeting(held, years, last):
    assert last_day(held, years) == last


def test_domain_14_terms_that_ask_for_none_say_nothing():
    assert inspection_words(dt.date(2025, 10, 14), 0) == ""
    assert inspection_words(dt.date(2025, 10, 14), 6) == "Open to inspection until 13 October 2031"
