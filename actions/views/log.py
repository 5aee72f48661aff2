"""The log of a board, as a page and as files; what the reader owes over all boards; an action added by hand."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actions.forms.action import AddForm
from actions.forms.log import LogFilter
from actions.operations.adding import NewAction, add_action
from actions.permissions import check_may_add
from actions.queries.action import known_on_board
from actions.queries.lines import lines, with_lines
from actions.queries.log import PAGE, board_of_log, counted, log_of
from actions.queries.mine import owed_by
from actions.queries.sheet import HEADS, sheet_rows
from actions.queries.words import read_due_on, read_owners_on
from actions.views.acts import act_page
from boards.models import Board
from trust.tools.refusal import why_not
from trust.tools.sheets import KINDS, sheet


def log(request: HttpRequest, board: str) -> HttpResponse:
    """Filtered and sorted by the address, a page at a time."""
    today = timezone.localdate()
    found, cut, on_board = _cut(request, board)
    count = counted(found, on=today)
    pages = Paginator(with_lines(found), PAGE)
    pages.count = count.whole  # known already: not counted a second time
    page = pages.get_page(request.GET.get("page"))
    context = {
        "board": on_board,
        "filter": cut,
        "is_cut": cut.is_cut(),
        "count": count,
        "page": page,
        "lines": lines(page.object_list, today=today),
        "order": cut.cut().get("order") or "when",
        "asked": _asked(request),
        "may_add": not why_not(check_may_add, request.user, on_board),
    }
    return render(request, "actions/log.html", context)


def log_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    found, _, on_board = _cut(request, board)
    rows = sheet_rows(found, today=timezone.localdate(), in_words=kind == "csv")
    return sheet(kind, f"actions-{on_board.slug}", HEADS, rows)


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Late first, then what is due before the board next meets."""
    return render(request, "actions/mine.html", {"owed": owed_by(request.user, on=timezone.localdate())})


def add(request: HttpRequest, board: str) -> HttpResponse:
    """An action that arose from no item."""
    on_board, today = board_of_log(request.user, board), timezone.localdate()
    check_may_add(request.user, on_board)
    form = AddForm(request.POST or None, initial={"key": uuid.uuid4()})

    def do(given: dict[str, Any]) -> object:
        due, meeting = read_due_on(given["when"], on_board, on=today)
        owners = read_owners_on(given["who"], on_board, on=today)
        new = NewAction(given["text"], given["who"], owners, due, meeting, given["key"])
        return add_action(new, board=on_board, on=today, by=request.user, at=timezone.now())

    context = {"board": on_board, "heading": "Add an action"}
    return act_page(request, form, do, said="The action is in the log.", context=context)


def _cut(request: HttpRequest, slug: str) -> tuple[Any, LogFilter, Board]:
    """The actions asked for, the filter that asked, and their board."""
    today = timezone.localdate()
    board = board_of_log(request.user, slug)
    known = known_on_board(board, request.user, on=today)
    cut = LogFilter(request.GET, board=board, known=known)
    return log_of(known, board, cut.cut(), on=today), cut, board


def _asked(request: HttpRequest) -> str:
    """What the address asks, without order and page, to put into other links."""
    asked = request.GET.copy()
    for name in ("order", "page"):
        asked.pop(name, None)
    return asked.urlencode()
