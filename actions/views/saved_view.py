"""Views of the log that are kept under a name: saving one, going to it, renaming it, letting go of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms.asked import asked_for
from actions.forms.log import SaveView
from actions.models import SavedView
from actions.operations import saved_view as operations
from actions.permissions import check_may_change_view
from actions.queries.saved_view import view_for
from actions.views.acts import act_page
from boards.models import Board


@require_safe
@login_required
def saved_view(request: HttpRequest, view: int) -> HttpResponse:
    """Its address stays, whatever it is called: the log as it was cut when it was saved."""
    found = view_for(request.user, view)
    return redirect(f"{log_of(found.board)}?{found.query}{'&' if found.query else ''}view={found.pk}")


@login_required
def save_view(request: HttpRequest, board: str = "") -> HttpResponse:
    """The log as the address of this page cuts it, under a name."""
    asked = asked_for(request.user, request.GET, board, on=timezone.localdate())
    form = SaveView(request.POST or None, board=asked.board)
    query = asked.cut.query()

    def do(given: dict[str, Any]) -> SavedView:
        told = {"name": given["name"], "is_shared": given.get("is_shared", False)}
        return operations.save_view(board=asked.board, query=query, **told, by=request.user, at=timezone.now())

    back = f"{log_of(asked.board)}?{query}"
    context = {"board": asked.board, "heading": "Save this view", "back": back}
    return act_page(request, form, do, said="The view is saved.", context=context, page="actions/saved_view.html")


@login_required
def change_view(request: HttpRequest, view: int) -> HttpResponse:
    """Another name; shared, or no longer."""
    found = view_for(request.user, view)
    check_may_change_view(request.user, found)
    form = SaveView(request.POST or None, board=found.board, initial={"name": found.name, "is_shared": found.is_shared})

    def do(given: dict[str, Any]) -> SavedView:
        told = {"name": given["name"], "is_shared": given.get("is_shared", False)}
        return operations.change_view(view=found, **told, by=request.user, at=timezone.now())

    context = {"board": found.board, "heading": "Change this view", "view": found, "back": found.get_absolute_url()}
    return act_page(request, form, do, said="The view is changed.", context=context, page="actions/saved_view.html")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_view(request: HttpRequest, view: int) -> HttpResponse:
    """The list of actions stays as it is: only its name goes."""
    found = view_for(request.user, view)
    check_may_change_view(request.user, found)
    if request.method == "POST":
        operations.delete_view(view=found, by=request.user, at=timezone.now())
        messages.success(request, f"The view “{found.name}” is deleted. No action is changed by that.")
        return redirect(log_of(found.board))
    return render(request, "actions/delete_view.html", {"view": found, "board": found.board})


def log_of(board: Board | None) -> str:
    return reverse("actions:log", args=[board.slug]) if board else reverse("actions:whole_log")
