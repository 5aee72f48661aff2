"""The calendar: all meetings the reader may know of."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from meetings.queries.calendar import COLUMNS, calendar_page, calendar_rows
from trust.tools.plain import plain_line
from trust.tools.sheets import KINDS, sheet


@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """Upcoming and past, by board and year; the choice is in the address."""
    chosen = _chosen(request)
    page = calendar_page(request.user, on=timezone.localdate(), **chosen)
    return render(request, "meetings/meetings.html", {"page": page, "chosen": chosen})


@require_GET
def meetings_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    return sheet(kind, "meetings", COLUMNS, calendar_rows(request.user, **_chosen(request)))


def _chosen(request: HttpRequest) -> dict[str, str]:
    return {name: plain_line(request.GET.get(name, "")) for name in ("board", "year")}
