"""Commissioning on paper."""

import datetime as dt
import hashlib
import io
from dataclasses import replace
from typing import Any

import pikepdf
from django.conf import settings
from django.utils import timezone

from commissioning.rules.flow import LOW, ON_PAPER, Drawing, drawing_of
from trust.tools.pdf import render_pdf
from trust.tools.words import counted

#: Room for a picture on a sheet across, in CSS pixels.
ACROSS = (1000, 430)
#: What the one page shows, until it is one: how many sentences, how many pots, and how high its picture may be.
BRIEF = ((8, 8, 400), (7, 7, 300), (6, 5, 260), (4, 4, 220), (2, 2, 180))
UPRIGHT = 640


def money_pdf(context: dict[str, Any], *, day: dt.date) -> bytes:
    """Where the money of a year comes from and goes to. The same money on the same day, the same bytes."""
    told = repr((context["flows"], context["balances"], context["said"]))
    return paper("commissioning/print/money.html", context | _drawn(context), day, "money", told)


def _drawn(context: dict[str, Any]) -> dict[str, Any]:
    """The picture of the flows with the words a sheet has room for."""
    drawing = drawing_of(context["flows"], most=ON_PAPER)
    return {"drawing": drawing} | fitted(drawing)


def fitted(drawing: Drawing, room: tuple[int, int] = ACROSS) -> dict[str, int]:
    """As large as the sheet has room for, and no larger than it was drawn."""
    scale = min(1.0, room[0] / drawing.width, room[1] / max(drawing.height, 1))
    return {"width": int(drawing.width * scale), "height": int(drawing.height * scale)}


def paper(template: str, context: dict[str, Any], day: dt.date, name: str, told: str) -> bytes:
    named = {"partnership_name": settings.PARTNERSHIP_NAME, "service_name": settings.SERVICE_NAME}
    return render_pdf(
        template,
        context | named | {"on": day},
        identifier=f"{name}/{day.isoformat()}/{hashlib.sha256(told.encode()).hexdigest()}",
        created=dt.datetime.combine(day, dt.time(), tzinfo=timezone.get_default_timezone()),
        styles=("trust/print.css", "trust/commissioning.css"),
    )


def statement_pdf(context: dict[str, Any], *, day: dt.date) -> bytes:
    """A partner's own statement of a year."""
    return paper("commissioning/print/statement.html", context, day, "statement", repr(context["statement"]))


def report_pdf(context: dict[str, Any], *, day: dt.date, brief: bool) -> bytes:
    """A board's commissioning report: on one page, or in full."""
    if not brief:
        return _report(context | _drawn(context) | {"sections": context["report"].sections}, day, brief=False)
    made = b""
    for sentences, rows, high in BRIEF:
        made = _report(context | _cut(context, sentences, rows, high), day, brief=True)
        if _pages(made) == 1:
            break
    return made


def _report(context: dict[str, Any], day: dt.date, *, brief: bool) -> bytes:
    told = repr((context["report"], brief))
    return paper("commissioning/print/report.html", context | {"brief": brief}, day, "commissioning", told)


def _cut(context: dict[str, Any], sentences: int, rows: int, high: int) -> dict[str, Any]:
    """So much of the report, which says what it leaves out."""
    pots, drawing = context["report"].sections[0], drawing_of(context["flows"], tall=LOW, most=ON_PAPER)
    rest = len(pots.rows) - rows
    said = (*pots.said, f"The full report has {counted(rest, 'more pot')}.") if rest > 0 else pots.said
    cut = {"sections": [replace(pots, rows=pots.rows[:rows], said=said)], "drawing": drawing, "sentences": sentences}
    return cut | fitted(drawing, (UPRIGHT, high))


def _pages(made: bytes) -> int:
    with pikepdf.open(io.BytesIO(made)) as found:
        return len(found.pages)
