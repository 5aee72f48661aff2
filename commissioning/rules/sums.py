"""Sums checked at every step, and nothing corrected silently."""

from collections.abc import Iterable
from dataclasses import dataclass

from trust.tools.words import money


@dataclass(frozen=True)
class Sums:
    """A fund's money in pence; ``None`` where the amount is not confirmed yet."""

    amount: int | None
    contributed: int
    allocated: int

    @property
    def left(self) -> int | None:
        return None if self.amount is None else self.amount - self.allocated

    @property
    def differences(self) -> list[str]:
        """What does not add up, each in a sentence."""
        found = []
        if self.amount is not None and self.contributed and self.contributed != self.amount:
            more, less = sorted([self.contributed, self.amount], reverse=True)
            relation = "more" if self.contributed > self.amount else "less"
            found.append(
                f"Contributions come to {money(self.contributed)}, {money(more - less)} {relation} than the fund."
            )
        if self.amount is not None and self.allocated > self.amount:
            over = self.allocated - self.amount
            share = f" ({share_in_hundred(over, self.amount)})" if self.amount else ""
            found.append(f"Allocations come to {money(self.allocated)}, {money(over)} over the fund{share}.")
        return found


def share_in_hundred(part: int, whole: int) -> str:
    """“5.6%”; "" of nothing."""
    return f"{part * 100 / whole:,.1f}%" if whole else ""


def pot_told(pot: int | None, shares: Iterable[int]) -> list[str]:
    """Shares against the pot, where they differ; an amount that is not confirmed is said to be so."""
    divided = sum(shares)
    if pot is None:
        return [f"The pot is not confirmed yet. Shares come to {money(divided)}."] if divided else []
    if divided > pot:
        return [f"Shares come to {money(divided)}, {_over(divided, pot)} the pot of {money(pot)}{_part(divided, pot)}."]
    if divided and divided < pot:
        return [f"Shares come to {money(divided)}: {money(pot - divided)} of the pot is not divided."]
    return []


def pots_told(fund: int | None, there: Iterable[int], pot: int | None) -> list[str]:
    """Pots of one fund and year against what it holds, where this one makes them more."""
    pots = sum(there) + (pot or 0)
    if fund is None or not pot or pots <= fund:
        return []
    return [f"With this, the pots of this year come to {money(pots)}, {_over(pots, fund)} the fund of {money(fund)}."]


def share_told(share: int, allocated: int, *, of: str = "the share") -> list[str]:
    """Allocations against what they come out of, where they go over it (requirement 2.14)."""
    if allocated <= share:
        return []
    over = f"{_over(allocated, share)} {of} of {money(share)}{_part(allocated, share)}"
    return [f"Allocations come to {money(allocated)}, {over}."]


def asked_told(asked: int, allocated: int) -> str:
    """What was asked beside what was given: £393,000 asked, £171,000 allocated: 43.5% met, £222,000 unmet."""
    if not asked:
        return ""
    said = f"{money(asked)} asked, {money(allocated)} allocated: "
    if allocated > asked:
        return f"{said}{money(allocated - asked)} more than was asked."
    if allocated == asked:
        return f"{said}all of it met."
    return f"{said}{share_in_hundred(allocated, asked)} met, {money(asked - allocated)} unmet."


def bid_told(asked: int, share: int, *, of: str) -> list[str]:
    """A bid for more than there is is taken as it was made, and that is said."""
    if asked <= share:
        return []
    return [f"It asks for {money(asked - share)} more than {of} of {money(share)} holds."]


def confirmed_told(allocated: int, confirmed: int | None) -> str:
    """Where the board that confirmed it gave another amount than was allocated."""
    if confirmed is None or confirmed == allocated:
        return ""
    relation = "more" if confirmed > allocated else "less"
    return f"{money(confirmed)} was confirmed, {money(abs(confirmed - allocated))} {relation} than was allocated."


def spend_told(given: int, spent: int, forecast: int | None) -> list[str]:
    """What was spent of an allocation and what will be, each beside what was given."""
    said = [f"{money(spent)} of {money(given)} is spent{_part_of(spent, given)}."]
    if spent > given:
        said.append(f"That is {_over(spent, given)} what was allocated{_part(spent, given)}.")
    if forecast is not None and forecast != given:
        relation = "over" if forecast > given else "under"
        differs = f"{money(abs(forecast - given))} {relation} what was allocated{_part(forecast, given)}"
        said.append(f"{money(forecast)} is forecast by the end of the year, {differs}.")
    elif forecast is not None:
        said.append("All of it is forecast to be spent by the end of the year.")
    return said


def _over(sum_of: int, whole: int) -> str:
    return f"{money(sum_of - whole)} over"


def _part(sum_of: int, whole: int) -> str:
    """How far it is from the whole, in brackets."""
    return f" ({share_in_hundred(abs(sum_of - whole), whole)})" if whole else ""


def _part_of(part: int, whole: int) -> str:
    return f" ({share_in_hundred(part, whole)})" if whole else ""
