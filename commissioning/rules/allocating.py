"""What may be allocated: out of what there is, over it only for a reason, and nothing twice (requirement 2.14)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from commissioning.rules.sums import share_in_hundred
from commissioning.rules.years import financial_year
from trust.tools.refusal import Refused
from trust.tools.words import money, short_date


@dataclass(frozen=True)
class Held:
    """An allocation as sums count it: ``pence`` as confirmed where that was done, else as allocated."""

    pk: int
    pence: int
    replaces: int | None = None
    stands: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Limit:
    """Something that allocations come out of: in words (“the share”), its pence, and what is committed of it."""

    of: str
    pence: int
    committed: int

    def over(self, more: int) -> int:
        return max(0, self.committed + more - self.pence)


def counted(held: Iterable[Held]) -> list[Held]:
    """Each sum once: of an allocation and what replaces it, the one that stands; until then the one before."""
    return [next((one for one in reversed(chain) if one.stands), chain[0]) for chain in chains(held)]


def committed(held: Iterable[Held]) -> int:
    """What may come to be counted: where a replacement waits, the larger of the two."""
    total = 0
    for chain in chains(held):
        standing = max((place for place, one in enumerate(chain) if one.stands), default=0)
        total += max(one.pence for one in chain[standing:])
    return total


def chains(held: Iterable[Held]) -> list[list[Held]]:
    """Allocations with what replaces them, first to last; those withdrawn left out."""
    there = {one.pk: one for one in held if not one.is_withdrawn}
    after = {one.replaces: one for one in there.values() if one.replaces in there}
    found = []
    for one in there.values():
        if one.replaces in there:
            continue
        chain = [one]
        while chain[-1].pk in after:
            chain.append(after[chain[-1].pk])
        found.append(chain)
    return found


def over_told(limits: Sequence[Limit], pence: int) -> list[str]:
    """How far an allocation would go over each of what it comes out of."""
    return [
        f"With this, allocations come to {money(limit.committed + pence)}, {money(over)} over {limit.of} of "
        f"{money(limit.pence)}{f' ({part})' if (part := share_in_hundred(over, limit.pence)) else ''}."
        for limit in limits
        if (over := limit.over(pence))
    ]


def check_within(limits: Sequence[Limit], pence: int, *, reason: str, source: str) -> None:
    """Over what there is only with a written reason, or where the rest comes from."""
    if (over := over_told(limits, pence)) and not (reason or source):
        raise Refused(f"{' '.join(over)} Give the reason, or say where the rest comes from.")


def check_year_open(closed: Mapping[int, dt.date], year: int | None) -> None:
    """``closed`` by the year in which it began. In a year that is closed nothing changes any more."""
    if year is not None and year in closed:
        raise Refused(
            f"The year {financial_year(year)} of this fund was closed on {short_date(closed[year])}. "
            "Nothing of it changes any more."
        )


def check_year_unstated(year: int | None, *, is_withdrawn: bool) -> None:
    if is_withdrawn:
        raise Refused("It was withdrawn.")
    if year is not None:
        raise Refused(f"Its year is stated: {financial_year(year)}. What changes that is a decision of its own.")


def check_gate_open(missing: Sequence[str]) -> None:
    """Nothing is allocated from a pooled fund without its agreement in force (DOMAIN rule 45)."""
    if missing:
        raise Refused(f"Nothing can be allocated from this fund yet. {' '.join(missing)}")


def check_amount(pence: int, *, replaces: bool) -> None:
    if pence == 0 and not replaces:
        raise Refused("Nothing would be allocated. Enter an amount; a bid that gets nothing is turned down instead.")


def check_not_there(purpose: str, pence: int, *, is_there: bool) -> None:
    """The same to the same once: sent twice, it is not given twice."""
    if is_there:
        raise Refused(
            f"{money(pence)} for “{purpose}” is allocated already. For as much again, say what for in other words."
        )


def check_can_replace(*, stands: bool, is_withdrawn: bool, replaced_by: str) -> None:
    """A change in the middle of the year is a new allocation by a decision of its own, never an edit."""
    if is_withdrawn:
        raise Refused("It was withdrawn. Allocate it anew.")
    if replaced_by:
        raise Refused(f"It is replaced already: {replaced_by}. Replace that one, or withdraw it first.")
    if not stands:
        raise Refused("It does not stand yet, so there is nothing to replace. Withdraw it and allocate it anew.")


def check_can_withdraw(*, stands: bool, is_withdrawn: bool) -> None:
    if is_withdrawn:
        raise Refused("It is withdrawn already.")
    if stands:
        raise Refused(
            "It stands: what changes it is a decision of its own. Replace it, with nothing (£0) where it is taken back."
        )


def check_confirmed_amount(allocated: int, confirmed: int, reason: str) -> None:
    """Confirmed is what was allocated or less; more only for a reason."""
    if confirmed > allocated and not reason:
        more = money(confirmed - allocated)
        raise Refused(f"That is {more} more than the {money(allocated)} allocated. Give the reason.")


def check_partner_lasts(name: str, ended: dt.date | None, successors: Sequence[str], *, on: dt.date) -> None:
    """A partner that has ended has no money to give and reports on nothing: its successor does."""
    if ended is not None and ended < on:
        after = f" {' and '.join(successors)} took its place." if successors else ""
        raise Refused(f"{name} ended on {short_date(ended)}.{after}")


def check_drawn(partner: str, pence: int, *, drawn: int, consented: int) -> None:
    """``drawn`` by other allocations of the same line of a resolution: together never more than it says."""
    if drawn + pence > consented:
        left = max(0, consented - drawn)
        raise Refused(
            f"The resolution spends {money(consented)} of the money of {partner}, of which {money(left)} is left: "
            f"{money(pence)} is more."
        )


def check_lines_within(pence: int, lines: int) -> None:
    if lines > pence:
        raise Refused(f"That comes to {money(lines)}, {money(lines - pence)} more than the {money(pence)} allocated.")
