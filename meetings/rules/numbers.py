"""The number of a decision: given once, in the order decided, by the year of its meeting (requirement 0.3)."""

import datetime as dt

from boards.models import TermsOfReference
from meetings.models import Decision

Numbers, Kind = TermsOfReference.DecisionNumbers, Decision.Kind

#: What is minuted as a decision and decides nothing: it has no number.
UNNUMBERED = (Kind.NOTED, Kind.MOVED, Kind.DEFERRED)
MAY = 5


def numbers_decisions(terms: TermsOfReference | None) -> bool:
    """Whether the board numbers its decisions."""
    return terms is not None and terms.decision_numbers != Numbers.NONE


def takes_number(kind: str, terms: TermsOfReference | None) -> bool:
    return numbers_decisions(terms) and kind not in UNNUMBERED


def year_of(day: dt.date, numbering: str) -> int:
    """The year in which a decision of ``day`` counts; a municipal year runs from May and is named by its first."""
    return day.year - (numbering == Numbers.MUNICIPAL and day.month < MAY)


def number_words(prefix: str, year: int, number: int, numbering: str) -> str:
    """EG 2025/7; EG 2025-26/7 in a municipal year"""
    span = f"{year}-{(year + 1) % 100:02}" if numbering == Numbers.MUNICIPAL else str(year)
    return f"{prefix} {span}/{number}"
