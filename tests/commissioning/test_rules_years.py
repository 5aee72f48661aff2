"""The financial year, as a table."""

import datetime as dt
import itertools

import pytest

from commissioning.rules import years


@pytest.mark.parametrize(
    ("day", "year", "words"),
    [
        pytest.param(dt.date(2026, 4, 1), 2026, "2026/27", id="its first day"),
        pytest.param(dt.date(2026, 3, 31), 2025, "2025/26", id="its last day"),
        pytest.param(dt.date(2027, 1, 1), 2026, "2026/27", id="the new year is no new financial year"),
        pytest.param(dt.date(1999, 6, 1), 1999, "1999/00", id="over the century"),
    ],
)
def test_the_year_of_a_day(day: dt.date, year: int, words: str) -> None:
    assert years.year_of(day) == year
    assert years.financial_year(year) == words
    assert years.first_day(year) <= day <= years.last_day(year)


def test_the_quarters_fill_the_year_with_no_day_twice() -> None:
    quarters = years.quarters(2026)
    assert (quarters[0][0], quarters[-1][1]) == (years.first_day(2026), years.last_day(2026))
    for (_, end), (start, _) in itertools.pairwise(quarters):
        assert start - end == dt.timedelta(days=1)
