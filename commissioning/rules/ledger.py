"""Whose money went where in a year: what each partner put in, what each fund gave, and what is left. In pence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from boards.models import Partner
from commissioning.models import Allocation, Contribution, Fund, FundYear, Priority
from commissioning.rules.contribution import Counted
from trust.tools.words import counted, listing, money

Kind = Contribution.Kind


@dataclass(frozen=True)
class Put:
    """What a partner puts into a fund, as it was varied by the day. ``pence`` None: not yet confirmed."""

    partner: Partner
    fund: Fund
    kind: str
    pence: int | None
    full_time_equivalent: Decimal | None
    stated: str = ""
    description: str = ""

    @property
    def kind_said(self) -> str:
        return str(Kind(self.kind).label)


@dataclass(frozen=True)
class Given:
    """What a fund gives to something. ``stands``: carried, agreed by everyone whose money it is, and confirmed.

    ``state`` is its word."""

    allocation: Allocation
    fund: Fund
    priority: Priority | None
    pence: int
    stands: bool
    state: str = ""

    @property
    def is_over(self) -> bool:
        return bool(self.allocation.over_reason or self.allocation.over_source)


@dataclass(frozen=True)
class Pot:
    """One fund in one year. ``amount`` None: not yet confirmed."""

    fund: Fund
    amount: int | None
    brought_forward: int
    puts: tuple[Put, ...]
    givens: tuple[Given, ...]

    @property
    def contributed(self) -> int:
        return sum(put.pence or 0 for put in self.puts)

    @property
    def money(self) -> int:
        """Of it what counts against the fund: its cash; of a fund in kind everything, at what it is valued at."""
        in_kind = self.fund.kind == Fund.Kind.IN_KIND
        return sum(put.pence or 0 for put in self.puts if in_kind or put.kind == Kind.CASH)

    @property
    def beside(self) -> int:
        """Goods and staff put in beside the money, at what they are valued at."""
        return self.contributed - self.money

    @property
    def given(self) -> int:
        return sum(given.pence for given in self.givens)

    @property
    def standing(self) -> int:
        return sum(given.pence for given in self.givens if given.stands)

    @property
    def there(self) -> int:
        """Its amount or, while that is not confirmed, the money put in; with what was brought forward."""
        return (self.money if self.amount is None else self.amount) + self.brought_forward

    @property
    def left(self) -> int:
        """Less than nothing where more is given than there is."""
        return self.there - self.given

    @property
    def unexplained(self) -> int:
        """How much more the fund is said to be than the money put in; less than nothing where it is less."""
        return 0 if self.amount is None else self.amount - self.money


@dataclass(frozen=True)
class Balance:
    """What one partner puts in, by kind; what is not yet confirmed is counted, not guessed."""

    partner: Partner
    cash: int = 0
    in_kind: int = 0
    staff: int = 0
    full_time_equivalent: Decimal = Decimal(0)
    unconfirmed: int = 0
    share: Decimal = Decimal(0)

    @property
    def total(self) -> int:
        return self.cash + self.in_kind + self.staff


@dataclass(frozen=True)
class Ledger:
    """The pots of a year that a reader may see, in order of name. ``undated``: what they gave and no year is stated
    for; it is in no year’s sums."""

    year: int
    pots: tuple[Pot, ...]
    undated: tuple[Given, ...] = ()

    @property
    def puts(self) -> Iterator[Put]:
        return (put for pot in self.pots for put in pot.puts)

    @property
    def givens(self) -> Iterator[Given]:
        return (given for pot in self.pots for given in pot.givens)

    @property
    def there(self) -> int:
        return sum(pot.there for pot in self.pots)

    @property
    def given(self) -> int:
        return sum(pot.given for pot in self.pots)

    @property
    def standing(self) -> int:
        return sum(pot.standing for pot in self.pots)

    @property
    def left(self) -> int:
        return sum(max(pot.left, 0) for pot in self.pots)

    @property
    def over(self) -> int:
        return sum(max(-pot.left, 0) for pot in self.pots)

    @property
    def undated_told(self) -> str:
        """What is in no year's sums, with what it comes to; "" where nothing is."""
        if not self.undated:
            return ""
        whole, standing = (sum(one.pence for one in self.undated if one.stands or every) for every in (True, False))
        what = f"{counted(len(self.undated), 'allocation')}, {money(whole)}, {money(standing)} of it standing"
        return f"Year not stated: {what}. {'It is' if len(self.undated) == 1 else 'They are'} in no year’s sums."

    @property
    def not_confirmed(self) -> list[Fund]:
        return [pot.fund for pot in self.pots if pot.amount is None]


def amount_of(fund: Fund, years: Iterable[FundYear], year: int) -> tuple[int | None, int]:
    """The fund's amount in the year and what was brought forward; a fund without years has its one amount."""
    rows = list(years)
    found = next((row for row in rows if row.year == year), None)
    if found is not None:
        return found.amount_pence, found.brought_forward_pence or 0
    return (None if rows else fund.amount_pence), 0


def put_of(held: Counted, fund: Fund) -> Put:
    """As the contribution counts on the day."""
    one = held.contribution
    return Put(one.partner, fund, one.kind, held.pence, held.posts, held.stated, one.description)


def balances(puts: Iterable[Put]) -> list[Balance]:
    """By partner, the most first. The share is of all that is confirmed, in per cent."""
    found: dict[int, list[Put]] = {}
    for put in puts:
        found.setdefault(put.partner.pk, []).append(put)
    lines = [_balance(rows) for rows in found.values()]
    whole = sum(line.total for line in lines)
    shared = [_shared(line, whole) for line in lines]
    return sorted(shared, key=lambda line: (-line.total, line.partner.name))


def _balance(puts: list[Put]) -> Balance:
    def of(kind: str) -> int:
        return sum(put.pence or 0 for put in puts if put.kind == kind)

    return Balance(
        puts[0].partner,
        of(Kind.CASH),
        of(Kind.IN_KIND),
        of(Kind.STAFF),
        sum((put.full_time_equivalent or Decimal(0) for put in puts), Decimal(0)),
        sum(put.pence is None and put.full_time_equivalent is None for put in puts),
    )


def _shared(line: Balance, whole: int) -> Balance:
    share = Decimal(line.total * 100) / whole if whole else Decimal(0)
    return Balance(
        line.partner,
        line.cash,
        line.in_kind,
        line.staff,
        line.full_time_equivalent,
        line.unconfirmed,
        share.quantize(Decimal("0.1")),
    )


def said_of(ledger: Ledger) -> list[str]:
    """What the year comes to, and what does not add up, each in a sentence."""
    said = []
    if over := [pot for pot in ledger.pots if pot.left < 0]:
        of = listing(f"{pot.fund.name} ({money(-pot.left)})" for pot in over)
        said.append(f"More is allocated than there is: {of}.")
    for pot in ledger.pots:
        if pot.unexplained > 0 and pot.puts:
            said.append(f"{pot.fund.name}: {money(pot.unexplained)} of it is in no partner’s contribution.")
        elif pot.unexplained < 0:
            said.append(f"{pot.fund.name}: contributions come to {money(-pot.unexplained)} more than the fund.")
    if waiting := ledger.not_confirmed:
        said.append(f"Not yet confirmed: {listing(fund.name for fund in waiting)}.")
    if ledger.undated:
        said.append(ledger.undated_told)
    return said
