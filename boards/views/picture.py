"""The network of boards as people draw it on a slide, on any day, and what changed since another."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards import pdf
from boards.permissions import keeps_register
from boards.queries.picture import days_of_change, network_known_to
from boards.rules.changes import changes_between, words_on_boards
from boards.rules.drawing import drawing_of, drawing_on_screen
from boards.rules.picture import picture_on
from boards.views.as_of import AsOf, NoDay, as_of, of_file


def _shown(request: HttpRequest) -> dict[str, Any]:
    """The picture of the day the address asks for, with what changed since the other day, if it asks for one."""
    when, since, other = as_of(request), None, as_of(request, "since")
    wrong = when.wrong or other.wrong
    if request.GET.get("since") and not wrong:
        since = other.day if other.day < when.day else None
        wrong = "" if since else "Choose an earlier day to compare with."
    known = network_known_to(request.user)
    picture = picture_on(known, when.day)
    changes = changes_between(picture_on(known, since), picture) if since else []
    words = words_on_boards(changes)
    return {
        "picture": picture,
        "on": when.day,
        "since": since,
        "when": AsOf(when.day, when.today, wrong),
        "drawing": drawing_of(picture, words),
        "words": words,
        "changes": changes,
        "days": days_of_change(known, until=when.today + dt.timedelta(days=400))[:8],
        "query": urlencode({"on": when.day.isoformat()} | ({"since": since.isoformat()} if since else {})),
        "count": sum(1 for _ in picture.nodes()),
    }


def _of_file(request: HttpRequest) -> dict[str, Any]:
    """The same for a file: refused where it would be of another day than the one asked for."""
    of_file(request), of_file(request, "since")
    shown = _shown(request)
    if wrong := shown["when"].wrong:
        raise NoDay(wrong)
    return shown


@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """The page: the picture, and the same as a list."""
    keeps = keeps_register(request.user, on=timezone.localdate())
    shown = _shown(request)
    shown["drawing"] = drawing_on_screen(shown["picture"], shown["words"])
    return render(request, "boards/picture.html", shown | {"keeps": keeps}, status=shown["when"].status)


@require_safe
def picture_svg(request: HttpRequest) -> HttpResponse:
    """The drawing alone, for a slide."""
    shown = _of_file(request) | {"alone": True}
    answer = render(request, "boards/_picture.html", shown, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="network-{shown["on"]:%Y-%m-%d}.svg"'
    return answer


@require_safe
def picture_pdf(request: HttpRequest) -> HttpResponse:
    """On one sheet across, A4 or A3, and the list after it."""
    shown = _of_file(request)
    paper = "a3" if request.GET.get("paper") == "a3" else "a4"
    body = pdf.picture_pdf(shown, paper=paper, day=shown["on"])
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="network-{shown["on"]:%Y-%m-%d}-{paper}.pdf"'
    return answer
