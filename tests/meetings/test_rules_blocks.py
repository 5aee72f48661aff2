"""What a block of the minutes may hold, and what an item still lacks."""

import uuid

import pytest

from meetings.models import AgendaItem, Meeting, Minutes
from meetings.rules import blocks as rules
from meetings.rules.blocks import Block, tidied
from trust.tools.refusal import why_not

KEY = uuid.UUID(int=1)


def block(text: str = "Members spoke.", kind: str = "discussion", *, key: uuid.UUID = KEY, **fields: str) -> Block:
    return Block(key, kind, text, **fields)


@pytest.mark.parametrize(
    ("blocks", "refusal"),
    [
        pytest.param([], "", id="nothing"),
        pytest.param([block("x" * 50_000)], "", id="as long as may be"),
        pytest.param(
            [block("x" * 200_000)],
            "A block holds up to 50,000 characters; this one has 200,000. Divide it.",
            id="a 200 kB paste",
        ),
        pytest.param([block(), block()], "The same block was sent twice.", id="one key twice"),
        pytest.param([block(kind="poem")], "This kind of block is not known here.", id="unknown kind"),
        pytest.param(
            [block(kind="decision", decision_kind="guessed")], "This kind of decision is not known here.", id="decision"
        ),
        pytest.param(
            [block(kind="decision", decision_kind="amended", amended_to="x" * 5_001)],
            "An amendment holds up to 5,000 characters.",
            id="a long amendment",
        ),
        pytest.param(
            [block(key=uuid.uuid4()) for _ in range(201)],
            "An item holds up to 200 blocks; this one has 201.",
            id="too many blocks",
        ),
    ],
)
def test_blocks_are_checked(blocks, refusal):
    assert why_not(rules.check_blocks, blocks) == refusal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("pay \u202e00.01£ now", "pay 00.01£ now"),
        ("half a \ud83d pair", "half a  pair"),
        ("שלום\u200f 👩‍👩‍👧 ŵ ŷ\t<script>alert(1)</script>", "שלום\u200f 👩‍👩‍👧 ŵ ŷ\t<script>alert(1)</script>"),
    ],
)
def test_unseen_characters_go_and_text_stays(typed, kept):
    assert tidied([block(typed)])[0].text == kept
    assert tidied([block(typed)])[0].text.encode()


def test_only_a_decision_keeps_a_decisions_words():
    odd = block(kind="noted", decision_kind="agreed", amended_from="three", amended_to="two")
    assert tidied([odd])[0] == block(kind="noted")
    assert tidied([block(kind="decision")])[0].decision_kind == "agreed"


DECISION = block("That it be so.", "decision")
HALF = block("That it be so.", "decision", amended_from="three years")


@pytest.mark.parametrize(
    ("item", "blocks", "actions", "words"),
    [
        pytest.param({}, [], [], "no minute", id="empty"),
        pytest.param({}, [block("  \n")], [], "no minute", id="only spaces"),
        pytest.param({}, [block()], [], "", id="discussed"),
        pytest.param({"purpose": "decision"}, [block()], [], "no outcome", id="discussed, not decided"),
        pytest.param({"purpose": "decision"}, [block(), DECISION], [], "", id="decided"),
        pytest.param({"purpose": "decision"}, [DECISION], ["no owner", "no due date"], "no owner", id="no owner"),
        pytest.param({"purpose": "decision"}, [HALF], ["no owner"], "half an amendment", id="half an amendment"),
        pytest.param({"purpose": "apologies"}, [], [], "", id="apologies come from the attendance list"),
        pytest.param({"state": "withdrawn", "purpose": "decision"}, [], [], "", id="withdrawn"),
    ],
)
def test_what_an_item_lacks(item, blocks, actions, words):
    assert rules.lacks(AgendaItem(**item), blocks, actions) == words


@pytest.mark.parametrize(
    ("meeting", "minutes", "refusal"),
    [
        ("called", None, ""),
        ("held", "draft", ""),
        ("held", "circulated", "These minutes have been circulated. Return them to the desk to change them."),
        ("held", "approved", "These minutes are approved and cannot be changed."),
        ("held", "signed", "These minutes are approved and cannot be changed."),
        ("cancelled", None, "This meeting did not take place, so there is nothing to minute."),
        ("postponed", "draft", "This meeting did not take place, so there is nothing to minute."),
    ],
)
def test_when_minutes_can_be_written(meeting, minutes, refusal):
    standing = Minutes(state=minutes) if minutes else None
    assert why_not(rules.check_can_be_minuted, Meeting(state=meeting), standing) == refusal
