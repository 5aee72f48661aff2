"""How a plan stands for a year and which step may follow, as tables (requirement 1.8)."""

import datetime as dt

import pytest

from commissioning.models import Plan, PlanStep
from commissioning.rules import plan as rules
from meetings.models import Decision
from trust.tools.refusal import why_not

Kind = PlanStep.Kind
JUNE, JULY, TODAY = dt.date(2026, 6, 3), dt.date(2026, 7, 9), dt.date(2026, 11, 22)


def year(*kinds: str) -> rules.YearStanding:
    steps = [PlanStep(pk=at, year=2026, kind=kind, date=JUNE, reason="inspection") for at, kind in enumerate(kinds, 1)]
    return rules.standing_in(2026, steps)


def test_every_step_of_the_course_says_what_may_follow():
    assert {*rules.NEXT} == {"", *rules.COURSE, Kind.HELD}
    assert {*Kind} == {*rules.COURSE, Kind.HELD, Kind.RESUMED, Kind.TAKEN_BACK}
    assert {*rules.TO_BE} == {*rules.ASKED} == {*rules.COURSE}


@pytest.mark.parametrize(
    ("kinds", "stage", "may"),
    [
        pytest.param([], "", ["outline", "agreed", "held"], id="nothing yet"),
        pytest.param(["outline"], "outline", ["agreed", "held"], id="outline"),
        pytest.param(["outline", "held"], "outline", ["resumed"], id="on hold"),
        pytest.param(["outline", "held", "resumed"], "outline", ["agreed", "held"], id="taken up again"),
        pytest.param(["held"], "", ["resumed"], id="on hold before anything"),
        pytest.param(["agreed"], "agreed", ["reviewed", "signed_off", "held"], id="agreed"),
        pytest.param(["agreed", "reviewed"], "reviewed", ["reviewed", "signed_off", "held"], id="reviewed"),
        pytest.param(["agreed", "reviewed", "signed_off"], "signed_off", [], id="signed off"),
    ],
)
def test_1_8_what_may_follow(kinds, stage, may):
    standing = year(*kinds)
    assert (standing.stage, list(standing.may_become)) == (stage, may)


@pytest.mark.parametrize(
    ("kinds", "kind", "given", "refusal"),
    [
        ([], "agreed", {}, ""),
        ([], "signed_off", {}, "For 2026/27 it stands at “Not agreed yet”. What may follow is “Outline agreed”"),
        (["signed_off"], "agreed", {}, "it stands at “Signed off”. Nothing follows."),
        (["agreed"], "held", {"reason": ""}, "Say why it is on hold."),
        (["agreed"], "reviewed", {"date": dt.date(2026, 12, 1)}, "1 December 2026 is still to come."),
        (["agreed"], "reviewed", {"date": dt.date(2026, 6, 2)}, "“Agreed” was on 3 June 2026: this cannot be before"),
    ],
)
def test_1_8_a_step_that_cannot_follow_is_refused_in_words(kinds, kind, given, refusal):
    given = {"date": JULY, "reason": "why", "today": TODAY} | given
    said = why_not(rules.check_can_become, year(*kinds), kind, **given)
    assert refusal in said if refusal else said == ""


def test_what_was_taken_back_counts_no_more():
    agreed = PlanStep(pk=1, year=2026, kind="agreed", date=JUNE)
    back = PlanStep(pk=2, year=2026, kind="taken_back", takes_back_id=1, date=JUNE)
    standing = rules.standing_in(2026, [agreed, back])
    assert (standing.steps, standing.stage) == ((), "")
    assert "taken back already" in why_not(rules.check_can_take_back, standing, agreed)


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([], "For 2026/27 nothing has been agreed yet."),
        (["outline", "agreed"], "For 2026/27 its outline was agreed on 3 June 2026 and it was agreed on 3 June 2026."),
        (["held"], "nothing has been agreed yet. It has been on hold since 3 June 2026: inspection."),
    ],
)
def test_2_23_how_it_stands_in_words(kinds, words):
    assert words in rules.in_words(year(*kinds))


@pytest.mark.parametrize(
    ("kinds", "tied", "kind"),
    [([], [], "agreed"), ([], ["outline"], "outline"), (["agreed"], [], "reviewed"), (["signed_off"], [], None)],
)
def test_what_comes_next(kinds, tied, kind):
    assert rules.to_come(year(*kinds), tied) == kind


@pytest.mark.parametrize(
    ("day", "first_month", "of"),
    [
        pytest.param(dt.date(2026, 6, 3), 6, 2026, id="agreed in June, in its year"),
        pytest.param(dt.date(2027, 3, 9), 6, 2026, id="signed off in March, at the end of it"),
        pytest.param(dt.date(2026, 2, 3), 2, 2026, id="agreed in February for the year to come"),
        pytest.param(dt.date(2027, 1, 12), 2, 2026, id="signed off in January"),
        pytest.param(dt.date(2026, 10, 14), 10, 2027, id="agreed in October for the year to come"),
        pytest.param(dt.date(2026, 9, 14), 9, 2026, id="a year from September"),
    ],
)
def test_1_8_which_year_a_meeting_deals_with(day, first_month, of):
    assert rules.plan_year(day, first_month) == of


@pytest.mark.parametrize(
    ("outcome", "date", "refusal"),
    [
        ("carried", JULY, ""),
        ("lost", JULY, "was lost"),
        ("status_quo", JULY, "as they were"),
        ("carried", JUNE, "taken"),
    ],
)
def test_only_a_decision_that_carried_is_cited(outcome, date, refusal):
    decision = Decision(outcome=outcome, taken_date=JULY)
    assert refusal in why_not(rules.check_can_cite, decision, date)
    assert bool(refusal) == bool(why_not(rules.check_can_cite, decision, date))


def test_a_plan_takes_the_place_of_an_earlier_one_of_its_board_alone():
    earlier = Plan(pk=1, board_id=1, title="Old", from_date=JUNE)
    assert why_not(rules.check_can_supersede, earlier, Plan(board_id=1, from_date=JULY), []) == ""
    assert "its own board" in why_not(rules.check_can_supersede, earlier, Plan(board_id=2, from_date=JULY), [])
    assert "first day" in why_not(rules.check_can_supersede, earlier, Plan(board_id=1, from_date=JUNE), [])
    other = Plan(pk=3, title="Other")
    assert "already" in why_not(rules.check_can_supersede, earlier, Plan(board_id=1, from_date=JULY), [other])
