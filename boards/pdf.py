"""The picture of the network, and the matrix of agreements, on paper."""

import datetime as dt
import hashlib
from typing import Any

from django.conf import settings
from django.utils import timezone

from boards.rules.drawing import Drawing
from trust.tools.pdf import render_pdf

#: Room for the picture on a sheet across, in CSS pixels, by name of paper.
SHEETS = {"a4": (1047, 590), "a3": (1512, 900)}
LARGEST = 1.5


def fitted(drawing: Drawing, paper: str) -> tuple[int, int]:
    """How large it is printed: as large as the sheet has room for, and not much larger than on screen."""
    room = SHEETS[paper]
    scale = min(LARGEST, room[0] / max(drawing.width, 1), room[1] / max(drawing.height, 1))
    return int(drawing.width * scale), int(drawing.height * scale)


def picture_pdf(context: dict[str, Any], *, paper: str, day: dt.date) -> bytes:
    """The picture on one sheet, then the same as a list. The same network, the same bytes."""
    width, height = fitted(context["drawing"], paper)
    told = repr((context["drawing"], context["changes"])).encode()
    named = {"partnership_name": settings.PARTNERSHIP_NAME, "service_name": settings.SERVICE_NAME}
    return render_pdf(
        "boards/print/picture.html",
        context | named | {"paper": paper, "width": width, "height": height},
        identifier=f"picture/{paper}/{day.isoformat()}/{hashlib.sha256(told).hexdigest()}",
        created=dt.datetime.combine(day, dt.time(), tzinfo=timezone.get_default_timezone()),
        styles=("trust/print.css", "trust/picture.css"),
    )


def matrix_pdf(context: dict[str, Any], *, day: dt.date) -> bytes:
    """Who had agreed to what on a day, on sheets across. The same answers, the same bytes."""
    told = repr((context["title"], context["standing"], context["matrix"])).encode()
    named = {"partnership_name": settings.PARTNERSHIP_NAME, "service_name": settings.SERVICE_NAME}
    return render_pdf(
        "boards/print/matrix.html",
        context | named | {"on": day},
        identifier=f"matrix/{day.isoformat()}/{hashlib.sha256(told).hexdigest()}",
        created=dt.datetime.combine(day, dt.time(), tzinfo=timezone.get_default_timezone()),
        styles=("trust/print.css", "trust/matrix.css"),
    )
