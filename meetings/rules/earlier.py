"""Two wordings of one item compared: block by block, and word by word within a block (demand 4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from meetings.models import Decision, Minute
from meetings.rules.blocks import Block
from trust.tools.compared import PUT_IN, STAYS, TAKEN_OUT, Piece, pieces, words_of_mark
from trust.tools.words import counted

KIND = "Kind of block"
Wording = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class BlockCompared:
    """A block as it stands in one or both wordings. ``what`` became of it, in words; "" where it is the same."""

    label: str
    what: str
    pieces: tuple[Piece, ...]
    details: tuple[tuple[str, tuple[Piece, ...]], ...]


@dataclass(frozen=True)
class Comparison:
    blocks: tuple[BlockCompared, ...]

    @property
    def is_same(self) -> bool:
        return not any(block.what for block in self.blocks)

    @property
    def sentence(self) -> str:
        """Four words put in and two words taken out; one block moved."""
        told = [
            f"{counted(self._words(PUT_IN), 'word')} put in and {counted(self._words(TAKEN_OUT), 'word')} taken out"
        ]
        if moved := sum("oved" in block.what for block in self.blocks):
            told.append(f"{counted(moved, 'block')} moved")
        return f"{'; '.join(told)}.".capitalize()

    def _words(self, mark: str) -> int:
        return words_of_mark((piece for block in self.blocks for piece in block.pieces), mark)


def compared(before: Wording, after: Wording) -> Comparison:
    """What became of each block from one wording to the other, in the order of the later one."""
    was = {block["key"]: block for block in before if _is_written(block)}
    now = {block["key"]: block for block in after if _is_written(block)}
    old, new = list(was), list(now)
    found = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found += [_block(was[key], None, "Taken away") for key in old[start:end] if key not in now]
        moved = tag != "equal"
        found += [_standing(was.get(key), now[key], moved=moved) for key in new[first:last]]
    return Comparison(tuple(found))


def as_blocks(wording: Wording) -> list[Block]:
    """The blocks of a wording, to be written again."""
    return [_as_block(block) for block in wording]


def _as_block(sent: Mapping[str, Any]) -> Block:
    decision, line = sent.get("decision") or {}, sent.get("action") or {}
    return Block(
        key=UUID(sent["key"]),
        kind=sent["kind"],
        text=sent["text"],
        decision_kind=decision.get("kind", ""),
        amended_from=decision.get("amended_from", ""),
        amended_to=decision.get("amended_to", ""),
        ratify=bool(decision.get("ratify")),
        who=line.get("who"),
        when=line.get("when"),
    )


def _is_written(block: Mapping[str, Any]) -> bool:
    typed = {**(block.get("decision") or {}), **(block.get("action") or {}), "kind": ""}
    return bool(block["text"].strip() or any(typed.values()))


def _standing(was: Mapping[str, Any] | None, now: Mapping[str, Any], *, moved: bool) -> BlockCompared:
    if was is None:
        return _block(None, now, "Added")
    same = was["text"] == now["text"] and _details(was) == _details(now)
    told = [words for words, is_so in (("moved", moved), ("changed", not same)) if is_so]
    return _block(was, now, " and ".join(told).capitalize())


def _block(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None, what: str) -> BlockCompared:
    old, new = (_details(block) if block else {} for block in (was, now))
    details = ((label, tuple(_value(old.get(label, ""), new.get(label, "")))) for label in {**old, **new})
    return BlockCompared(
        label=_kind(now or was or {}),
        what=what,
        pieces=tuple(pieces(was["text"] if was else "", now["text"] if now else "")),
        details=tuple((label, told) for label, told in details if told and (label != KIND or _differs(was, now))),
    )


def _differs(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> bool:
    return bool(was and now and was["kind"] != now["kind"])


def _details(block: Mapping[str, Any]) -> dict[str, str]:
    """What a block has besides its text, by its label."""
    decision, line = block.get("decision") or {}, block.get("action") or {}
    return {
        KIND: _kind(block),
        "Decision": str(dict(Decision.Kind.choices).get(decision.get("kind", ""), "")),
        "Instead of": decision.get("amended_from", ""),
        "Now": decision.get("amended_to", ""),
        "Subject to ratification": "yes" if decision.get("ratify") else "",
        "Who by": line.get("who", ""),
        "When by": line.get("when", ""),
    }


def _kind(block: Mapping[str, Any]) -> str:
    return str(dict(Minute.Kind.choices).get(block.get("kind", ""), ""))


def _value(was: str, now: str) -> Iterator[Piece]:
    if was == now:
        yield from [Piece(STAYS, now)] if now else []
        return
    yield from [Piece(mark, words) for mark, words in ((TAKEN_OUT, was), (PUT_IN, now)) if words]
