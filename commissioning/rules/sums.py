"""Sums checked at every step, and nothing corrected silently."""

from collections.abc import Iterable
from dataclasses import dataclass

from commissioning.models import Allocation, Contribution, Fund
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
            share = f" ({over * 100 / self.amount:.1f}%)" if self.amount else ""
            found.append(f"Allocations come to {money(self.allocated)}, {money(over)} over the fund{share}.")
        return found


def sums(fund: Fund, contributions: Iterable[Contribution], allocations: Iterable[Allocation]) -> Sums:
    """The fund's amount beside what is contributed in money and what is allocated and not withdrawn."""
    return Sums(
        amount=fund.amount_pence,
        contributed=sum(line.amount_pence or 0 for line in contributions),
        allocated=sum(line.amount_pence for line in allocations if line.state != Allocation.State.WITHDRAWN),
    )
