"""An item's whole wording, as its blocks were sent: comparing one with the next."""

import dataclasses as dc
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from meetings.rules.blocks import Block
from trust.tools.writing_spell import WEIGHT, characters_lost

Sent = Mapping[str, Any]


def let_go(before: Sequence[Sent], after: Sequence[Sent]) -> int:
    """How many characters go from one wording to the next; a block that said something is of weight whatever its size.

    Moving a block lets nothing go.
    """
    staying = {block["key"]: block for block in after}
    if any(block["key"] not in staying and any(_words(block)) for block in before):
        return WEIGHT + 1
    return sum(
        sum(map(characters_lost, _words(block), _words(staying[block["key"]])))
        for block in before
        if block["key"] in staying
    )


def _words(block: Sent) -> tuple[str, ...]:
    """Everything of a block that somebody typed, always in the same places."""
    decision, action = block.get("decision") or {}, block.get("action") or {}
    amended = (decision.get("amended_from", ""), decision.get("amended_to", ""))
    return (block["text"], *amended, action.get("who", ""), action.get("when", ""))


def with_lines_kept(blocks: Iterable[Block], wording: Sequence[Sent]) -> list[Block]:
    """The blocks, with who and when as they stand where the writer did not send them."""
    lines = {block["key"]: block["action"] for block in wording if block.get("action")}
    return [_with_line(block, lines.get(str(block.key), {})) for block in blocks]


def _with_line(block: Block, line: Mapping[str, str]) -> Block:
    if not block.is_action or not line:
        return block
    who = line["who"] if block.who is None else block.who
    when = line["when"] if block.when is None else block.when
    return dc.replace(block, who=who, when=when)
