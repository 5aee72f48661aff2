"""Boards that the same person may not chair: reading the rules of a board, laying one down, ending one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from boards.forms.chair_bar import NewChairBar
from boards.forms.seat import LastDay
from boards.models import Board
from boards.operations import chair_bar as operations
from boards.permissions import MANAGE, words_on
from boards.queries.access import boards_where
from boards.queries.boards import board_for
from boards.queries.chair_bar import bar_for, bars_known, clashes_told
from boards.views.acts import Act, act_page
from boards.views.seat import managed


def chair_bars(request: HttpRequest, board: str) -> HttpResponse:
    """The rules of chairs of this board, and who stands against one today. For whoever may know of the board."""
    found, today = board_for(request.user, board), timezone.localdate()
    bars = bars_known(found, request.user)
    context = {
        "board": found,
        "bars": [bar for bar in bars if not bar.to_date or bar.to_date >= today],
        "former": [bar for bar in bars if bar.to_date and bar.to_date < today],
        "broken": clashes_told(found, request.user, today),
        "may_manage": MANAGE in words_on(request.user, found),
    }
    return render(request, "boards/chair_bars.html", context)


def _act(board: Board, **said: str) -> Act:
    page = reverse("boards:chair_bars", args=[board.slug])
    return Act(about=str(board), place="Rules of chairs", then=page, **said)  # type: ignore[arg-type]


def add_chair_bar(request: HttpRequest, board: str) -> HttpResponse:
    """Lay down that another board may not have the same chair."""
    found, today = managed(request, board), timezone.localdate()
    others = boards_where(request.user, MANAGE).exclude(pk=found.pk)
    act = _act(
        found,
        title="Two boards that the same person may not chair",
        button="Lay down the rule",
        next_step="Who is appointed chair of one is held against the other. Somebody who chairs both already stays, "
        "and is shown to both boards as needing attention.",
        said="The rule is laid down.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_bar(board=found, **given, by=request.user)  # type: ignore[arg-type]

    return act_page(request, act, NewChairBar(request.POST or None, boards=others, on=today), do)


def end_chair_bar(request: HttpRequest, board: str, bar: int) -> HttpResponse:
    """Say on which day the rule holds for the last time."""
    found, today = managed(request, board), timezone.localdate()
    its_bar = bar_for(found, request.user, bar)
    act = _act(
        found,
        title="End this rule of chairs",
        button="Set the last day",
        next_step="After that day the same person may chair both boards.",
        said="The last day of the rule is set.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_bar(bar=its_bar, **given, by=request.user)  # type: ignore[arg-type]

    return act_page(request, act, LastDay(request.POST or None, on=today), do)
