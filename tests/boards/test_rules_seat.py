"""When a seat can be filled, left, covered or ended: a table, without a database."""

import datetime as dt

import pytest

from boards.models import Person, Seat, SeatHolding, Substitute
from boards.rules import seat as rules
from trust.tools.refusal import why_not

JOSS, ASHA = Person(pk=1, name="Joss Lindqvist"), Person(pk=2, name="Asha Quill")
MARCH_3, MARCH_31, APRIL_1, MAY_1 = dt.date(2026, 3, 3), dt.date(2026, 3, 31), dt.date(2026, 4, 1), dt.date(2026, 5, 1)


def held(from_date=MARCH_3, to_date=None, person=JOSS):
    return SeatHolding(person=person, from_date=from_date, to_date=to_date)


@pytest.mark.parametrize(
    ("holdings", "days", "refusal"),
    [
        pytest.param([], (MARCH_3, None), "", id="vacant"),
        pytest.param([held(to_date=MARCH_31)], (APRIL_1, None), "", id="the day after"),
        pytest.param(
            [held(to_date=MARCH_31)],
            (MARCH_31, None),
            "Joss Lindqvist holds this seat until 31 March 2026. End that first, or start later.",
            id="the last day is still theirs",
        ),
        pytest.param(
            [held()],
            (APRIL_1, None),
            "Joss Lindqvist holds this seat and no last day is set. End that first.",
            id="open end",
        ),
        pytest.param(
            [held(from_date=MAY_1)],
            (APRIL_1, None),
            "Joss Lindqvist holds this seat from 1 May 2026. Give an earlier last day, or end that first.",
            id="somebody comes later",
        ),
        pytest.param([held(from_date=MAY_1)], (APRIL_1, dt.date(2026, 4, 30)), "", id="until the next comes"),
    ],
)
def test_one_holder_at_a_time(holdings, days, refusal):
    assert why_not(rules.check_seat_free, holdings, *days) == refusal


@pytest.mark.parametrize(
    ("seat", "days", "refusal"),
    [
        (Seat(), (None, None), ""),
        (Seat(from_date=APRIL_1), (APRIL_1, None), ""),
        (
            Seat(from_date=APRIL_1),
            (MARCH_31, None),
            "This seat begins on 1 April 2026. Start on that day or later.",
        ),
        (
            Seat(to_date=MARCH_31),
            (MARCH_3, None),
            "This seat ends on 31 March 2026. Give that day or an earlier one as the last day.",
        ),
    ],
)
def test_a_seat_is_held_on_its_own_days(seat, days, refusal):
    assert why_not(rules.check_within_seat, seat, *days) == refusal


@pytest.mark.parametrize(
    ("holding", "last_day", "refusal"),
    [
        (held(), MARCH_31, ""),
        (held(), MARCH_3, ""),
        (
            held(from_date=APRIL_1),
            MARCH_31,
            "Joss Lindqvist began on 1 April 2026. The last day cannot be before that.",
        ),
        (held(to_date=APRIL_1), MARCH_31, ""),
        (
            held(to_date=MARCH_31),
            APRIL_1,
            "Joss Lindqvist’s last day is already 31 March 2026. To go on after it, appoint them again.",
        ),
    ],
)
def test_a_last_day_is_set_or_brought_forward(holding, last_day, refusal):
    assert why_not(rules.check_can_end, holding, last_day) == refusal


@pytest.mark.parametrize(
    ("person", "substitutes", "refusal"),
    [
        (ASHA, [], ""),
        (JOSS, [], "Joss Lindqvist holds this seat. A substitute is somebody else."),
        (
            ASHA,
            [Substitute(person=ASHA, to_date=APRIL_1)],
            "Asha Quill is a substitute for this seat already on some of those days.",
        ),
        (ASHA, [Substitute(person=ASHA, to_date=MARCH_3)], ""),
    ],
)
def test_a_substitute_is_somebody_else_named_once(person, substitutes, refusal):
    assert why_not(rules.check_can_substitute, person, [held()], substitutes, APRIL_1, None) == refusal


@pytest.mark.parametrize(
    ("holdings", "substitutes", "refusal"),
    [
        ([], [], ""),
        ([held(to_date=MARCH_31)], [], ""),
        ([held()], [], "Joss Lindqvist holds this seat after 31 March 2026. End that first."),
        (
            [],
            [Substitute(person=ASHA)],
            "Asha Quill is a substitute for this seat after 31 March 2026. End that first.",
        ),
    ],
)
def test_a_seat_ends_after_its_people(holdings, substitutes, refusal):
    assert why_not(rules.check_can_end_seat, Seat(), holdings, substitutes, MARCH_31) == refusal


def test_days_come_in_order():
    sentence = "The last day, 3 March 2026, is before the first, 31 March 2026."
    assert why_not(rules.check_in_order, MARCH_31, MARCH_3) == sentence
    assert why_not(rules.check_in_order, MARCH_3, MARCH_3) == ""


@pytest.mark.parametrize(
    ("role", "voting", "refusal"), [("observer", True, "An observer does not vote."), ("observer", False, "")]
)
def test_observers_do_not_vote(role, voting, refusal):
    assert why_not(rules.check_vote, role, voting=voting) == refusal


def test_a_seat_is_somebodys():
    sentence = "Say whose seat it is: a partner, a class of partners, or a post."
    assert why_not(rules.check_owned, partner=None, constituency=None, title="") == sentence
    assert why_not(rules.check_owned, partner=None, constituency=None, title="Borough Commander") == ""
