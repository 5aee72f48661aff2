"""Two wordings compared: what was put in, taken out, moved, and what stayed."""

import uuid

import pytest

from meetings.rules.earlier import as_blocks, compared
from trust.tools.compared import pieces

A, B, C = (str(uuid.UUID(int=number)) for number in (1, 2, 3))


def block(key: str, text: str, kind: str = "discussion", **fields: object) -> dict:
    return {"key": key, "kind": kind, "text": text} | fields


def shown(before: str, after: str) -> str:
    marks = {"ins": "+{}+", "del": "-{}-", "": "{}"}
    return "".join(marks[piece.mark].format(piece.text) for piece in pieces(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("Said.", "Said.", "Said."),
        ("", "New.", "+New.+"),
        ("Gone.", "", "-Gone.-"),
        ("It was agreed.", "It was not agreed.", "It was +not +agreed."),
        ("three years", "two years", "-three-+two+ years"),
        ("four new options were put", "two old options were put", "-four new-+two old+ options were put"),
        ("the Trust’s plan", "the Trust’s own plan", "the Trust’s +own +plan"),
        ("- one\n- two", "- one\n- and\n- two", "- one\n- +and\n- +two"),
        ("£162,000", "£171,000", "£-162-+171+,000"),
    ],
)
def test_demand_4_words_put_in_and_taken_out(before, after, told):
    assert shown(before, after) == told


def test_demand_4_a_long_text_is_compared_in_a_moment_and_loses_nothing():
    before = "".join(f"Sentence {n} of the report was read out.\n" for n in range(1_200))
    after = before.replace("Sentence 600 of", "Sentence 600, at last, of").replace("Sentence 3 ", "Phrase 3 ")
    found = pieces(before, after)
    assert "".join(piece.text for piece in found if piece.mark != "ins") == before
    assert "".join(piece.text for piece in found if piece.mark != "del") == after


def test_blocks_are_told_added_taken_away_moved_and_changed():
    before = [block(A, "One."), block(B, "Two."), block(C, "Three.")]
    after = [block(C, "Three."), block(A, "One, and more."), block("4", "Four.", "note")]
    told = compared(before, after)
    assert [(one.label, one.what) for one in told.blocks] == [
        ("Discussion", "Moved"),
        ("Discussion", "Changed"),
        ("Discussion", "Taken away"),
        ("Note added later", "Added"),
    ]
    assert told.sentence == "Three words put in and one word taken out; one block moved."


def test_the_same_wording_says_the_same():
    wording = [block(A, "One."), block(B, " ")]
    assert compared(wording, [block(A, "One.")]).is_same


def test_what_a_decision_and_an_action_have_besides_is_compared():
    was = [block(A, "the plan", "decision", decision={"kind": "agreed", "ratify": False}), block(B, "ask", "action")]
    now = [
        block(A, "the plan", "decision", decision={"kind": "endorsed", "ratify": True}),
        block(B, "ask", "action", action={"who": "JL", "when": "Friday"}),
    ]
    decision, action = compared(was, now).blocks
    assert decision.what == action.what == "Changed"
    details = {label: [(piece.mark, piece.text) for piece in told] for label, told in decision.details + action.details}
    assert details == {
        "Decision": [("del", "Agreed"), ("ins", "Endorsed")],
        "Subject to ratification": [("ins", "yes")],
        "Who by": [("ins", "JL")],
        "When by": [("ins", "Friday")],
    }


def test_another_kind_of_block_is_told():
    (changed,) = compared([block(A, "ask")], [block(A, "ask", "note")]).blocks
    assert (changed.label, changed.what) == ("Note added later", "Changed")
    assert changed.details[0][0] == "Kind of block"


def test_a_wording_becomes_blocks_again():
    wording = [block(A, "ask", "action", action={"who": "JL", "when": ""}), block(B, "x", "decision", decision={})]
    action, decision = as_blocks(wording)
    assert (action.who, action.when, action.key) == ("JL", "", uuid.UUID(A))
    assert (decision.decision_kind, decision.who) == ("", None)
