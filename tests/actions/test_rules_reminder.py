"""What is due to be said on a day, by table (issue 6 §5)."""

import datetime as dt

import pytest

from actions.models import ChaseSetting
from actions.rules.reminder import Prompt, Said, Standing, goes_from, is_quiet, prompt_on, still_holds
from trust.tools.words import LONDON

D = dt.date
DUE = D(2025, 10, 15)  # a Wednesday
MET, ISSUED = D(2025, 10, 1), D(2025, 10, 6)
NOTHING = Said()


def said(occasion: str, day: dt.date, *, last: dt.date) -> Said:
    return Said(frozenset({(occasion, day)}), last)


@pytest.mark.parametrize(
    ("day", "standing", "before", "found"),
    [
        pytest.param(D(2025, 10, 8), Standing(DUE), NOTHING, ("week_before", DUE), id="a week before"),
        pytest.param(D(2025, 10, 7), Standing(DUE), NOTHING, None, id="eight days before, nothing"),
        pytest.param(D(2025, 10, 9), Standing(DUE), NOTHING, ("week_before", DUE), id="the worker was off for a day"),
        pytest.param(D(2025, 10, 14), Standing(DUE), NOTHING, None, id="the day before, nothing"),
        pytest.param(DUE, Standing(DUE), NOTHING, ("on_the_day", DUE), id="on the day"),
        pytest.param(D(2025, 10, 17), Standing(DUE), NOTHING, None, id="two days late: not before Monday"),
        pytest.param(D(2025, 10, 20), Standing(DUE), NOTHING, ("late", D(2025, 10, 20)), id="weekly from Monday"),
        pytest.param(D(2025, 10, 22), Standing(DUE), NOTHING, ("late", D(2025, 10, 20)), id="Monday was missed"),
        pytest.param(
            D(2025, 10, 24),
            Standing(DUE),
            said("late", D(2025, 10, 20), last=D(2025, 10, 20)),
            None,
            id="once in a week",
        ),
        pytest.param(
            D(2025, 10, 27),
            Standing(DUE),
            said("late", D(2025, 10, 20), last=D(2025, 10, 20)),
            ("late", D(2025, 10, 27)),
            id="and in the next, over the change of clocks",
        ),
        pytest.param(D(2025, 10, 11), Standing(D(2025, 10, 18)), NOTHING, None, id="never on a Saturday"),
        pytest.param(
            D(2025, 10, 10),
            Standing(D(2025, 10, 18)),
            NOTHING,
            ("week_before", D(2025, 10, 18)),
            id="a week before is a Saturday: on Friday",
        ),
        pytest.param(
            D(2025, 10, 17),
            Standing(D(2025, 10, 19)),
            NOTHING,
            ("on_the_day", D(2025, 10, 19)),
            id="due on a Sunday: on Friday",
        ),
        pytest.param(D(2025, 12, 25), Standing(D(2025, 12, 25)), NOTHING, None, id="Christmas is quiet"),
        pytest.param(
            D(2025, 12, 24),
            Standing(D(2025, 12, 26)),
            NOTHING,
            ("on_the_day", D(2025, 12, 26)),
            id="due on Boxing Day: on Christmas Eve",
        ),
        pytest.param(
            D(2026, 5, 5),
            Standing(D(2026, 5, 1)),
            NOTHING,
            ("late", D(2026, 5, 4)),
            id="Monday was a bank holiday: on Tuesday",
        ),
        pytest.param(ISSUED, Standing(D(2026, 1, 9), MET, ISSUED), NOTHING, ("issued", MET), id="minutes issued"),
        pytest.param(D(2025, 10, 14), Standing(D(2026, 1, 9), MET, ISSUED), NOTHING, None, id="issued long ago"),
        pytest.param(ISSUED, Standing(None, MET, ISSUED), NOTHING, ("issued", MET), id="issued, without a date"),
        pytest.param(ISSUED, Standing(D(2026, 1, 9), MET), NOTHING, None, id="a draft is not issued"),
        pytest.param(ISSUED, Standing(ISSUED, MET, ISSUED), NOTHING, ("on_the_day", ISSUED), id="the more pressing"),
        pytest.param(
            D(2025, 10, 8), Standing(DUE), Said(last=D(2025, 10, 6)), None, id="told two days ago: left in peace"
        ),
        pytest.param(DUE, Standing(DUE), Said(last=D(2025, 10, 14)), ("on_the_day", DUE), id="but not on its day"),
        pytest.param(DUE, Standing(None), NOTHING, None, id="no date, nothing to say"),
    ],
)
def test_what_is_said_on_a_day(day, standing, before, found):
    assert prompt_on(day, standing, ChaseSetting(), before) == (found and Prompt(*found))


