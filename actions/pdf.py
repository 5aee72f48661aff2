"""The log, the other registers, and how a board's actions stand, on paper."""

import datetime as dt
import hashlib
from typing import Any

from django.conf import settings
from django.utils import timezone

from trust.tools.pdf import render_pdf


def log_pdf(context: dict[str, Any], *, day: dt.date) -> bytes:
    """A list as it is cut, on sheets across. The same actions on the same day, the same bytes."""
    return _pdf("actions/print/log.html", context, day, "log", repr((context["lines"], context["count"])))


def standing_pdf(context: dict[str, Any], *, day: dt.date) -> bytes:
    """How a board's actions stand before its meeting."""
    return _pdf("actions/print/standing.html", context, day, "standing", repr(context["standing"]))


def register_pdf(context: dict[str, Any], *, day: dt.date) -> bytes:
    """A board's challenge log, risk register or forward plan, as it is cut."""
    return _pdf("actions/print/register.html", context, day, "register", repr((context["words"], context["rows"])))


def _pdf(template: str, context: dict[str, Any], day: dt.date, name: str, told: str) -> bytes:
    named = {"partnership_name": settings.PARTNERSHIP_NAME, "service_name": settings.SERVICE_NAME}
    return render_pdf(
        template,
        context | named | {"on": day},
        identifier=f"{name}/{day.isoformat()}/{hashlib.sha256(told.encode()).hexdigest()}",
        created=dt.datetime.combine(day, dt.time(), tzinfo=timezone.get_default_timezone()),
        styles=("trust/print.css", "trust/actions.css"),
    )
