"""A board’s commissioning: its plans, its priorities, and what else it keeps an eye on (requirement 0.13)."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.queries.links import items_to_cite
from boards.models import Board
from boards.queries.seen import seen
from boards.views.acts import Act, act_page, confirm_page
from commissioning.forms.instrument import InstrumentForm, ItemForm
from commissioning.models import Instrument
from commissioning.operations import instrument as operations
from commissioning.permissions import check_may_set_up
from commissioning.queries import instrument as queries
from commissioning.queries.plan import may_set_up, plan_lines
from commissioning.queries.priority import priority_lines
from commissioning.queries.there import or_404


@login_required
@require_safe
def commissioning(request: HttpRequest, board: str) -> HttpResponse:
    """For those who see the board’s papers."""
    found, today = queries.board_of_commissioning(request.user, board), timezone.localdate()
    context = {
        "board": found,
        "plans": plan_lines(request.user, {"board": found}, order="-from", on=today),
        "priorities": priority_lines(request.user, {"board": found}, order="", on=today),
        "instruments": queries.instruments_of(found, request.user, on=today),
        "may_set_up": may_set_up(request.user, found),
    }
    return render(request, "commissioning/board.html", context)


@login_required
def add_instrument(request: HttpRequest, board: str) -> HttpResponse:
    found = _managed(request, board)
    next_step = "It is listed for all who see the board’s papers. Agenda items that deal with it can be linked to it."
    act = _act(found, "Add what the board keeps an eye on", found.name, "Add it", next_step)
    form = InstrumentForm(request.POST or None, funds=queries.funds_to_link(request.user))
    return act_page(request, act, form, lambda given: operations.add_instrument(board=found, **given, by=request.user))


@login_required
def change_instrument(request: HttpRequest, board: str, instrument: int) -> HttpResponse:
    found, one = _door(request, board, instrument)
    now = {name: getattr(one, name) for name in InstrumentForm.base_fields} | {"fund": one.fund_id}
    form = InstrumentForm(request.POST or None, funds=queries.funds_to_link(request.user), initial=now)
    next_step = "It is shown so. History keeps what it was."
    act = _act(found, "Change what is put down", one.title, "Change it", next_step, seen=seen(one))

    def do(given: dict[str, Any]) -> object:
        return operations.change_instrument(instrument=one, **given, by=request.user)

    return act_page(request, act, form, do)


@login_required
def take_out_instrument(request: HttpRequest, board: str, instrument: int) -> HttpResponse:
    """One put down by mistake."""
    found, one = _door(request, board, instrument)
    next_step = "It is listed no longer. Give it a last day instead where the board kept an eye on it."
    act = _act(found, "Take it out", one.title, "Take it out", next_step)
    return confirm_page(request, act, lambda: operations.take_out_instrument(instrument=one, by=request.user))


@login_required
def link_item(request: HttpRequest, board: str, instrument: int) -> HttpResponse:
    """An item of one of the board’s meetings that dealt, or will deal, with it."""
    found, one = _door(request, board, instrument)
    form = ItemForm(request.POST or None, items=items_to_cite(found, request.user))
    next_step = "The item names it on the agenda, to those who see the board’s papers."
    act = _act(found, "Link an agenda item", one.title, "Link it", next_step)

    def do(given: dict[str, Any]) -> object:
        return operations.link_item(instrument=one, **given, by=request.user)

    return act_page(request, act, form, do)


@login_required
def unlink_item(request: HttpRequest, board: str, instrument: int, item: int) -> HttpResponse:
    found, one = _door(request, board, instrument)
    linked = or_404(queries.items_seen(request.user).filter(instruments=one, pk=item).first())
    act = _act(found, f"Take out {linked}", one.title, "Take it out", "The item stays on its agenda.")
    return confirm_page(request, act, lambda: operations.unlink_item(instrument=one, item=linked, by=request.user))


def _managed(request: HttpRequest, slug: str) -> Board:
    found = queries.board_of_commissioning(request.user, slug)
    check_may_set_up(request.user, found)
    return found


def _door(request: HttpRequest, slug: str, pk: int) -> tuple[Board, Instrument]:
    found = _managed(request, slug)
    return found, queries.instrument_for(found, pk)


def _act(board: Board, title: str, about: str, button: str, next_step: str, **shown: Any) -> Act:
    then = reverse("commissioning:board", args=[board.slug])
    trail = ((board.name, board.get_absolute_url()), ("Commissioning", then))
    return Act(title, about, button, next_step, "Saved.", "", then, trail=trail, **shown)
