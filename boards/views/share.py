"""The balance of agencies: how many seats each has, on every board and over all, against the terms."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from boards.queries.share import OverAll, boards_in_balance, over_all, shares_of
from boards.rules.share import Share
from boards.views.acts import asked
from boards.views.as_of import AsOf, as_of, of_file
from trust.tools.sheets import KINDS, sheet

PAGE = 100
HEADS = ("Board", "Agency", "Seats", "Filled", "With a vote", "By the terms", "Short")
HEADS_OVER_ALL = ("Agency", "Boards", "Seats", "Filled", "With a vote", "By the terms", "Short")
ORDERS: dict[str, Callable[[Any], Any]] = {
    "agency": lambda line: line.owner,
    "board": lambda line: line.board.name,
    "boards": lambda line: line.boards,
    "seats": lambda line: line.number if isinstance(line, Share) else line.seats,
    "filled": lambda line: line.filled,
    "voting": lambda line: line.voting,
    "given": lambda line: line.given or 0,
    "short": lambda line: line.short,
}


@require_safe
def balance(request: HttpRequest) -> HttpResponse:
    """For whoever may know of the boards: filtered and sorted by the address."""
    day = as_of(request)
    lines, cut = _cut(request, day)
    boards = boards_in_balance(request.user, day.day)
    context = {
        "page": Paginator(lines, PAGE).get_page(request.GET.get("page")),
        "cut": cut,
        "order": cut["order"] or ("agency" if cut["over_all"] else "board"),
        "asked": _asked(request),
        "is_cut": bool(cut["board"] or cut["words"] or cut["uneven"]),
        "boards": boards,
        "when": day,
        "seats": sum(line.number if isinstance(line, Share) else line.seats for line in lines),
        "short": sum(line.short for line in lines),
        "has_given": any(line.given for line in lines),
    }
    return render(request, "boards/balance.html", context, status=day.status)


@require_safe
def balance_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    lines, cut = _cut(request, of_file(request))
    heads = HEADS_OVER_ALL if cut["over_all"] else HEADS
    return sheet(kind, "balance", heads, map(_row, lines))


def _row(line: Share | OverAll) -> list[object]:
    if isinstance(line, OverAll):
        return [line.owner, line.boards, line.seats, line.filled, line.voting, line.given or "", line.short]
    given = "" if line.given is None else line.given
    return [line.board.name, line.owner, line.number, line.filled, line.voting, given, line.short]


def _cut(request: HttpRequest, day: AsOf) -> tuple[list[Any], dict[str, str]]:
    """The lines asked for, and what asked for them."""
    cut = {name: asked(request, name) for name in ("board", "words", "uneven", "over_all", "order")}
    boards = boards_in_balance(request.user, day.day)
    shares = shares_of([board for board in boards if cut["board"] in ("", board.slug)], day.day)
    words = cut["words"].casefold()
    shares = [share for share in shares if words in share.owner.casefold()]
    if cut["uneven"]:
        shares = [share for share in shares if share.is_uneven]
    lines: list[Any] = list(over_all(shares)) if cut["over_all"] else list(shares)
    column = cut["order"].removeprefix("-")
    if column in ORDERS and column != ("board" if cut["over_all"] else "boards"):
        lines.sort(key=ORDERS[column], reverse=cut["order"].startswith("-"))
    return lines, cut


def _asked(request: HttpRequest) -> str:
    """What the address asks, without its order, to put into other links."""
    kept = request.GET.copy()
    for once in ("order", "page"):
        kept.pop(once, None)
    return kept.urlencode()
