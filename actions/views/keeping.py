"""What officers and chair do with an action: close it, drop it, open it again, change when and who."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from actions.forms.action import CloseForm, DueForm, OwnersForm, ReasonForm, SeenForm
from actions.models import Action
from actions.operations import changing, settling
from actions.permissions import check_may_keep
from actions.queries.action import action_for
from actions.queries.page import last_entry
from actions.queries.words import read_due_words, read_owner_words
from actions.views.acts import act_page

Door = tuple[HttpRequest, str, int, int]


def close(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    return _keep((request, board, year, number), CloseForm, settling.close_action, "Close", "The action is closed.")


def drop(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    said = "The action is no longer needed."
    return _keep((request, board, year, number), ReasonForm, settling.drop_action, "Drop as no longer needed", said)


def reopen(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    return _keep(
        (request, board, year, number), ReasonForm, settling.reopen_action, "Reopen", "The action is open again."
    )


def change_due(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    def do(*, action: Action, when: str, **given: Any) -> Action:
        due, meeting = read_due_words(when, action, on=timezone.localdate())
        return changing.change_due(action=action, due=due, meeting=meeting, **given)

    return _keep((request, board, year, number), DueForm, do, "Change when it is due", "The due date is changed.")


def change_owners(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    def do(*, action: Action, who: str, outside: bool, **given: Any) -> Action:
        owners = read_owner_words(who, action, on=timezone.localdate(), outside=outside)
        return changing.change_owners(action=action, owners=owners, **given)

    return _keep((request, board, year, number), OwnersForm, do, "Change who owes it", "The owners are changed.")


def _keep(door: Door, form_of: type[SeenForm], do: Callable[..., Action], heading: str, said: str) -> HttpResponse:
    """The form of one act, on an action this reader may keep."""
    request, board, year, number = door
    action = action_for(request.user, board, year, number, on=timezone.localdate())
    check_may_keep(request.user, action.kept_by)
    form = form_of(request.POST or None, initial={"seen": last_entry(action)})
    return act_page(
        request,
        form,
        lambda given: do(action=action, **given, by=request.user, at=timezone.now()),
        said=said,
        context={"action": action, "board": action.board, "heading": heading},
    )
