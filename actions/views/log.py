"""What the reader owes over all boards; an action added by hand."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actions.forms.action import AddForm
from actions.operations.adding import NewAction, add_action
from actions.permissions import check_may_add
from actions.queries.log import board_of_log
from actions.queries.mine import owed_by
from actions.queries.words import read_due_on, read_owners_on
from actions.views.acts import act_page


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
