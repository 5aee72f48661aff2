"""Whether an allocation stands, since when, and what it waits for (requirement 1.16; DOMAIN rules 38, 45).

It stands only by a resolution that stands, with the agreement of every partner whose money it is, confirmed by the
board that must, and under the agreement in law that its fund needs. Otherwise what was before remains.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trust.tools.words import listing, money, short_date, within


@dataclass(frozen=True)
class Missing:
    """What is missing in a sentence, and whom to ask for it. ``partner``: the key of the one whose answer it is."""

    sentence: str
    ask: str
    partner: int | None = None

    def __iter__(self) -> Iterator[str]:
        return iter((self.sentence, self.ask))


@dataclass(frozen=True)
class Resolution:
    """A decision that is cited: how it is called, its board, whether it stands and since when, and why not."""

    called: str
    board: str
    stands: bool
    since: dt.date | None = None
    sentence: str = ""
    is_in_dispute: bool = False
    waits_for_money: bool = False


@dataclass(frozen=True)
class Owned:
    """Money of one partner in an allocation. ``consented``: what the resolution says it spends of it, None where it
    does not; ``drawn``: by all allocations on that line; ``answer``: its latest, "" while there is none; ``ended``: its
    last day, where that is over, with who took its place."""

    partner: str
    key: int
    pence: int
    consented: int | None = None
    drawn: int = 0
    answer: str = ""
    date: dt.date | None = None
    ended: dt.date | None = None
    successors: Sequence[str] = ()


@dataclass(frozen=True)
class Facts:
    """All that the standing of an allocation follows from. ``pence`` as confirmed, else as allocated."""

    pence: int
    board: str
    resolution: Resolution | None = None
    lines: Sequence[Owned] = ()
    confirming: str = ""
    confirmation: Resolution | None = None
    confirmed_date: dt.date | None = None
    gate: Sequence[str] = ()
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Standing:
    """``state`` is its word and ``tone`` that of the word. ``pence`` counts while it stands."""

    stands: bool
    since: dt.date | None
    missing: tuple[Missing, ...]
    state: str
    tone: str
    pence: int
    is_replaced: bool = False

    @property
    def counts(self) -> bool:
        return self.stands and not self.is_replaced


def standing_from(facts: Facts) -> Standing:
    """Everything that is missing is said, not only the first of it."""
    if facts.is_withdrawn:
        return Standing(False, None, (), "Withdrawn", "none", facts.pence)
    missing = (*_resolved(facts), *_owned(facts), *_confirmed(facts), *_lawful(facts))
    if missing:
        return Standing(False, None, missing, *_state(facts), facts.pence)
    days = [facts.resolution and facts.resolution.since, facts.confirmed_date, *(line.date for line in facts.lines)]
    if facts.confirmation is not None:
        days.append(facts.confirmation.since)
    since = max((day for day in days if day), default=None)
    return Standing(True, since, (), "Stands", "ok", facts.pence)


def replaced(standing: Standing) -> Standing:
    """What it is once another that replaces it stands."""
    return Standing(False, standing.since, (), "Replaced", "none", standing.pence, is_replaced=True)


def _state(facts: Facts) -> tuple[str, str]:
    if facts.resolution and facts.resolution.is_in_dispute:
        return "Status quo", "warn"
    if any(line.answer == "declined" for line in facts.lines):
        return "Status quo", "warn"
    if facts.confirming and facts.confirmation is None:
        return "Provisional", "decide"
    return "Waits", "decide"


def _resolved(facts: Facts) -> Iterator[Missing]:
    if facts.resolution is None:
        yield Missing("No resolution is cited that authorised it.", f"The officers of {within(facts.board)}")
    elif not facts.resolution.stands and not _told_by_lines(facts):
        yield Missing(facts.resolution.sentence, f"The officers of {within(facts.resolution.board)}")


def _told_by_lines(facts: Facts) -> bool:
    """Whether the lines say already why the resolution does not stand: for want of their own partners’ agreement."""
    waits = facts.resolution is not None and facts.resolution.waits_for_money
    return waits and any(line.consented is not None and line.answer != "agreed" for line in facts.lines)


def _owned(facts: Facts) -> Iterator[Missing]:
    officers = f"The officers of {within(facts.board)}"
    said = sum(line.pence for line in facts.lines)
    if facts.pence and not facts.lines:
        yield Missing("It is not put down whose money it is.", officers)
    elif said < facts.pence:
        yield Missing(f"It is not put down whose money {money(facts.pence - said)} of it is.", officers)
    for line in facts.lines:
        yield from _line(line, officers)


def _line(line: Owned, officers: str) -> Iterator[Missing]:
    its = f"{money(line.pence)} of the money of {line.partner}"
    if line.consented is None:
        yield Missing(f"The resolution does not say that it spends {its}.", officers)
        return
    if max(line.drawn, line.pence) > line.consented:
        more = f"{money(line.consented)} of the money of {line.partner}, and allocations on it come to "
        yield Missing(f"The resolution spends {more}{money(max(line.drawn, line.pence))}.", officers)
    if line.answer != "agreed":
        said = "has not answered on" if not line.answer else "did not agree to spend"
        ended, whom = _followed(line, officers)
        yield Missing(f"{line.partner} {said} {money(line.pence)} of its money.{ended}", whom, line.key)


def _followed(line: Owned, officers: str) -> tuple[str, str]:
    """What became of a partner that has ended, and whom to ask: the money stays under its name."""
    if line.ended is None:
        return "", f"Those who sit for {line.partner}"
    ended = f" It ended on {short_date(line.ended)}"
    if line.successors:
        answers = "answers" if len(line.successors) == 1 else "answer"
        said = f"{ended}: {listing(line.successors)} took its place and {answers} for it."
        return said, f"Those who sit for {listing(line.successors, 'or')}"
    keepers = "those who keep the partnership’s register, who say what took its place"
    return f"{ended}, and nothing is put down as taking its place.", f"{officers}, and {keepers}"


def _confirmed(facts: Facts) -> Iterator[Missing]:
    if not facts.confirming:
        return
    whom = f"The officers of {within(facts.confirming)}"
    if facts.confirmation is None:
        yield Missing(f"{facts.confirming} has not confirmed it.", whom)
    elif not facts.confirmation.stands:
        yield Missing(f"What {within(facts.confirming)} decided does not stand: {facts.confirmation.sentence}", whom)


def _lawful(facts: Facts) -> Iterator[Missing]:
    for sentence in facts.gate:
        yield Missing(sentence, f"The officers of {within(facts.board)}")
