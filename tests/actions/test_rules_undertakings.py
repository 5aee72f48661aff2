"""Undertakings in prose are offered as actions (requirement 2.8), in wording of our own."""

import pytest

from actions.rules.undertakings import is_said_already, leading_words, undertakings


@pytest.mark.parametrize(
    "sentence",
    [
        "Members were asked to agree the protocol and take back the principles to their organisations.",
        "The commissioning team will discuss the sums again before projects hear.",
        "The statement was endorsed and is to be widely circulated across services.",
        "These plans will be brought back so that progress can be seen.",
        "The forum has been invited and LU is awaiting response.",
        "MG to query how far the audit has come.",
        "LC, JG and MG to meet the heads.",
        "Joint Commissioning Team to review the bids.",
        "The chair agreed to write to the council.",
        "It should be tabled at the next meeting.",
        "MG co-ordinate the inspectors’ travel.",
        "LC/MG circulate the list.",
        "JL will be meeting the practices over the next months.",
        "A half day to be arranged between partners.",
        "It was agreed that the plan would be sent to schools.",
    ],
)
def test_a_promise_is_found(sentence):
    assert undertakings(f"It was a long item. {sentence} The report was noted.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The inspection will take place in the first week.",
        "Inspectors will be based in the town hall.",
        "The title of the trust will change in April.",
        "The strategy was endorsed.",
        "Officers presented four options to the group.",
        "A key question is who takes the lead from April.",
        "Five bodies were previously asked to submit bids.",
        "It goes out to tender, with the intention for it to be provided nearby.",
        "PCT report cards are kept.",
        "The group agreed that it would be best.",
        "",
    ],
)
def test_what_only_tells_is_left_alone(sentence):
    assert undertakings(sentence) == []


def test_an_action_that_says_it_already_is_not_offered_again():
    assert is_said_already("MG to query how far the audit has come.", ["Query how far the audit has come"])
    assert not is_said_already("MG to query how far the audit has come.", ["Book the hall"])
    assert not is_said_already("MG to query it.", ["", "To"])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("LC, JG and MG to meet.", "LC, JG and MG"), ("The team will meet.", "The team"), ("It was noted.", "")],
)
def test_the_owner_may_stand_at_the_beginning(sentence, words):
    assert leading_words(sentence) == words
