"""What owners ask of a board, on the pages of those who answer.

{% requests_waiting board %}     on a board’s page and its log
{% requests_of action %}         on the action’s own page
"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from actions.models import Action
from actions.permissions import KEEPS
from actions.queries.request import RequestLine
from actions.queries.request import requests_waiting as waiting
from boards.models import Board
from boards.permissions import words_on

register = template.Library()


@register.inclusion_tag("actions/_requests.html", takes_context=True)
def requests_waiting(context: Context, board: Board) -> dict[str, Any]:
    """Nothing for anybody who may not answer."""
    return {"lines": _lines(context, board)}


@register.inclusion_tag("actions/_requests.html", takes_context=True)
def requests_of(context: Context, action: Action) -> dict[str, Any]:
    return {"lines": [line for line in _lines(context, action.kept_by) if line.action.pk == action.pk]}


def _lines(context: Context, board: Board) -> list[RequestLine]:
    reader = context["request"].user
    if not words_on(reader, board).intersection(KEEPS):
        return []
    return waiting(reader, on=timezone.localdate(), board=board)
