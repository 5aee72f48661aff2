"""A board's commissioning report: sections of rows, the same on the page, on paper, in Word and as sheets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from commissioning.rules.ledger import Balance, Given, Ledger, Pot
from trust.tools.words import counted, money

#: Words, or an amount in pence.
Cell = str | int


@dataclass(frozen=True)
class Section:
    """A heading, sentences, and a table; a number in a row is an amount in pence. ``empty``: said of no rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str
    said: tuple[str, ...] = ()
    figures: frozenset[int] = frozenset()

    @property
    def heads(self) -> list[tuple[str, bool]]:
        """Each column, and whether it is of figures."""
        return [(name, place in self.figures) for place, name in enumerate(self.columns)]

    @property
    def cells(self) -> Iterator[list[tuple[str, str, bool]]]:
        """Each row as the name of its column, its words, and whether it is of figures."""
        for row in self.rows:
            told = zip(self.heads, row, strict=True)
            yield [(name, in_words(cell), is_figure) for (name, is_figure), cell in told]


def in_words(cell: Cell) -> str:
    return money(cell) if isinstance(cell, int) else cell


@dataclass(frozen=True)
class Report:
    """``wrong``: what does not add up, is missing or silent; the one page tells it before anything else."""

    said: tuple[str, ...]
    wrong: tuple[str, ...]
    sections: tuple[Section, ...]


def summed_up(ledger: Ledger) -> str:
    there = f"{money(ledger.there)} in {counted(len(ledger.pots), 'pot')}"
    given = f"{money(ledger.given)} is allocated, {money(ledger.standing)} of it stands"
    return f"{there}. {given}, {money(ledger.left)} is not allocated."


def pots_section(ledger: Ledger, missing: dict[int, list[str]]) -> Section:
    """``missing``: why nothing may be allocated from it, by fund."""
    return Section(
        "Pots",
        ("Pot", "Kind", "Host", "There", "Allocated", "Left", "In law"),
        tuple(_pot_row(pot, missing.get(pot.fund.pk, [])) for pot in ledger.pots),
        "No pot has money in this year.",
        (),
        frozenset({3, 4, 5}),
    )


def _pot_row(pot: Pot, missing: list[str]) -> tuple[Cell, ...]:
    there: Cell = "Not yet confirmed" if pot.amount is None and not pot.contributed else pot.there
    left: Cell = f"{money(-pot.left)} over" if pot.left < 0 else pot.left
    law = f"{counted(len(missing), 'thing')} missing".capitalize() if missing else "Nothing is missing"
    host = pot.fund.host.short_name if pot.fund.host else "Nobody is named"
    return (pot.fund.name, pot.fund.get_kind_display(), host, there, pot.given, left, law)


def balance_section(lines: Iterable[Balance]) -> Section:
    return Section(
        "What partners put in",
        ("Partner", "Cash", "In kind", "Staff", "Whole", "Share"),
        tuple(_balance_row(line) for line in lines),
        "No contribution is put down for this year.",
        (),
        frozenset({1, 2, 3, 4, 5}),
    )


def _balance_row(line: Balance) -> tuple[Cell, ...]:
    amounts = (line.cash, line.in_kind, line.staff, line.total)
    name = line.partner.name
    if line.unconfirmed:
        name = f"{name} ({counted(line.unconfirmed, 'amount')} not yet confirmed)"
    return (name, *amounts, f"{line.share}%")


def variance(given: Given, spent: int | None, forecast: int | None) -> str:
    """What is spent or forecast against the allocation, in words."""
    if spent is None:
        return "Nothing reported"
    expected = spent if forecast is None else forecast
    if expected == given.pence:
        return "As allocated"
    how = "more" if expected > given.pence else "less"
    return f"{money(abs(expected - given.pence))} {how} than allocated"


def priorities_section(rows: Iterable[tuple[str, str, str, str]]) -> Section:
    """Each by its title, who leads on it, how its action plan stands, and when it comes back."""
    columns = ("Priority", "Led by", "Its action plan", "Comes back to the board")
    return Section("Priorities", columns, tuple(rows), "No priority is put down for this board.")


def areas_section(title: str, rows: Iterable[tuple[str, str]]) -> Section:
    """How each area stands over its reporters, in words: no return is told as such, and never counted as green."""
    return Section(title, ("Area", "How it stands"), tuple(rows), "No area is returned on in this period.")


def indicators_section(rows: Iterable[tuple[str, str, str, str, str]]) -> Section:
    columns = ("Indicator", "Latest", "Aimed at", "Stands", "Since before")
    return Section("Indicators", columns, tuple(rows), "No indicator is put down for this board.")
