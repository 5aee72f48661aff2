"""The prose of an item as a reader sees it: paragraphs, each with the points that follow it, and their sentences."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from meetings.models import Minute
from trust.tools.markup import as_text

_POINT = re.compile(r"^( *)(?:•|\([0-9a-z]{1,5}\)|\d{1,3}[.)]) (.*)$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘(£\d])")


@dataclass
class Passage:
    """A paragraph, or a point that has points of its own; ``block`` is where its points stand, else where it does."""

    words: str
    block: Minute
    points: list["Passage"] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        return [sentence for sentence in _SENTENCE_END.split(self.words) if sentence.strip()]


def passages(blocks: Iterable[Minute]) -> list[Passage]:
    """Every paragraph and every point of these blocks, in order; each holds the points directly under it.

    A list at the beginning of a block belongs to the paragraph before it.
    """
    found: list[Passage] = []
    above: dict[int, Passage] = {}
    for block in blocks:
        for line in as_text(block.text).splitlines():
            point = _POINT.match(line)
            depth = 1 + len(point[1]) // 2 if point else 0
            words = point[2].strip() if point else line.strip()
            if not words:
                continue
            passage = Passage(words, block)
            found.append(passage)
            _place(passage, depth, above)
    return found


def _place(passage: Passage, depth: int, above: dict[int, Passage]) -> None:
    for deeper in [one for one in above if one >= depth]:
        del above[deeper]
    if depth and above:
        holder = above[max(above)]
        holder.points.append(passage)
        if len(holder.points) == 1:
            holder.block = passage.block
    above[depth] = passage
