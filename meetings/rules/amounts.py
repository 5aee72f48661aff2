"""Amounts of money as minutes write them, read only where they are sure: "162k", "£13,245", "£0.8m", "£2 million"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from trust.tools.words import money

_UNITS = {
    "": 1,
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"£\s?(?P<figure>{_FIGURE})(?:\s?(?P<unit>k|mn?|bn|thousand|million|billion)\b)?(?![\d,]*\d)"
    r"|(?<![\w£.,])(?P<bare>\d{1,4}(?:\.\d+)?)k\b",
    re.IGNORECASE,
)
_UNSURE_BEFORE = re.compile(
    r"(?:\b(?:about|around|approx(?:imately|\.)?|some|nearly|almost|over|under|up to|circa|c\.?|roughly|between"
    r"|(?:more|less) than|at (?:least|most)|estimated at|between \S+ and)|[~<>])\s*$",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(r"^\s?(?:-|–|—|to|or)\s?£?\d", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"\d(?:k|m|bn)?\s?(?:-|–|—|to|or)\s?$", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """One amount: pence, the pence of its last figure (what it is rounded to), and where its words stand."""

    pence: int
    unit: int
    words: str
    start: int
    end: int
    is_sure: bool = True


def amounts(text: str) -> list[Amount]:
    """Every amount of money in a text, in order. One that is rounded, a range or "over" something is not sure."""
    found = []
    for match in _AMOUNT.finditer(text):
        figure = (match["figure"] or match["bare"]).replace(",", "")
        unit = Fraction(_UNITS[(match["unit"] or ("k" if match["bare"] else "")).casefold()]) * 100
        pence = Fraction(figure) * unit
        places = len(figure.partition(".")[2])
        least = unit / 10**places if unit > 100 or places else unit
        before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 8]
        unsure = _UNSURE_BEFORE.search(before) or _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after)
        found.append(
            Amount(round(pence), max(1, round(least)), match[0].strip(), match.start(), match.end(), not unsure)
        )
    return found


def slack(parts: list[Amount], total: Amount) -> int:
    """How far parts and total may differ by rounding alone: nothing where both are given to the same figure."""
    coarsest = max(part.unit for part in parts)
    if total.unit > coarsest:
        return total.unit // 2
    if coarsest > total.unit:
        return sum(part.unit for part in parts) // 2
    return 0


def said_like(pence: int, amount: Amount) -> str:
    """A sum in the manner of an amount that stands in the text: 171k beside 162k, else £171,000."""
    thousands, rest = divmod(pence, 100_000)
    if amount.words.casefold().endswith("k") and not rest:
        return f"{'£' if amount.words.startswith('£') else ''}{thousands:,}k"
    return money(pence)
