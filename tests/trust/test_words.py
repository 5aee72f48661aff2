"""Dates, money and numbers in words."""

from datetime import UTC, date, datetime, time

import pytest

from trust.tools import words

IN_SUMMER = datetime(2011, 7, 25, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.long_date(date(2011, 1, 25)), "Tuesday 25 January 2011"),
        (words.long_date(datetime(2011, 7, 24, 23, 30, tzinfo=UTC)), "Monday 25 July 2011"),
        (words.short_date(date(2025, 10, 4)), "4 October 2025"),
        (words.day_and_month(date(2025, 11, 7)), "7 November"),
        (words.instant(datetime(2025, 10, 14, 13, 37, tzinfo=UTC)), "14 October 2025, 2.37pm"),
        (words.clock(IN_SUMMER), "14:30"),
        (words.clock(time(9, 5)), "09:05"),
    ],
)
def test_dates(said: str, expected: str) -> None:
    assert said == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (time(14), time(16), "2pm to 4pm"),
        (time(9, 5), time(12), "9.05am to midday"),
        (IN_SUMMER, None, "2.30pm"),
        (time(0), None, "midnight"),
        (None, None, ""),
    ],
)
def test_hours(start: time, end: time | None, expected: str) -> None:
    assert words.hours(start, end) == expected


@pytest.mark.parametrize(
    ("pence", "expected"),
    [(16_200_000, "£162,000"), (123_456, "£1,234.56"), (5, "£0.05"), (0, "£0"), (-900_000, "−£9,000")],
)
def test_money(pence: int, expected: str) -> None:
    assert words.money(pence) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.counted(0, "action"), "no actions"),
        (words.counted(1, "action"), "one action"),
        (words.counted(3, "person", "people"), "three people"),
        (words.counted(1200, "action"), "1,200 actions"),
        (words.listing([]), ""),
        (words.listing(["a"]), "a"),
        (words.listing(["a", "b"]), "a and b"),
        (words.listing(["a", "b", "c"], "or"), "a, b or c"),
    ],
)
def test_numbers_and_lists(said: str, expected: str) -> None:
    assert said == expected
