"""Earlier wordings of an item: listed, compared, and the way to restore one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meetings.queries.earlier import as_restored, earlier, item_minuted_by
from meetings.queries.minutes import minutes_of
from meetings.rules.blocks import check_can_be_minuted
from trust.tools.refusal import why_not


@require_safe
@login_required
@never_cache
def earlier_wordings(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """``?was=2&then=5`` compares the second wording with the fifth; without them the last two are compared."""
    found = item_minuted_by(request.user, board, meeting, item)
    shown = earlier(found, was=_number(request, "was"), then=_number(request, "then"))
    context = {
        "meeting": found.meeting,
        "item": found,
        "earlier": shown,
        "restored": as_restored(found, shown.was.wording) if shown.was else [],
        "locked_because": why_not(check_can_be_minuted, found.meeting, minutes_of(found.meeting)),
    }
    return render(request, "meetings/earlier.html", context)


def _number(request: HttpRequest, name: str) -> int:
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 0
