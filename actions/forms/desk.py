"""What the desk sends when it saves an item, read from JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from meetings.rules.blocks import Block, BlockRefused

MOST_BYTES = 5_000_000
TOO_MUCH = "This is more text than an item holds. Divide it, or attach it as a paper."
MOST_LINE_BYTES = 20_000


@dataclass(frozen=True)
class SentItem:
    """One save of one item: its key, the version it was begun on, whose window sends it, and the item's blocks."""

    save: UUID
    base: int
    window: UUID | None
    blocks: list[Block]


def read_sent_item(body: bytes) -> SentItem:
    """Refuses with 422 what is not the shape of an item. Sizes and kinds are judged by the rules, with the block."""
    if len(body) > MOST_BYTES:
        raise BlockRefused(TOO_MUCH)
    try:
        sent = json.loads(body)
        blocks = [_block(block) for block in _list(sent["blocks"])]
        window = UUID(sent["window"]) if sent.get("window") else None
        return SentItem(save=UUID(sent["save"]), base=_whole(sent["base"]), window=window, blocks=blocks)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BlockRefused("What was sent is not an item of minutes. Load the page again; your text is kept.") from None


def _block(sent: Mapping[str, Any]) -> Block:
    decision = sent.get("decision") or {}
    who, when = _line(sent["action"]) if sent.get("action") else (None, None)
    return Block(
        key=UUID(sent["key"]),
        kind=_text(sent["kind"]),
        text=_text(sent.get("text", "")),
        decision_kind=_text(decision.get("kind", "")),
        amended_from=_text(decision.get("amended_from", "")),
        amended_to=_text(decision.get("amended_to", "")),
        ratify=decision.get("ratify", False) is True,
        who=who,
        when=when,
    )


def _line(sent: Mapping[str, Any]) -> tuple[str, str]:
    return _text(sent.get("who", "")), _text(sent.get("when", ""))


def _text(sent: object) -> str:
    """Text that a database can keep."""
    if not isinstance(sent, str):
        raise TypeError
    return sent.replace("\x00", "")


def _whole(sent: object) -> int:
    if not isinstance(sent, int) or isinstance(sent, bool) or not 0 <= sent < 2**31:
        raise TypeError
    return sent


def _list(sent: object) -> list[Any]:
    if not isinstance(sent, list):
        raise TypeError
    return sent


def read_sent_line(body: bytes) -> str:
    """One spoken line. Refused with 422 where it is none, or longer than any action is spoken."""
    try:
        text = _text(json.loads(body)["text"]) if len(body) <= MOST_LINE_BYTES else ""
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BlockRefused("What was sent is not a line of minutes.") from None
    if not text.strip():
        raise BlockRefused("There is no line here that could be read.")
    return text
