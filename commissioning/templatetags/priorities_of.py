"""Priorities on other storeys' pages.

{% group_priorities board may_link=… %}   on a group's page: the priorities it works to, within its list of facts
"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from boards.models import Board
from commissioning.queries.groups import worked_to_by

register = template.Library()


@register.inclusion_tag("commissioning/_priorities_of_group.html", takes_context=True)
def group_priorities(context: Context, board: Board, *, may_link: bool) -> dict[str, Any]:
    """Those the reader may know of. ``may_link``: whether they may say which."""
    links = worked_to_by(board, context["request"].user, on=timezone.localdate())
    return {"board": board, "links": links, "may_link": may_link}
