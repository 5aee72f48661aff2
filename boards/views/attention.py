"""What needs attention: over all boards that the reader sits on or manages, and of one of them."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from boards import permissions
from boards.models import Board
from boards.queries.attention import boards_to_attend_to, findings_of
from boards.queries.boards import board_for
from boards.rules.attention import LABELS, Finding
from boards.views.acts import asked
from boards.views.as_of import AsOf, as_of, of_file
from trust.tools.htmx import asked_by_htmx
from trust.tools.sheets import KINDS, sheet

PAGE = 100
HEADS = ("Board", "What", "In words")
ORDERS = {
    "board": lambda one: one.board.name,
    "what": lambda one: one.label,
}


@login_required
@require_safe
def attention(request: HttpRequest) -> HttpResponse:
    """Over all boards, cut by board and by kind; the cut is in the address."""
    day = as_of(request)
    boards = boards_to_attend_to(request.user, day.day)
    return _page(request, day, boards, None)


@require_safe
def board_attention(request: HttpRequest, board: str) -> HttpResponse:
    """Of one board, for those who sit on it and those who manage it; the first of it for the card of its page."""
    found, day = board_for(request.user, board), as_of(request)
    permissions.check_may_see_seats(request.user, found)
    if asked_by_htmx(request):
        told = {"board": found, "attention": findings_of([found], request.user, day.day), "is_read": True}
        return render(request, "boards/_board_attention.html", told)
    return _page(request, day, [found], found)


@login_required
@require_safe
def attention_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    day = of_file(request)
    found = _cut(request, day, boards_to_attend_to(request.user, day.day))
    return sheet(kind, "attention", HEADS, [(one.board.name, one.label, one.sentence) for one in found])


def _page(request: HttpRequest, day: AsOf, boards: list[Board], board: Board | None) -> HttpResponse:
    found = _cut(request, day, boards)
    cut = {name: asked(request, name) for name in ("board", "what", "order")}
    kept = request.GET.copy()
    for once in ("order", "page"):
        kept.pop(once, None)
    context = {
        "count": len(found),
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "board": board,
        "boards": boards,
        "kinds": LABELS.items(),
        "cut": cut,
        "by_kind": [] if cut["what"] else _by_kind(found),
        "is_cut": bool(cut["board"] or cut["what"]),
        "order": cut["order"] or "board",
        "asked": kept.urlencode(),
        "concerned": len({one.board.pk for one in found}),
        "when": day,
    }
    return render(request, "boards/attention.html", context, status=day.status)


def _by_kind(found: list[Finding]) -> list[dict[str, object]]:
    """How many there are of each kind that there is more than one of to choose from."""
    counts = {kind: sum(one.kind == kind for one in found) for kind in LABELS}
    there: list[dict[str, object]] = [
        {"kind": kind.value, "said": LABELS[kind], "count": count} for kind, count in counts.items() if count
    ]
    return there if len(there) > 1 else []


def _cut(request: HttpRequest, day: AsOf, boards: list[Board]) -> list[Finding]:
    of_board, what, order = (asked(request, name) for name in ("board", "what", "order"))
    shown = [board for board in boards if of_board in ("", board.slug)]
    over_all = not of_board and len(boards) > 1
    told = findings_of(shown, request.user, day.day, also_of_ended=over_all)
    found = [one for one in told if what in ("", one.kind)]
    if order.removeprefix("-") in ORDERS:
        found.sort(key=ORDERS[order.removeprefix("-")], reverse=order.startswith("-"))
    return found
