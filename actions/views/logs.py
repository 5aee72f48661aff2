"""The log of a board and of all boards, filtered and sorted by the address, a page at a time."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.forms.asked import Asked, asked_for
from actions.permissions import KEEPS, check_may_add
from actions.queries.counted import counted
from actions.queries.lines import lines_of
from actions.queries.log import PAGE
from actions.queries.saved_view import views_of_log
from boards.permissions import words_on
from trust.tools.refusal import why_not


@require_safe
def log(request: HttpRequest, board: str) -> HttpResponse:
    """Of one board."""
    return _page(request, _asked_log(request, board))


@require_safe
@login_required
def whole_log(request: HttpRequest) -> HttpResponse:
    """Over all boards; of one partner or one owner where the address says so."""
    return _page(request, _asked_log(request))


def _asked_log(request: HttpRequest, board: str = "") -> Asked:
    return asked_for(request.user, request.GET, board, on=timezone.localdate())


def _page(request: HttpRequest, asked: Asked) -> HttpResponse:
    today, board = timezone.localdate(), asked.board
    count = counted(asked.found, on=today)
    pages = Paginator(asked.found.values_list("pk", flat=True), PAGE)
    pages.count = count.whole  # known already: not counted a second time
    page = pages.get_page(request.GET.get("page"))
    context = {
        "board": board,
        "log": asked,
        "filter": asked.cut,
        "is_cut": asked.cut.is_cut(),
        "count": count,
        "page": page,
        "lines": lines_of(list(page.object_list), today=today),
        "order": asked.cut.cut().get("order") or "when",
        "asked": _asked(request),
        "views": views_of_log(board, request.user),
        "query": asked.cut.query(),
        "may_add": board is not None and not why_not(check_may_add, request.user, board),
        "may_keep": board is not None and bool(words_on(request.user, board) & set(KEEPS)),
        "viewed": request.GET.get("view", ""),
    }
    return render(request, "actions/log.html", context)


def _asked(request: HttpRequest) -> str:
    """What the address asks, without order and page, to put into other links."""
    asked = request.GET.copy()
    for name in ("order", "page"):
        asked.pop(name, None)
    return asked.urlencode()
