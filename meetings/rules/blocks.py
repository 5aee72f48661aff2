"""What an item is minuted in: typed blocks, what they may hold, and what an item still lacks."""

import dataclasses as dc
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from meetings.models import AgendaItem, Decision, Meeting, Minute, Minutes, Purpose
from meetings.models.locks import SENTENCE
from trust.tools.plain import plain, plain_line
from trust.tools.refusal import Refused

LONGEST_TEXT = 50_000
LONGEST_AMENDMENT = 5_000
MOST_BLOCKS = 200
LONGEST_ITEM = 1_000_000

#: Purposes whose minute is written elsewhere: the attendance list, the declarations, the next meeting's own page.
SELF_FILLING = [Purpose.APOLOGIES, Purpose.DECLARATIONS, Purpose.NEXT_MEETING]
NOT_TAKEN = [AgendaItem.State.DEFERRED, AgendaItem.State.WITHDRAWN, AgendaItem.State.MOVED]


class BlockRefused(Refused):
    """One block cannot be kept as it is; ``key`` says which."""

    status = 422

    def __init__(self, sentence: str, key: UUID | None = None) -> None:
        super().__init__(sentence)
        self.key = key


@dc.dataclass(frozen=True)
class Block:
    """One typed block as its writer sent it. ``key`` is made by the writer: a block sent twice is one block.

    Who and when of an action are kept as said and not read here; None where the writer did not send them.
    """

    key: UUID
    kind: str
    text: str
    decision_kind: str = ""
    amended_from: str = ""
    amended_to: str = ""
    ratify: bool = False
    who: str | None = None
    when: str | None = None

    @property
    def is_decision(self) -> bool:
        return self.kind == Minute.Kind.DECISION

    @property
    def is_action(self) -> bool:
        return self.kind == Minute.Kind.ACTION

    @property
    def amendment(self) -> tuple[str, str]:
        """Instead of what, now what; both, or neither while one is still being typed."""
        both = self.is_decision and self.amended_from.strip() and self.amended_to.strip()
        return (self.amended_from, self.amended_to) if both else ("", "")

    def as_sent(self) -> dict[str, object]:
        """In the shape of the wire, as it is kept with the item."""
        sent: dict[str, object] = {"key": str(self.key), "kind": self.kind, "text": self.text}
        if self.is_decision:
            amended = {"amended_from": self.amended_from, "amended_to": self.amended_to}
            sent["decision"] = {"kind": self.decision_kind, **amended, "ratify": self.ratify}
        if self.is_action and (self.who is not None or self.when is not None):
            sent["action"] = {"who": self.who or "", "when": self.when or ""}
        return sent


def as_block(row: Minute, wording: Sequence[Mapping[str, Any]]) -> Block:
    """A standing block as the desk would send it. Who, when and half an amendment stand in the item's wording only."""
    sent = next((block for block in wording if block["key"] == str(row.key)), {})
    line = sent.get("action", {})
    block = Block(row.key, row.kind, row.text, who=line.get("who"), when=line.get("when"))
    decision = getattr(row, "decision", None)
    if decision is None:
        return block
    amended = {"amended_from": decision.amended_from, "amended_to": decision.amended_to}
    if not decision.amended_from:
        amended = {half: sent.get("decision", {}).get(half, "") for half in amended}
    return dc.replace(block, decision_kind=decision.kind, ratify=decision.needs_ratifying, **amended)


def tidied(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without unseen characters; what decisions and actions have besides, only on those."""
    return [_tidied(block) for block in blocks]


def _tidied(block: Block) -> Block:
    tidy = Block(block.key, block.kind, plain(block.text))
    if block.is_action:
        who, when = (None if words is None else plain_line(words) for words in (block.who, block.when))
        return dc.replace(tidy, who=who, when=when)
    if not block.is_decision:
        return tidy
    return dc.replace(
        tidy,
        decision_kind=block.decision_kind or Decision.Kind.AGREED,
        amended_from=plain(block.amended_from),
        amended_to=plain(block.amended_to),
        ratify=block.ratify,
    )


def check_blocks(blocks: Sequence[Block]) -> None:
    """Refuse what no item of minutes holds: too much of it, kinds that are not, a block twice."""
    if len(blocks) > MOST_BLOCKS:
        raise BlockRefused(f"An item holds up to {MOST_BLOCKS} blocks; this one has {len(blocks)}.")
    if sum(len(block.text) for block in blocks) > LONGEST_ITEM:
        raise BlockRefused(f"An item holds up to {LONGEST_ITEM:,} characters. Move part of it to an attachment.")
    seen: set[UUID] = set()
    for block in blocks:
        _check_block(block)
        if block.key in seen:
            raise BlockRefused("The same block was sent twice.", block.key)
        seen.add(block.key)


def _check_block(block: Block) -> None:
    if block.kind not in Minute.Kind.values:
        raise BlockRefused("This kind of block is not known here.", block.key)
    if len(block.text) > LONGEST_TEXT:
        found = f"this one has {len(block.text):,}"
        raise BlockRefused(f"A block holds up to {LONGEST_TEXT:,} characters; {found}. Divide it.", block.key)
    if max(len(block.amended_from), len(block.amended_to)) > LONGEST_AMENDMENT:
        raise BlockRefused(f"An amendment holds up to {LONGEST_AMENDMENT:,} characters.", block.key)
    if block.is_decision and block.decision_kind and block.decision_kind not in Decision.Kind.values:
        raise BlockRefused("This kind of decision is not known here.", block.key)


def check_can_be_minuted(meeting: Meeting, minutes: Minutes | None) -> None:
    """Minutes are written until they are circulated, of meetings that take place; what members were sent stands."""
    if minutes and minutes.is_locked:
        raise Refused(SENTENCE)
    if minutes and minutes.state != Minutes.State.DRAFT:
        raise Refused("These minutes have been circulated. Return them to the desk to change them.")
    if meeting.state in (Meeting.State.CANCELLED, Meeting.State.POSTPONED):
        raise Refused("This meeting did not take place, so there is nothing to minute.")


def lacks(item: AgendaItem, blocks: Iterable[Block], action_lacks: Iterable[str] = ()) -> str:
    """In two or three words what an item still needs before its draft can go out; "" when it is done.

    ``action_lacks`` are the actions storey's own words, such as "no due date"; the first is shown.
    """
    if item.state in NOT_TAKEN:
        return ""
    written = [block for block in blocks if block.text.strip()]
    decisions = [block for block in written if block.is_decision]
    if not written:
        return "" if item.purpose in SELF_FILLING else "no minute"
    if item.purpose == Purpose.DECISION and not decisions:
        return "no outcome"
    if any(bool(block.amended_from.strip()) != bool(block.amended_to.strip()) for block in decisions):
        return "half an amendment"
    return next(iter(action_lacks), "")
