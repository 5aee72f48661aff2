"""Commissioning on paper."""

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils import timezone

from commissioning.rules.flow import LOW, Drawing, drawing_of
from trust.tools.pdf import render_pdf

#: Room for a picture on a sheet across, in CSS pixels.
ACROSS = (1000, 430)
#: On one sheet upright, with the sentences below it.
UPRIGHT = (640, 400)
#: Rows of pots that the one page has room for.
BRIEF_ROWS = 8


def money_pdf(context: dict[str, Any], *, day: dt.date) -> bytes:
    """Where the money of a year comes from and goes to. The same money on the same day, the same bytes."""
    told = repr((context["flows"], context["balances"], context["said"]))
    return paper("commissioning/print/money.html", context | fitted(context["drawing"]), day, "money", told)


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
    drawing = drawing_of(context["flows"], tall=LOW) if brief else context["drawing"]
    room = fitted(drawing, UPRIGHT if brief else ACROSS)
    sections = context["report"].sections
    if brief:
        sections = [replace(sections[0], rows=sections[0].rows[:BRIEF_ROWS])]
    told = repr((context["report"], brief))
    return paper(
        "commissioning/print/report.html",
        context | room | {"brief": brief, "drawing": drawing, "sections": sections},
        day,
        "commissioning",
        told,
    )
