"""Words of closed business that stand where the public reads them (issue 4 §4): in an action, a decision, anywhere.

Six words running are no chance. Of a text that has fewer all of it is looked for, unless it is one word or two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from meetings.rules.document import MinutesDocument
from trust.tools.markup import as_text
from trust.tools.refusal import Refused

RUN, LEAST = 6, 3

_WORD = re.compile(r"[£$€]?\w+(?:[.,’'-]\w+)*")


@dataclass(frozen=True)
class Exposed:
    """Where, and which words."""

    place: str
    words: str

    @property
    def sentence(self) -> str:
        return f"{self.place} repeats words of business that is closed to the public: “{self.words}”."


def exposed(closed: Iterable[str], shown: Iterable[tuple[str, str]]) -> list[Exposed]:
    """Each place of the public edition, as ``(place, text)``, that repeats one of the ``closed`` texts; once each."""
    runs = {run for text in closed for run in _runs(_folded(text))}
    lengths = sorted({len(run) for run in runs}, reverse=True)
    found = []
    for place, text in shown:
        words = _WORD.findall(as_text(text))
        folded = [word.casefold() for word in words]
        first = next((at for at in _places(folded, lengths, runs)), None)
        if first is not None:
            found.append(Exposed(place, " ".join(words[first[0] : first[1]])))
    return found


def check_nothing_exposed(found: Iterable[Exposed]) -> None:
    """Refuse publication, and say where and how it is put right."""
    said = [one.sentence for one in found]
    if said:
        put_right = "Open the minutes again and take it out, then publish them."
        raise Refused(" ".join([*said, put_right]))


def check_reason_tells_nothing(found: Iterable[Exposed], names: Iterable[str]) -> None:
    """A reason that everybody reads is refused where it tells of closed business, or names somebody withheld."""
    said = [one.sentence for one in found]
    said += [f"The reason names {name}, whose name the public is not told." for name in names]
    if said:
        raise Refused(" ".join([*said, "Everybody reads the reason: say it in other words."]))


def places_of(document: MinutesDocument) -> Iterator[tuple[str, str]]:
    """Every text of a document, with what a reader would call its place; an action once, by its reference."""
    actions = {action.text for action in document.actions}
    for item in document.items:
        named = f"Item {item.number}" if item.number else f"“{item.title}”"
        yield from ((named, text) for text in (item.title, *item.notes, *item.room))
        for block in item.blocks:
            if block.is_action and block.text in actions:
                continue
            decision = block.decision
            amended = (decision.amended_from, decision.amended_to, *decision.details) if decision else ()
            yield from ((named, text) for text in (block.text, *amended) if text)
    yield from ((f"Action {action.reference}", action.text) for action in document.actions)
    yield from (("A correction", text) for one in document.corrections for text in (one.was, one.becomes))
    yield from (("A declaration", one.interest) for one in document.declarations)


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(as_text(text))]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    if LEAST <= len(words) <= RUN:
        yield tuple(words)
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])


def _places(words: list[str], lengths: list[int], runs: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    for length in lengths:
        for start in range(len(words) - length + 1):
            if tuple(words[start : start + length]) in runs:
                yield start, start + length
