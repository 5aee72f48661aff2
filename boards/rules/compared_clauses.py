"""Two versions of an agreement clause by clause: which is the same, changed, moved, put in or taken out."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from boards.models import Clause
from trust.tools.compared import PUT_IN, STAYS, TAKEN_OUT, Piece, pieces

#: How much of its words a clause must share with one of the same number, or of any other, to be that clause.
ALIKE_OF_NUMBER, ALIKE = 0.3, 0.6


@dataclass(frozen=True)
class ClauseCompared:
    """One clause in the order of the later version. ``before`` is None where it was put in, ``after`` if taken out."""

    before: Clause | None
    after: Clause | None
    pieces: tuple[Piece, ...]
    is_moved: bool = False

    @property
    def head(self) -> str:
        """Clause iv; and what became of its number and place."""
        clause = self.after or self.before
        assert clause is not None
        told = self._became()
        return f"Clause {clause.number}{f', {told}' if told else ''}"

    def _became(self) -> str:
        if self.before is None:
            return "put in"
        if self.after is None:
            return "taken out"
        moved = "moved" if self.is_moved else ""
        was = f"{self.before.number} before" if self.before.number != self.after.number else ""
        return ", ".join(filter(None, [moved, was]))

    @property
    def is_same(self) -> bool:
        """Word for word, under its number and in its place."""
        return not self._became() and all(piece.mark == STAYS for piece in self.pieces)


def compared_clauses(before: Sequence[Clause], after: Sequence[Clause]) -> list[ClauseCompared]:
    """Every clause of both, once, in the order of ``after``; what was taken out stands where it stood."""
    was = _pairs(before, after)
    stayed = _in_order([before.index(was[one.pk]) for one in after if one.pk in was])
    found, kept = [], iter(stayed)
    for one in after:
        earlier = was.get(one.pk)
        if earlier is None:
            found.append(ClauseCompared(None, one, (Piece(PUT_IN, one.text),)))
        else:
            found.append(ClauseCompared(earlier, one, tuple(pieces(earlier.text, one.text)), not next(kept)))
    return _with_taken_out(before, found)


def _with_taken_out(before: Sequence[Clause], found: list[ClauseCompared]) -> list[ClauseCompared]:
    """Each after the clause that it followed."""
    stayed = {one.before.pk for one in found if one.before}
    for place, clause in enumerate(before):
        if clause.pk in stayed:
            continue
        gone = ClauseCompared(clause, None, (Piece(TAKEN_OUT, clause.text),))
        last = before[place - 1].pk if place else None
        at = next((at for at, one in enumerate(found) if one.before and one.before.pk == last), -1)
        found.insert(at + 1, gone)
    return found


def _pairs(before: Sequence[Clause], after: Sequence[Clause]) -> dict[int, Clause]:
    """Which earlier clause each later one is, by its key: word for word, then by its number, then by its words."""
    left, found = list(before), dict[int, Clause]()

    def pair(one: Clause, earlier: Clause) -> None:
        found[one.pk] = earlier
        left.remove(earlier)

    for same_number in (True, False):
        for one in after:
            said = [old for old in left if old.text == one.text and (old.number == one.number) >= same_number]
            if one.pk not in found and said:
                pair(one, said[0])
    for one in after:
        named = [old for old in left if old.number == one.number and _alike(old, one) >= ALIKE_OF_NUMBER]
        if one.pk not in found and named:
            pair(one, named[0])
    alike = [(_alike(old, one), one, old) for one in after if one.pk not in found for old in left]
    for share, one, old in sorted(alike, key=lambda each: -each[0]):
        if share >= ALIKE and one.pk not in found and old in left:
            pair(one, old)
    return found


def _alike(one: Clause, other: Clause) -> float:
    """The share of words that stand in both, in order."""
    return SequenceMatcher(None, one.text.lower().split(), other.text.lower().split(), autojunk=False).ratio()


def _in_order(places: Sequence[int]) -> list[bool]:
    """Which of these stand in rising order with as many others as can be: the rest were moved."""
    tails: list[int] = []
    lengths = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        lengths.append(at + 1)
    wanted, stays = len(tails), [False] * len(places)
    for at in range(len(places) - 1, -1, -1):
        if lengths[at] == wanted:
            stays[at], wanted = True, wanted - 1
    return stays
