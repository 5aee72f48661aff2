"""Indicators on paper: all of them in a table, then each with its course."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commissioning.pdf import paper
from commissioning.queries.indicators import Line
from commissioning.rules.indicators import Chart, Point, chart
from trust.tools.words import counted

#: Figures of each on paper, the latest; the others stand on its page.
MOST = 8


@dataclass(frozen=True)
class Sheet:
    """One indicator: drawn, and its figures with the latest first."""

    line: Line

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(reversed(self.line.points[-MOST:]))

    @property
    def chart(self) -> Chart | None:
        return chart(self.line.points[-MOST:])

    @property
    def told(self) -> str:
        """In the place of the drawing, for who hears it."""
        return f"Course of {self.line.indicator}. The table that follows says the same."

    @property
    def earlier(self) -> str:
        before = len(self.line.points) - MOST
        return counted(before, "earlier figure") if before > 0 else ""


def indicators_pdf(lines: Sequence[Line], context: dict[str, Any], *, day: dt.date) -> bytes:
    """The same indicators on the same day, the same bytes."""
    told = {"sheets": [Sheet(line) for line in lines]}
    return paper("commissioning/print/indicators.html", context | told, day, "indicators", repr((lines, context)))
