"""What one wording of an item takes away from another, so that history keeps what had weight (demand 1)."""

from typing import Any
from uuid import UUID

import pytest

from meetings.rules.blocks import Block
from meetings.rules.wording import let_go, with_lines_kept
from trust.tools.writing_spell import WEIGHT, characters_lost

LONG = "The scheme would be costed and brought back in the spring. "


def said(text: str, key: int = 1, **more: Any) -> dict[str, Any]:
    return {"key": str(UUID(int=key)), "kind": "discussion", "text": text} | more


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        pytest.param("", "One.", 0, id="begun"),
        pytest.param("One.", "One. Two.", 0, id="written on"),
        pytest.param("One. Three.", "One. Two. Three.", 0, id="put between"),
        pytest.param("One.", "", 4, id="all of it"),
        pytest.param("One two.", "One three.", 2, id="a word for another"),
        pytest.param("aaaa", "aa", 2, id="of the same letter"),
        pytest.param(LONG, "x" * 100, len(LONG), id="as much put in its place"),
    ],
)
def test_characters_lost(before, after, lost):
    assert characters_lost(before, after) == lost


@pytest.mark.parametrize(
    ("before", "after", "takes"),
    [
        pytest.param([], [said("One.")], False, id="begun"),
        pytest.param([said("One.")], [said("One two.")], False, id="written on"),
        pytest.param([said(LONG)], [said(LONG[:30])], False, id="a slip put right"),
        pytest.param([said(LONG)], [said("")], True, id="a sentence"),
        pytest.param([said(LONG)], [said(LONG.upper())], True, id="a sentence for another as long"),
        pytest.param([said("One.")], [], True, id="a block that said something"),
        pytest.param([said("")], [], False, id="a block that said nothing"),
        pytest.param([said("One."), said("Two.", 2)], [said("Two.", 2), said("One.")], False, id="moved"),
        pytest.param([said(LONG[:30]), said(LONG[:30], 2)], [said(""), said("", 2)], True, id="a little of each"),
        pytest.param([said("", action={"who": "J" * 41, "when": ""})], [said("")], True, id="who had been named"),
        pytest.param([said("", decision={"amended_to": LONG})], [said("", decision={})], True, id="what it became"),
    ],
)
def test_words_of_weight_are_let_go(before, after, takes):
    assert (let_go(before, after) > WEIGHT) == takes


@pytest.mark.parametrize(
    ("who", "when", "kept"),
    [(None, None, ("JL", "Friday")), ("", "", ("", "")), ("RV", None, ("RV", "Friday"))],
)
def test_who_and_when_stand_unless_they_were_sent(who, when, kept):
    standing = [said("Ask", kind="action", action={"who": "JL", "when": "Friday"})]
    block = with_lines_kept([Block(UUID(int=1), "action", "Ask", who=who, when=when)], standing)[0]
    assert (block.who, block.when) == kept
