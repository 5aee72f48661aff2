"""What becomes of a proposal put between meetings (DOMAIN rules 23, 39). No database."""

import datetime as dt

import pytest

from boards.models import Partner, Person, Seat
from meetings.models import Asked, BetweenMeetings
from meetings.rules import between as rules
from trust.tools.refusal import why_not

TODAY = dt.date(2025, 11, 20)
NAMES = {"a": "Joss Lindqvist", "b": "Oyin Adeyemi", "c": "Tomos Beynon", "d": "Gwil Jarrow"}


def asked(**answers: str) -> list[Asked]:
    """Who answered what; a and b sit for one partner."""
    partners = {"a": 1, "b": 1, "c": 2, "d": 3}
    return [
        Asked(pk=at, person=Person(name=NAMES[who]), seat=Seat(partner=Partner(pk=partners[who])), answer=answer)
        for at, (who, answer) in enumerate(answers.items(), 1)
    ]


YES, NO, NONE, APART = "agrees", "objects", "none", "abstains"


@pytest.mark.parametrize(("means", "voting", "answers", "agreed", "says"), [
    pytest.param("silence", "consensus", {"a": NONE, "b": YES}, True, "Nobody objected, one of them kept silence.",
                 id="rule 39 silence agrees"),
    pytest.param("silence", "majority", {"a": NO, "b": YES, "c": NONE}, False,
                 "Joss Lindqvist objected, so that it is not agreed", id="rule 39 one objection is enough"),
    pytest.param("email", "consensus", {"a": YES, "b": YES, "c": APART}, True, "two agreed and one took no part",
                 id="consensus by e-mail"),
    pytest.param("email", "consensus", {"a": YES, "b": NO, "c": YES}, False, "Oyin Adeyemi objected",
                 id="no consensus"),
    pytest.param("email", "majority", {"a": YES, "b": NO, "c": YES}, True, "It is agreed", id="majority"),
    pytest.param("email", "majority", {"a": YES, "b": NO}, False, "No more than half of those asked",
                 id="half is none"),
    pytest.param("email", "majority", {"a": YES, "b": NONE, "c": NONE}, False, "two did not answer",
                 id="silence does not agree by e-mail"),
    pytest.param("email", "partner", {"a": YES, "b": YES, "c": NO, "d": NO}, False,
                 "No more than half of the partners asked", id="one partner, one vote"),
])  # fmt: skip
def test_what_came_of_it(means, voting, answers, agreed, says):
    outcome = rules.outcome_of(means, asked(**answers), voting)
    assert outcome.agreed == agreed
    assert says in outcome.sentence


@pytest.mark.parametrize(("means", "closes", "people", "refusal"), [
    pytest.param("silence", dt.date(2025, 11, 27), [1], "", id="by silence, with a date"),
    pytest.param("silence", None, [1],
                 "Say until when somebody can object: silence is agreement only from a day that everybody knew.",
                 id="rule 39 silence needs a closing date"),
    pytest.param("email", None, [], "Choose who is asked.", id="rule 39 a record of who was asked"),
    pytest.param("email", TODAY, [1], "The day by which they answer is still to come: give a later one.", id="no time"),
    pytest.param("urgency", None, [], "", id="urgency asks nobody"),
])  # fmt: skip
def test_how_it_can_be_put(means, closes, people, refusal):
    assert why_not(rules.check_can_put, means, closes=closes, asked=people, on=TODAY) == refusal


@pytest.mark.parametrize(("means", "closes", "answers", "refusal"), [
    pytest.param("silence", dt.date(2025, 11, 19), {"a": NONE}, "", id="the day after"),
    pytest.param("silence", dt.date(2025, 11, 20), {"a": NONE},
                 "They may object until the end of Thursday 20 November 2025. It closes by itself then.",
                 id="the last day"),
    pytest.param("silence", dt.date(2025, 11, 27), {"a": NO}, "", id="once somebody objected"),
    pytest.param("email", dt.date(2025, 11, 27), {"a": YES, "b": NONE},
                 "Oyin Adeyemi has not answered yet. Enter what they said, or wait until Thursday 27 November 2025.",
                 id="somebody has not answered"),
    pytest.param("email", None, {"a": YES, "b": NO}, "", id="all answered"),
])  # fmt: skip
def test_when_it_can_be_closed(means, closes, answers, refusal):
    between = BetweenMeetings(means=means, closes_date=closes)
    assert why_not(rules.check_can_close, between, asked(**answers), on=TODAY) == refusal


@pytest.mark.parametrize(("by", "taken", "refusal"), [
    pytest.param("Rhiannon Vale, chair", TODAY, "", id="by the chair, today"),
    pytest.param(" ", TODAY, "Say who took the decision: the chair or an officer, by name and post.", id="nobody"),
    pytest.param("Rhiannon Vale", None, "Say on which day it was taken.", id="no day"),
    pytest.param("Rhiannon Vale", dt.date(2025, 11, 21),
                 "That day has not come yet. Record the decision once it is taken.", id="tomorrow"),
])  # fmt: skip
def test_an_urgent_decision_names_who_took_it_and_when(by, taken, refusal):
    assert why_not(rules.check_urgent, by, taken, on=TODAY) == refusal


def test_every_state_is_in_the_table_and_has_a_tone():
    states = set(BetweenMeetings.State.values)
    assert set(rules.NEXT) == set(rules.TONES) == states
    assert {state for following in rules.NEXT.values() for state in following} <= states


def test_its_last_day_counts_whole():
    between = BetweenMeetings(means="silence", closes_date=TODAY)
    assert not rules.is_due(between, on=TODAY)
    assert rules.is_due(between, on=TODAY + dt.timedelta(days=1))
    assert why_not(rules.check_can_answer, between, on=TODAY) == ""
    assert "Tell the clerk instead." in why_not(rules.check_can_answer, between, on=TODAY + dt.timedelta(days=1))
