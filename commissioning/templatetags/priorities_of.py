"""Priorities on other storeys' pages.

{% group_priorities board may_link=… %}   on a group's page: the priorities it works to, within its list of facts
{% board_commissioning board %}              on a board's page: its plans in force, and the way to the rest
{% action_priorities action %}                on an action's page: the priorities whose action plan it is in
"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from actions.models import Action
from boards.models import Board
from boards.permissions import SEE_PAPERS, words_on
from commissioning.queries.groups import worked_to_by
from commissioning.queries.priority_page import priorities_of_action

register = template.Library()


@register.inclusion_tag("commissioning/_priorities_of_group.html", takes_context=True)
def group_priorities(context: Context, board: Board, *, may_link: bool) -> dict[str, Any]:
    """Those the reader may know of. ``may_link``: whether they may say which."""
    links = worked_to_by(board, context["request"].user, on=timezone.localdate())
    return {"board": board, "links": links, "may_link": may_link}


@register.inclusion_tag("commissioning/_board_commissioning.html", takes_context=True)
def board_commissioning(context: Context, board: Board) -> dict[str, Any]:
    """For those who see the board’s papers. Three statements."""
    if SEE_PAPERS not in words_on(context["request"].user, board):
        return {}
    today = timezone.localdate()
    return {
        "reads": True,
        "board": board,
        "plans": [plan for plan in board.plans.all() if plan.holds_on(today)],
        "priorities": board.priorities.exclude(to_date__lt=today).count(),
        "instruments": board.instruments.exclude(to_date__lt=today).count(),
    }


@register.inclusion_tag("commissioning/_priorities_of_action.html", takes_context=True)
def action_priorities(context: Context, action: Action) -> dict[str, Any]:
    """On an action’s page: the priorities whose action plan it is in."""
    return {"priorities": priorities_of_action(action, context["request"].user)}
