"""The board’s officers and chair answer what an owner asks."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from actions.forms.request import AnswerForm
from actions.operations import request as operations
from actions.permissions import check_may_keep
from actions.queries.action import action_for
from actions.queries.page import last_entry
from actions.queries.request import line_of, request_for
from actions.queries.words import read_owner_words
from actions.views.acts import act_page


def answer(request: HttpRequest, board: str, year: int, number: int, request_pk: int) -> HttpResponse:
    """Grant or refuse, with a sentence."""
    today = timezone.localdate()
    action = action_for(request.user, board, year, number, on=today)
    check_may_keep(request.user, action.kept_by)
    asked = request_for(action, request_pk)
    form = AnswerForm(request.POST or None, asked=asked, initial={"seen": last_entry(action)})

    def do(given: dict[str, Any]) -> object:
        who, is_granted = given.pop("who", ""), given.pop("granted") == "yes"
        instead = read_owner_words(who, action, on=today) if who and is_granted else ()
        operations.answer(
            request=asked, granted=is_granted, instead=instead, **given, by=request.user, at=timezone.now()
        )
        return action

    context = {"action": action, "board": action.board, "heading": "Answer", "asked": line_of(asked)}
    return act_page(
        request, form, do, said="Your answer is recorded, and the owner is told.", context=context, page=_PAGE
    )


_PAGE = "actions/answer.html"
