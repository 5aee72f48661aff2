"""Two texts compared word by word, as pages show it: put in, taken out, or the same (demand 4)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

PUT_IN, TAKEN_OUT, STAYS = "ins", "del", ""

#: Words compared one with another in one stretch: beyond that a comparison takes seconds, and lines are compared.
MOST_WORDS = 3_000

_WORD = re.compile(r"\s+|\w+(?:[’'-]\w+)*|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True)
class Piece:
    """Some words: put in, taken out, or the same in both."""

    mark: str
    text: str


def words_of_mark(pieces: Iterable[Piece], mark: str) -> int:
    """How many words of these pieces were put in, or taken out."""
    return sum(word[0].isalnum() for piece in pieces if piece.mark == mark for word in _WORD.findall(piece.text))


def pieces(before: str, after: str) -> list[Piece]:
    """A text's words in order, each told as put in, taken out or the same; neighbours of one mark are one piece."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = _LINE.findall(before), _LINE.findall(after)
    joined: list[Piece] = []
    for mark, text in _marked(old, new):
        if joined and joined[-1].mark == mark:
            joined[-1] = Piece(mark, joined[-1].text + text)
        elif text:
            joined.append(Piece(mark, text))
    return joined


def _marked(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Words taken out before those put in their place; a space between two changes is part of both."""
    out, put = "", ""
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(new[first:last])
        if tag == "equal" and (same.strip() or not (out or put) or end == len(old)):
            yield from ((TAKEN_OUT, out), (PUT_IN, put), (STAYS, same))
            out, put = "", ""
        else:
            out, put = out + "".join(old[start:end]), put + same
    yield from ((TAKEN_OUT, out), (PUT_IN, put))
