"""The standing items of a board, kept by its clerk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from boards.models import Board
from boards.permissions import check_may_minute
from boards.queries.boards import board_for
from meetings.forms.standing import StandingForm
from meetings.models import StandingItem
from meetings.operations import standing as operations
from meetings.queries.agenda import standing_agenda
from trust.tools.htmx import answer
from trust.tools.refusal import Refused


@require_GET
def standing(request: HttpRequest, board: str) -> HttpResponse:
    found = _board(request, board)
    return render(request, "meetings/standing.html", {"board": found, "agenda": standing_agenda(found)})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, board: str) -> HttpResponse:
    found = _board(request, board)
    form = StandingForm(request.POST or None, board=found)
    if form.is_valid():
        item = operations.add_standing_item(board=found, fields=form.cleaned_data, by=request.user)
        messages.success(request, f"“{item}” will stand on every agenda made from now on.")
        return redirect("meetings:standing", found.slug)
    context = {"board": found, "form": form}
    return render(request, "meetings/standing_item.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, board: str, standing: int) -> HttpResponse:
    """Change a standing item; agendas already made keep their own."""
    found = _board(request, board)
    changing = _item(found, standing)
    form = StandingForm(request.POST or None, board=found, item=changing)
    if form.is_valid():
        changed = operations.change_standing_item(item=changing, fields=form.cleaned_data, by=request.user)
        messages.success(request, f"“{changed}” is changed.")
        return redirect("meetings:standing", found.slug)
    context = {"board": found, "form": form, "item": changing}
    return render(request, "meetings/standing_item.html", context, status=422 if form.errors else 200)


@require_POST
def usual(request: HttpRequest, board: str) -> HttpResponse:
    found = _board(request, board)
    operations.begin_with_usual_items(board=found, by=request.user)
    messages.success(request, "The board begins with the usual items. Change them as it needs.")
    return redirect("meetings:standing", found.slug)


@require_POST
def remove(request: HttpRequest, board: str, standing: int) -> HttpResponse:
    found = _board(request, board)
    going = _item(found, standing)
    try:
        operations.remove_standing_item(item=going, by=request.user)
        messages.success(request, f"“{going.title}” no longer stands on new agendas.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:standing", found.slug)


@require_POST
def move(request: HttpRequest, board: str, standing: int) -> HttpResponse:
    found = _board(request, board)
    moving = _item(found, standing)
    way = "up" if request.POST.get("to") == "up" else "down"
    operations.shift_standing_item(item=moving, up=way == "up", by=request.user)
    context = {"board": found, "agenda": standing_agenda(found), "moved": moving, "way": way}
    then = reverse("meetings:standing", args=[found.slug])
    return answer(request, "meetings/_standing.html", context, then=then, said=f"“{moving.title}” has moved {way}.")


def _board(request: HttpRequest, board: str) -> Board:
    found = board_for(request.user, board)
    check_may_minute(request.user, found)
    return found


def _item(board: Board, standing: int) -> StandingItem:
    return get_object_or_404(board.standing_items.select_related("board"), pk=standing)
