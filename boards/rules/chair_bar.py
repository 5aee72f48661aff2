"""Boards that the same person may not chair (requirement 1.10)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import Board, ChairBar, SeatHolding
from boards.rules.seat import overlaps
from trust.tools.refusal import Refused
from trust.tools.words import short_date


@dataclass(frozen=True)
class Clash:
    """Somebody chairs two boards over days on which a rule forbids it; ``other`` is the board beside this one."""

    bar: ChairBar
    holding: SeatHolding

    @property
    def other(self) -> Board:
        return self.holding.seat.board


def clashes(
    bars: Iterable[ChairBar],
    board: Board,
    chairings: Iterable[SeatHolding],
    from_date: dt.date | None,
    to_date: dt.date | None,
) -> list[Clash]:
    """Of a person's other chairings, those that a rule keeps apart from ``board`` on some of these days."""
    found: list[Clash] = []
    held = list(chairings)
    for bar in bars:
        other = bar.other_board_id if bar.board_id == board.pk else bar.board_id
        there = [holding for holding in held if holding.seat.board_id == other]
        found += [Clash(bar, holding) for holding in there if _all_overlap(bar, holding, from_date, to_date)]
    return found


def _all_overlap(bar: ChairBar, holding: SeatHolding, from_date: dt.date | None, to_date: dt.date | None) -> bool:
    """Whether some day belongs to the rule, to the other chairing and to these days."""
    begins = max(filter(None, [bar.from_date, from_date]), default=None)
    ends = min(filter(None, [bar.to_date, to_date]), default=None)
    return not (begins and ends and ends < begins) and overlaps(holding, begins, ends)


def check_not_barred(found: Iterable[Clash], known: Iterable[int]) -> None:
    """Refuses what the rule says is refused; a board that the reader may not know of (``known``) is not named."""
    for clash in found:
        if clash.bar.is_refused:
            raise Refused(f"{sentence(clash, known)} Choose somebody else, or end that first.")


def sentence(clash: Clash, known: Iterable[int]) -> str:
    """Rhiannon Vale chairs the Safeguarding Board, and by … the same person may not chair both boards."""
    name, until = clash.holding.person.name, clash.holding.to_date
    if clash.other.pk not in set(known):
        return f"{name} chairs another board that, by a rule of the partnership, has a chair of its own."
    for_now = f" until {short_date(until)}" if until else ""
    return f"{name} chairs {clash.other}{for_now}: the same person may not chair both boards ({clash.bar.source})."


def check_two(board: Board, other: Board, there: Iterable[ChairBar]) -> None:
    """A rule is of two boards, and is laid down once."""
    if board.pk == other.pk:
        raise Refused("Choose another board: a rule of chairs is of two boards.")
    if any({bar.board_id, bar.other_board_id} == {board.pk, other.pk} for bar in there):
        raise Refused(f"This rule is laid down for {board} and {other} already.")
