"""Subject to another body’s answer, and a power delegated with its uses (requirements 0.10; DOMAIN: delegation)."""

import datetime as dt

import pytest

from meetings.models import Condition, Decision, DelegationUse
from meetings.operations import condition as conditions
from meetings.operations import delegation as delegations
from meetings.queries.outcome import standing
from meetings.rules.delegation import amiss
from meetings.rules.outcome import Standing
from tests.meetings.minuted import HELD
from tests.meetings.spending import LATER, create_condition, create_decision
from trust.tools.refusal import why_not

AT = dt.datetime(2025, 12, 20, 12, tzinfo=dt.UTC)
STANDS = Standing(True, HELD, (), "")
WAITS = Standing(False, None, ("an answer",), "")


def answer(cast, condition, how="agreed", *, on=LATER, words=""):
    return conditions.answer_condition(condition=condition, answer=how, on=on, words=words, by=cast.clerk, at=AT)


def test_0_10_the_minutes_say_what_it_is_subject_to(cast):
    decision = create_decision(cast)
    given = {"expected_date": dt.date(2008, 3, 6), "effect": "at the end of April", "by": cast.clerk}
    condition = conditions.add_condition(decision=decision, board=None, body="The Executive Board", **given)
    decision.refresh_from_db()
    expected = "the agreement of the Executive Board, expected on 6 March 2008, to take effect at the end of April"
    assert decision.subject_to == expected
    conditions.remove_condition(condition=condition, by=cast.clerk)
    decision.refresh_from_db()
    assert decision.subject_to == ""


def test_a_board_does_not_wait_for_itself_nor_twice_for_another(cast):
    decision = create_decision(cast)
    given = {"decision": decision, "body": "", "expected_date": None, "effect": "", "by": cast.clerk}
    assert why_not(conditions.add_condition, board=cast.board, **given).startswith("This board decides it here.")
    conditions.add_condition(board=cast.other_board, **given)
    said = "It is subject to the agreement of Safer Streets Group already."
    assert why_not(conditions.add_condition, board=cast.other_board, **given) == said


def test_the_answer_may_come_after_approval_and_is_taken_back_with_a_reason(cast):
    decision = create_decision(cast, outcome="waits")
    condition = create_condition(decision)
    minutes = decision.block.minutes
    minutes.state, minutes.approved_at, minutes.approved_by = "approved", AT, cast.clerk
    minutes.save()
    answer(cast, condition)
    assert standing(Decision.objects.get()).since == LATER
    conditions.take_answer_back(condition=condition, reason="It was for another item.", by=cast.clerk)
    assert not standing(Decision.objects.get()).stands
    assert Condition.history.first().history_change_reason == "It was for another item."


@pytest.mark.parametrize(
    ("how", "on", "refusal"),
    [
        ("agreed", dt.date(2026, 1, 1), "The day of the answer has not come yet."),
        (
            "agreed",
            dt.date(2025, 10, 1),
            "This was decided on 14 October 2025: the answer came on that day or after it.",
        ),
        ("amended", LATER, "Say with which changes it was agreed."),
        ("declined", LATER, "Say why it was not agreed, as far as it is known."),
    ],
)
def test_an_answer_that_cannot_be(cast, how, on, refusal):
    condition = create_condition(create_decision(cast, outcome="waits"))
    assert why_not(answer, cast, condition, how, on=on) == refusal


def test_a_power_is_delegated_and_its_uses_listed(cast):
    decision = create_decision(cast)
    given = {"to": "The Director", "consulted": "the chair", "scope": "The price", "until": LATER, "by": cast.clerk}
    delegations.delegate(decision=decision, **given)
    used = {"on": HELD, "by_whom": "The Director", "consulted": "the chair", "what": "The price is £5."}
    use = delegations.record_use(decision=decision, **used, by=cast.clerk, at=AT)
    assert "has been used already" in why_not(delegations.delegate, decision=decision, **given)
    delegations.take_use_away(use=use, reason="Entered twice.", by=cast.clerk)
    assert DelegationUse.history.first().history_change_reason == "Entered twice."


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"to": ""}, "Say to whom it is delegated."),
        ({"scope": ""}, "Say what they may decide."),
        (
            {"until": dt.date(2025, 1, 1)},
            "This was decided on 14 October 2025: the power ends on that day or after it.",
        ),
    ],
)
def test_a_power_that_cannot_be(cast, given, refusal):
    asked = {"to": "The Director", "consulted": "the chair", "scope": "The price", "until": None} | given
    assert why_not(delegations.delegate, decision=create_decision(cast), **asked, by=cast.clerk) == refusal


@pytest.mark.parametrize(
    ("use", "standing_", "marked"),
    [
        ({}, STANDS, ()),
        ({"date": dt.date(2025, 12, 1)}, STANDS, ("After the power ended on 3 November 2025.",)),
        ({"consulted": ""}, STANDS, ("Without consulting the chair.",)),
        ({"date": dt.date(2025, 10, 1)}, STANDS, ("Before the power was given, which was on 14 October 2025.",)),
        ({}, WAITS, ("The decision that gives the power does not stand.",)),
    ],
)
def test_a_use_that_was_not_in_order_is_marked(use, standing_, marked):
    decision = Decision(delegated_to="The Director", in_consultation_with="the chair", delegated_until=LATER)
    used = DelegationUse(**{"date": LATER, "consulted": "the chair"} | use)
    assert amiss(used, decision, standing_, held=HELD) == marked
