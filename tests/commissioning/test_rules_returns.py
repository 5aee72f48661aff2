"""Red, amber, green, no return, not asked: a table of each, and what never happens (4.11, H13)."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boards.models import Partner
from commissioning.models import Area, Period, Reporter, Return
from commissioning.rules import returns as rules
from commissioning.rules.returns import Cell, Moved, Said, State
from commissioning.rules.schemes import check_areas_named, check_can_add_periods, quarters
from trust.tools.refusal import why_not

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 3, 31)
DUE = dt.date(2026, 4, 14)
PERIOD = Period(pk=1, title="January to March 2026", from_date=FIRST, to_date=LAST, due_date=DUE)
BEFORE, AFTER = FIRST - dt.timedelta(days=1), LAST + dt.timedelta(days=1)


def returned(colour: str, *, days_late: int = 0) -> Return:
    at = dt.datetime.combine(DUE + dt.timedelta(days=days_late), dt.time(12), tzinfo=dt.UTC)
    return Return(colour=colour, reason="So", recorded_at=at)


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        pytest.param({}, True, id="always there"),
        pytest.param({"from_date": LAST}, True, id="joined on the last day"),
        pytest.param({"from_date": AFTER}, False, id="joined later"),
        pytest.param({"to_date": LAST}, True, id="left on the last day"),
        pytest.param({"to_date": BEFORE}, False, id="left before"),
    ],
)
def test_who_joins_later_is_asked_nothing_for_earlier_periods(days, asked):
    assert rules.is_asked(PERIOD, Reporter(**days), Area()) is asked
    assert rules.is_asked(PERIOD, Reporter(), Area(**days)) is asked


@pytest.mark.parametrize(
    ("given_back", "days", "may_see", "state"),
    [
        pytest.param([], {}, True, State.NO_RETURN, id="H13 silence is a state of its own"),
        pytest.param([], {"from_date": AFTER}, True, State.NOT_ASKED, id="not asked is not silence"),
        pytest.param(["green"], {}, True, State.GREEN, id="green"),
        pytest.param(["green", "red"], {}, True, State.RED, id="the latest counts"),
        pytest.param(["green"], {}, False, State.NOT_SHARED, id="not shared yet"),
        pytest.param([], {}, False, State.NOT_SHARED, id="silence is not told before it is shared"),
        pytest.param(["red"], {"from_date": AFTER}, True, State.RED, id="what was given is not lost"),
    ],
)
def test_how_a_reporter_stands(given_back, days, may_see, state):
    rows = [returned(colour) for colour in given_back]
    assert rules.state_of(PERIOD, Reporter(**days), Area(), rows, may_see=may_see, on=AFTER) == state


def test_h13_before_a_period_begins_nobody_is_silent():
    assert rules.state_of(PERIOD, Reporter(), Area(), [], may_see=True, on=BEFORE) == State.NOT_ASKED
    assert rules.state_of(PERIOD, Reporter(), Area(), [], may_see=True, on=FIRST) == State.NO_RETURN


@pytest.mark.parametrize(
    ("days", "ended", "said"),
    [
        pytest.param({}, None, "", id="was there"),
        pytest.param({"from_date": AFTER}, None, "it reports from 1 April 2026 on.", id="joined later"),
        pytest.param({"to_date": BEFORE}, None, "it reported until 31 December 2025.", id="left before"),
        pytest.param({}, FIRST, "it reported until 1 January 2026.", id="its partner ended"),
    ],
)
def test_who_was_not_asked_and_why_is_said(days, ended, said):
    who = Reporter(partner=Partner(name="Westmere", short_name="Westmere", ended_date=ended), **days)
    assert rules.why_not_asked(who, LAST) == (f"{who} was not asked: {said}" if said else "")


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (State.RED, State.AMBER, Moved.BETTER),
        (State.GREEN, State.RED, Moved.WORSE),
        (State.AMBER, State.AMBER, Moved.SAME),
        (State.NO_RETURN, State.RED, Moved.UNKNOWN),
        (State.GREEN, State.NO_RETURN, Moved.UNKNOWN),
        (None, State.GREEN, Moved.UNKNOWN),
    ],
)
def test_movement_since_the_period_before(before, now, said):
    assert rules.moved(before, now) == said


@pytest.mark.parametrize(
    ("rows", "on", "notes"),
    [
        ([], DUE, "due by 14 April 2026"),
        ([], DUE + dt.timedelta(days=2), "two days late"),
        ([returned("red")], AFTER, ""),
        ([returned("red", days_late=3)], AFTER, "given three days late"),
        ([returned("red"), returned("green", days_late=9)], AFTER, "revised once"),
    ],
)
def test_late_and_revised_are_said_in_words(rows, on, notes):
    state = State(rows[-1].colour) if rows else State.NO_RETURN
    assert Cell(PERIOD, Reporter(), Area(), state, tuple(rows), on=on).notes == notes


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(["red", "amber", "green"]), max_size=3), max_size=12))
def test_h13_no_return_is_never_counted_green(reporters):
    cells = []
    for colours in reporters:
        rows = tuple(returned(colour) for colour in colours)
        state = rules.state_of(PERIOD, Reporter(), Area(), rows, may_see=True, on=AFTER)
        cells.append(Cell(PERIOD, Reporter(), Area(), state))
    told = dict(rules.tally(cells))
    last = Counter(colours[-1] for colours in reporters if colours)
    assert told.get(State.GREEN, 0) == last["green"]
    assert told.get(State.NO_RETURN, 0) == sum(not colours for colours in reporters)
    assert sum(told.values()) == len(reporters)


def area(pk: int, title: str) -> Area:
    return Area(pk=pk, title=title)


ONE, TWO = area(1, "Safeguarding"), area(2, "Information sharing")


@pytest.mark.parametrize(
    ("said", "on", "refusal"),
    [
        ([Said(ONE, "red", "So"), Said(TWO, "red", "So")], LAST, ""),
        ([Said(ONE, "red", "So")], LAST, "The areas that are asked for have changed meanwhile."),
        ([Said(ONE, "red", "So"), Said(TWO, "red", " ")], LAST, "Give the reason for Information sharing."),
        ([Said(ONE, "red", "So"), Said(TWO, "red", "So")], BEFORE, "begins on 1 January 2026"),
    ],
)
def test_a_return_is_whole_or_it_is_not_taken(said, on, refusal):
    told = why_not(rules.check_can_return, PERIOD, [ONE, TWO], said, on=on)
    assert refusal in told
    assert bool(told) is bool(refusal)


def test_the_four_quarters_of_a_year_follow_each_other():
    spans = quarters(dt.date(2026, 4, 1))
    assert [span.title for span in spans][:3] == [
        "April to June 2026",
        "July to September 2026",
        "October to December 2026",
    ]
    assert spans[3].due_date == dt.date(2027, 4, 14)
    assert quarters(dt.date(2026, 11, 1))[0].title == "November 2026 to January 2027"
    assert not why_not(check_can_add_periods, [], spans)
    assert "shares days with “January to March 2026”" in why_not(
        check_can_add_periods, [PERIOD], quarters(dt.date(2026, 3, 1))
    )


@pytest.mark.parametrize(
    ("titles", "refusal"),
    [([], "Name at least one area."), (["a", "A"], "stands there twice."), (["safeguarding"], "is an area of this")],
)
def test_areas_have_names_of_their_own(titles, refusal):
    assert refusal in why_not(check_areas_named, titles, [ONE])
