"""What an owner without a login opens from a mail: one part of one action, and nothing beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actions.operations.links import fingerprint
from actions.queries.lines import line
from actions.queries.link import is_of_closed_business, open_part, opened_by


def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The action in a few lines; a link that opens nothing says why."""
    now = timezone.now()
    opened = opened_by(fingerprint(token), at=now)
    if not opened.opens or opened.link is None:
        return render(request, "actions/link_shut.html", {"standing": opened.standing, "token": token}, status=410)
    part = open_part(opened.link)
    context = {
        "link": opened.link,
        "part": part,
        "board": part.action.kept_by,
        "line": line(part.action, today=timezone.localdate()),
        "is_closed": is_of_closed_business(part.action),
    }
    return render(request, "actions/by_link.html", context)
