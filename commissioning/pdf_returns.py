"""The map of returns on paper."""

import datetime as dt
import hashlib
from typing import Any

from django.conf import settings
from django.utils import timezone

from trust.tools.pdf import render_pdf

#: Paper, lying across.
SHEETS = ("a4", "a3")


def map_pdf(context: dict[str, Any], *, paper: str, day: dt.date) -> bytes:
    """A grid with its words, on sheets across. The same returns, the same bytes."""
    told = repr((context["title"], context["scheme"].title, context["grid"]))
    named = {"partnership_name": settings.PARTNERSHIP_NAME, "service_name": settings.SERVICE_NAME}
    return render_pdf(
        "commissioning/print/map.html",
        context | named | {"on": day, "paper": paper},
        identifier=f"returns/{paper}/{day.isoformat()}/{hashlib.sha256(told.encode()).hexdigest()}",
        created=dt.datetime.combine(day, dt.time(), tzinfo=timezone.get_default_timezone()),
        styles=("trust/print.css", "trust/returns.css"),
    )
