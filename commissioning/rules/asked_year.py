"""Which financial year, and which board's money, a page is asked for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commissioning.rules.years import financial_year, year_of

FIRST, LAST = 1990, 2100


@dataclass(frozen=True)
class AskedYear:
    """``wrong``: why what was asked could not be shown; the year shown is then that of today."""

    year: int
    years: tuple[int, ...]
    board: str = ""
    wrong: str = ""

    @property
    def said(self) -> str:
        return financial_year(self.year)

    @property
    def offered(self) -> list[tuple[int, str]]:
        return [(year, financial_year(year)) for year in self.years]

    @property
    def status(self) -> int:
        return 400 if self.wrong else 200

    @property
    def query(self) -> str:
        return f"year={self.year}" + (f"&board={self.board}" if self.board else "")


def asked_year(told: Mapping[str, str], there: Sequence[int], *, on: dt.date) -> AskedYear:
    """``told`` is the address's; ``there``: years in which there is money. This year is always among those offered."""
    now, words = year_of(on), told.get("year", "")
    year = int(words) if words.isdecimal() and len(words) == 4 else 0
    wrong = "" if not words or FIRST <= year <= LAST else f"Choose a year between {FIRST} and {LAST}."
    shown = now if wrong or not words else year
    offered = tuple(sorted({now, shown, *there}, reverse=True))
    return AskedYear(shown, offered, told.get("board", "")[:60], wrong)