@pytest.mark.parametrize(
    ("off", "day"),
    [
        ("week_before", D(2025, 10, 8)),
        ("on_the_day", DUE),
        ("weekly_after", D(2025, 10, 20)),
        ("on_issue", ISSUED),
    ],
)
def test_a_board_can_do_without_each(off, day):
    standing = Standing(D(2026, 1, 9) if off == "on_issue" else DUE, MET, ISSUED if off == "on_issue" else None)
    assert prompt_on(day, standing, ChaseSetting(), NOTHING)
    assert prompt_on(day, standing, ChaseSetting(**{off: False}), NOTHING) is None


def test_the_weekly_round_goes_by_the_boards_weekday():
    thursdays = ChaseSetting(weekday=3)
    assert prompt_on(D(2025, 10, 22), Standing(DUE), thursdays, NOTHING) == Prompt("late", D(2025, 10, 16))
    assert prompt_on(D(2025, 10, 23), Standing(DUE), thursdays, NOTHING) == Prompt("late", D(2025, 10, 23))


def london(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), LONDON)


FRIDAY, MONDAY = D(2026, 3, 27), D(2026, 3, 30)


@pytest.mark.parametrize(
    ("at", "hours", "goes"),
    [
        pytest.param(london(FRIDAY, 10), [9], london(FRIDAY, 10), id="at once"),
        pytest.param(london(FRIDAY, 0, 7), [9], london(FRIDAY, 9), id="in the night: at the board's hour"),
        pytest.param(london(FRIDAY, 0, 7), [9, 14], london(FRIDAY, 14), id="the latest hour of the boards"),
        pytest.param(london(FRIDAY, 18), [9], london(MONDAY, 9), id="after six: next working day, after the clocks"),
        pytest.param(london(D(2026, 3, 29), 12), [9], london(MONDAY, 9), id="Sunday"),
        pytest.param(london(D(2026, 4, 3), 12), [], london(D(2026, 4, 7), 8), id="Good Friday to Easter Monday"),
    ],
)
def test_quiet_hours(at, hours, goes):
    assert goes_from(at, hours) == goes
    assert not is_quiet(goes)


def test_nine_in_london_is_eight_by_universal_time_in_summer():
    spring = goes_from(london(FRIDAY, 18), [9])
    assert (spring.astimezone(dt.UTC).hour, goes_from(london(FRIDAY, 1), [9]).astimezone(dt.UTC).hour) == (8, 9)
    assert is_quiet(dt.datetime(2026, 3, 27, 7, 59, tzinfo=dt.UTC))
    assert not is_quiet(dt.datetime(2026, 3, 30, 7, 0, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("prompt", "due", "holds"),
    [
        (("on_the_day", DUE), DUE, True),
        (("on_the_day", DUE), D(2025, 11, 1), False),
        (("late", D(2025, 10, 20)), DUE, True),
        (("late", D(2025, 10, 20)), D(2025, 11, 1), False),
        (("late", D(2025, 10, 20)), None, False),
        (("chase", D(2025, 10, 20)), None, True),
    ],
)
def test_what_moved_meanwhile_is_not_said(prompt, due, holds):
    assert still_holds(Prompt(*prompt), Standing(due), D(2025, 10, 20)) is holds
