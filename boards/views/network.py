"""What a board was called and was, how it stands to others, and the acts that change this."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards import permissions
from boards.forms import network as forms
from boards.models import Board
from boards.operations import naming
from boards.operations import network as operations
from boards.queries.boards import as_it_was, board_for
from boards.queries.network import boards_on, course_of, name_for, relation_for, status_for
from boards.views.acts import Act, act_page, confirm_page
from boards.views.as_of import as_of
from trust.tools.words import short_date

PLACE = "Names, status and relations"


@require_safe
def course(request: HttpRequest, board: str) -> HttpResponse:
    """Its names, statuses and relations over the years."""
    found, today, when = board_for(request.user, board), timezone.localdate(), as_of(request)
    context = {
        "board": found,
        "course": course_of(found, request.user, on=when.day),
        "today": today,
        "then": as_it_was(found, when.day),
        "when": when,
        "may_manage": permissions.MANAGE in permissions.words_on(request.user, found),
        "keeps": permissions.keeps_register(request.user, on=today),
    }
    return render(request, "boards/network.html", context, status=when.status)


def _then(board: Board) -> str:
    return reverse("boards:course", args=[board.slug])


def _act(board: Board, *, title: str, button: str, next_step: str, said: str, about: str = "") -> Act:
    about, then = about or str(board), _then(board)
    return Act(title=title, about=about, button=button, next_step=next_step, said=said, place=PLACE, then=then)


def managed(request: HttpRequest, board: str) -> Board:
    """The board, for one who may manage it."""
    found = board_for(request.user, board)
    permissions.check_may_manage(request.user, found)
    return found


def kept(request: HttpRequest, board: str) -> Board:
    """The board, for who keeps the register."""
    found = board_for(request.user, board)
    permissions.check_may_keep_register(request.user, on=timezone.localdate())
    return found


def rename(request: HttpRequest, board: str) -> HttpResponse:
    """Give the board another name or strapline from a day on."""
    found, today = managed(request, board), timezone.localdate()
    act = _act(
        found,
        title="Rename this board",
        button="Rename it",
        next_step="From that day pages, agendas and minutes have the new name. Minutes of meetings before it keep the "
        "old one, and the board is still found by it. The address of its page stays.",
        said="The name is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        return naming.rename(board=found, **given, by=request.user, on=today)

    return act_page(request, act, forms.Renaming(request.POST or None, board=found, on=today), do)


def set_status(request: HttpRequest, board: str) -> HttpResponse:
    """Say that the board is a pilot, interim, standing or for a time only, from a day on."""
    found, today = managed(request, board), timezone.localdate()
    act = _act(
        found,
        title="Say what this board is from a day on",
        button="Put it down",
        next_step="The board’s page and the picture of the network say so from that day. What it was before stays "
        "readable for the days before.",
        said="What it is from that day is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        return naming.set_status(board=found, **given, by=request.user, on=today)

    return act_page(request, act, forms.NewStatus(request.POST or None, board=found, on=today), do)


def take_back_name(request: HttpRequest, board: str, name: int) -> HttpResponse:
    """Take out the latest name; the one before goes on."""
    found = managed(request, board)
    row = name_for(found, name)
    return _take_back(request, found, row, about=f"{row.name}, from {_since(row)}")


def take_back_status(request: HttpRequest, board: str, status: int) -> HttpResponse:
    """Take out the latest status; the one before goes on."""
    found = managed(request, board)
    row = status_for(found, status)
    return _take_back(request, found, row, about=f"{row.get_status_display()}, from {_since(row)}")


def _since(row: Any) -> str:
    return short_date(row.from_date) if row.from_date else "the beginning"


def _take_back(request: HttpRequest, board: Board, row: Any, *, about: str) -> HttpResponse:
    act = _act(
        board,
        title="Take this back",
        about=about,
        button="Take it back",
        next_step="What was put down for the days before goes on. The history keeps that this was put down.",
        said="It is taken back.",
    )
    return confirm_page(request, act, lambda: naming.take_back(row=row, by=request.user, on=timezone.localdate()))


def relate(request: HttpRequest, board: str) -> HttpResponse:
    """Say how the board stands to another."""
    found, today = kept(request, board), timezone.localdate()
    form = forms.NewRelation(
        request.POST or None, board=found, boards=boards_on(request.user, today, but=found), on=today
    )
    act = _act(
        found,
        title="Say how this board stands to another",
        button="Put it down",
        next_step="Both boards’ pages and the picture of the network show it from that day. A board that is put under "
        "another leaves the one it was under on the day before.",
        said="How they stand to each other is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.relate(board=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def end_relation(request: HttpRequest, board: str, relation: int) -> HttpResponse:
    """Say on which day it ends, or that it never stood."""
    found, today = kept(request, board), timezone.localdate()
    row = relation_for(found, request.user, relation)
    act = _act(
        found,
        title="End this relation",
        about=str(row),
        button="End it",
        next_step="The picture of the network shows it for the days on which it stood, and no longer after them.",
        said="It is ended.",
    )

    def do(given: dict[str, Any]) -> object:
        if given["mistake"]:
            return operations.strike_relation(relation=row, why=given["why"], by=request.user, on=today)
        day, why = given["last_day"], given["why"]
        return operations.end_relation(relation=row, last_day=day, why=why, by=request.user, on=today)

    return act_page(request, act, forms.EndedRelation(request.POST or None), do)
