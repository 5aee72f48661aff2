"""What a board decided: the register as a page, and as files."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.queries.boards import board_for
from meetings.forms.decisions import DecisionsFilter
from meetings.models import Decision
from meetings.queries.decisions import HEADS, PAGE, decisions_of, numbered_in, rows_of, sheet_rows, years_of
from meetings.queries.outcome import with_standing
from trust.tools.sheets import KINDS, sheet


@require_safe
def register(request: HttpRequest, board: str) -> HttpResponse:
    """Filtered and sorted by the address, a page at a time; asked for one number, it leads to that decision's page."""
    found, cut, on_board = _cut(request, board)
    if one := numbered_in(found, request.GET.get("number", "")):
        return redirect("meetings:decision", board, one.block.minutes.meeting.address, one.block.key)
    page = Paginator(with_standing(found), PAGE).get_page(request.GET.get("page"))
    context = {
        "board": on_board,
        "filter": cut,
        "is_cut": cut.is_cut(),
        "page": page,
        "count": page.paginator.count,
        "rows": rows_of(page.object_list),
        "order": cut.cut().get("order") or "-date",
        "asked": _asked(request),
    }
    return render(request, "meetings/decisions.html", context)


@require_safe
def register_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found, _, on_board = _cut(request, board)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    return sheet(kind, f"decisions-{on_board.slug}", HEADS, sheet_rows(found, in_words=kind == "csv"))


def _cut(request: HttpRequest, slug: str) -> tuple[QuerySet[Decision], DecisionsFilter, Board]:
    board = board_for(request.user, slug)
    cut = DecisionsFilter(request.GET, years=years_of(board, request.user))
    return decisions_of(board, request.user, cut.cut()), cut, board


def _asked(request: HttpRequest) -> str:
    """What the address asks, without order and page, to put into other links."""
    asked = request.GET.copy()
    for name in ("order", "page"):
        asked.pop(name, None)
    return asked.urlencode()
