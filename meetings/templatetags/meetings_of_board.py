"""A board's meetings, for the board's own page. {% board_meetings board %}"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from boards.models import Board
from boards.permissions import MANAGE, MINUTE, SEE_PAPERS, words_on
from meetings.permissions import may_submit
from meetings.queries.meeting import meetings_of
from meetings.queries.recording import policy_told
from meetings.queries.submitted import waiting_count

register = template.Library()
LATEST = 6


@register.inclusion_tag("meetings/_board_meetings.html", takes_context=True)
def board_meetings(context: Context, board: Board) -> dict[str, Any]:
    """What is to come, and the latest past ones, as far as the reader may know of them. Three or four statements."""
    reader, today = context["request"].user, timezone.localdate()
    known, words = meetings_of(board, reader), words_on(reader, board)
    coming = list(known.filter(date__gte=today).order_by("date", "starts_at", "pk"))
    past = list(known.filter(date__lt=today).order_by("-date", "-pk")[: LATEST + 1])
    return {
        "board": board,
        "coming": coming,
        "past": past[:LATEST],
        "has_more": len(past) > LATEST,
        "may_call": MINUTE in words,
        "is_executive": getattr(context.get("terms"), "is_executive", False),
        "reads_papers": SEE_PAPERS in words,
        "may_manage": MANAGE in words,
        "may_submit": may_submit(reader, board, on=today),
        "submitted": waiting_count(board) if MINUTE in words else 0,
    }


@register.inclusion_tag("meetings/_recording_policy.html", takes_context=True)
def recording_policy(context: Context, board: Board) -> dict[str, Any]:
    """What the board says about recording, for whoever may know of it. {% recording_policy board %}"""
    policy = policy_told(board, on=timezone.localdate())
    return {"board": board, "policy": policy, "may_manage": context.get("may_manage", False)}
