"""An action’s links: cited at items and decisions, joined to another that says the same, moved to the forward plan."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from actions.forms.action import ReasonForm
from actions.forms.links import CiteForm, JoinForm, MoveForm
from actions.models import Action
from actions.operations import joining, linking
from actions.permissions import check_may_keep
from actions.queries.action import action_for
from actions.queries.lines import one_line
from actions.queries.links import action_called, decisions_to_cite, items_to_cite
from actions.queries.page import last_entry
from actions.rules.action import Incomplete
from actions.views.acts import act_page


def _door(request: HttpRequest, board: str, year: int, number: int) -> Action:
    action = action_for(request.user, board, year, number, on=timezone.localdate())
    check_may_keep(request.user, action.kept_by)
    return action


def _context(action: Action, heading: str) -> dict[str, Any]:
    return {"action": action, "board": action.board, "heading": heading}


def cite(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    """At a further item, or with a decision."""
    action = _door(request, board, year, number)
    on_board, reader = action.kept_by, request.user
    form = CiteForm(
        request.POST or None,
        items=items_to_cite(on_board, reader),
        decisions=decisions_to_cite(on_board, reader),
    )

    def do(given: dict[str, Any]) -> Action:
        return linking.cite_action(action=action, **given, by=request.user, at=timezone.now())

    context = _context(action, "Link it to an item or a decision")
    return act_page(request, form, do, said="The action is linked.", context=context)


@require_POST
def remove_link(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    action = _door(request, board, year, number)
    given = {name: _key(request.POST.get(name, "")) for name in ("item", "decision")}
    linking.remove_link(action=action, **given, by=request.user, at=timezone.now())
    messages.success(request, "The link is removed. The action stays.")
    return redirect(action)


def _key(sent: str) -> int | None:
    return int(sent) if sent.isdecimal() and len(sent) < 19 else None


def join(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    """The same action said twice: this reference points on, the other goes on."""
    action = _door(request, board, year, number)

    def do(given: dict[str, Any]) -> Action:
        other = action_called(request.user, *given["other"], on=timezone.localdate())
        if other is None:
            raise Incomplete("No action that you may know of has this reference.")
        return joining.join_actions(action=action, to=other, by=request.user, at=timezone.now())

    context = _context(action, "Say that it is the same as another")
    return act_page(request, JoinForm(request.POST or None), do, said="The two are one action now.", context=context)


def part(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    """An action of its own again."""
    action = _door(request, board, year, number)

    def do(given: dict[str, Any]) -> Action:
        return joining.part_actions(action=action, reason=given["reason"], by=request.user, at=timezone.now())

    form = ReasonForm(request.POST or None, initial={"seen": 0})
    said, context = "It is an action of its own again.", _context(action, "Make it an action of its own again")
    return act_page(request, form, do, said=said, context=context)


def move(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    """Closed by moving it to the forward plan, which points back."""
    action = _door(request, board, year, number)
    initial = {"seen": last_entry(action), "key": uuid.uuid4(), "title": one_line(action.text)[:300]}
    form = MoveForm(request.POST or None, initial=initial)

    def do(given: dict[str, Any]) -> Action:
        entry = {"title": given["title"], "month": given["month"]}
        told = {name: given[name] for name in ("reason", "key", "seen")}
        linking.move_to_plan(action=action, given=entry, **told, by=request.user, at=timezone.now())
        return action

    context = _context(action, "Move it to the forward plan")
    return act_page(request, form, do, said="The action is closed, and is on the forward plan.", context=context)
