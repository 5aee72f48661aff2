"""The log of a board and of all boards, filtered and sorted by the address: a page at a time, or as a file."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.forms.log import LogFilter
from actions.models import ActionQuerySet
from actions.pdf import log_pdf
from actions.permissions import KEEPS, check_may_add
from actions.queries.action import known_on_board
from actions.queries.counted import LogCount, counted
from actions.queries.lines import lines, with_lines
from actions.queries.log import PAGE, board_of_log, boards_among, known_over_all, log_of
from actions.queries.saved_view import views_of_log
from actions.queries.sheet import HEADS, sheet_rows
from boards.models import Board
from boards.permissions import words_on
from trust.tools.refusal import Refused, why_not
from trust.tools.sheets import KINDS, sheet

#: A PDF of more would take minutes and hundreds of leaves: the spreadsheet is for that.
MOST_IN_PDF = 1_000


@dataclass(frozen=True)
class Asked:
    """The log that an address asks for; ``board`` is None for that over all boards."""

    board: Board | None
    found: ActionQuerySet
    cut: LogFilter

    @property
    def address(self) -> str:
        return reverse("actions:log", args=[self.board.slug]) if self.board else reverse("actions:whole_log")

    def file(self, kind: str) -> str:
        if self.board:
            return reverse("actions:log_sheet", args=[self.board.slug, kind])
        return reverse("actions:whole_log_sheet", args=[kind])

    @property
    def files(self) -> list[tuple[str, str]]:
        return [(said, self.file(kind)) for kind, said in (("csv", "CSV"), ("xlsx", "Excel"), ("pdf", "PDF"))]

    @property
    def about(self) -> str:
        """Whose log it is, in words: of a board, a partner or a person, or over all boards."""
        given = self.cut.cut()
        whose = " and ".join(str(given[name]) for name in ("partner", "owner") if given.get(name))
        if self.board:
            return f"{self.board.name}, owed by {whose}" if whose else self.board.name
        return f"Owed by {whose}, on every board whose papers you see" if whose else "Every board whose papers you see"


@require_safe
def log(request: HttpRequest, board: str) -> HttpResponse:
    """Of one board."""
    return _page(request, asked_for(request, board))


@require_safe
@login_required
def whole_log(request: HttpRequest) -> HttpResponse:
    """Over all boards; of one partner or one owner where the address says so."""
    return _page(request, asked_for(request))


@require_safe
def log_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    return _file(request, asked_for(request, board), kind)


@require_safe
@login_required
def whole_log_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    return _file(request, asked_for(request), kind)


def asked_for(request: HttpRequest, slug: str = "") -> Asked:
    """404 where the reader may not read that board's log."""
    today, reader = timezone.localdate(), request.user
    board = board_of_log(reader, slug) if slug else None
    known = known_on_board(board, reader, on=today) if board else known_over_all(reader, on=today)
    cut = LogFilter(request.GET, board=board, known=known, boards=boards_among(reader))
    return Asked(board, log_of(known, board, cut.cut(), on=today), cut)


def _page(request: HttpRequest, asked: Asked) -> HttpResponse:
    today, board = timezone.localdate(), asked.board
    count = counted(asked.found, on=today)
    pages = Paginator(with_lines(asked.found), PAGE)
    pages.count = count.whole  # known already: not counted a second time
    page = pages.get_page(request.GET.get("page"))
    context = {
        "board": board,
        "log": asked,
        "filter": asked.cut,
        "is_cut": asked.cut.is_cut(),
        "count": count,
        "page": page,
        "lines": lines(page.object_list, today=today),
        "order": asked.cut.cut().get("order") or "when",
        "asked": _asked(request),
        "views": views_of_log(board, request.user),
        "query": asked.cut.query(),
        "may_add": board is not None and not why_not(check_may_add, request.user, board),
        "may_keep": board is not None and bool(words_on(request.user, board) & set(KEEPS)),
        "viewed": request.GET.get("view", ""),
    }
    return render(request, "actions/log.html", context)


def _file(request: HttpRequest, asked: Asked, kind: str) -> HttpResponse:
    today = timezone.localdate()
    name = f"actions-{asked.board.slug}" if asked.board else "actions"
    if kind == "pdf":
        return _pdf(asked, counted(asked.found, on=today), name)
    if kind not in KINDS:
        raise Http404
    return sheet(kind, name, HEADS, sheet_rows(asked.found, today=today, in_words=kind == "csv"))


def _pdf(asked: Asked, count: LogCount, name: str) -> HttpResponse:
    if count.whole > MOST_IN_PDF:
        raise Refused(
            f"This list holds {count.whole:,} actions, and a PDF up to {MOST_IN_PDF:,}. Choose fewer, or take Excel."
        )
    today = timezone.localdate()
    context: dict[str, Any] = {"log": asked, "count": count, "lines": lines(with_lines(asked.found), today=today)}
    answer = HttpResponse(log_pdf(context, day=today), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer


def _asked(request: HttpRequest) -> str:
    """What the address asks, without order and page, to put into other links."""
    asked = request.GET.copy()
    for name in ("order", "page"):
        asked.pop(name, None)
    return asked.urlencode()
