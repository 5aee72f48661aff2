"""Duties, submissions and accountabilities on the pages of boards and partners.

{% board_duties board %} · {% partner_accountabilities partner keeps=… %}
{% board_submissions board is_own=… may_add=… %}
"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from boards.models import Board, Partner
from boards.queries.accountability import accountabilities_of
from boards.queries.duty import duties_met_by
from boards.queries.submission import submissions_of_board

register = template.Library()


@register.inclusion_tag("boards/_board_duties.html", takes_context=True)
def board_duties(context: Context, board: Board) -> dict[str, Any]:
    """The duties that the board meets today."""
    return {"arrangements": duties_met_by(board, context["request"].user, on=timezone.localdate())}


@register.inclusion_tag("boards/_board_submissions.html")
def board_submissions(board: Board, *, is_own: bool, may_add: bool) -> dict[str, Any]:
    """How many bids and letters it sent, and which have an issue that nobody has answered."""
    found = submissions_of_board(board, is_own=is_own)
    waits = [one for one in found if one.unanswered]
    return {"board": board, "how_many": len(found), "waits": waits, "may_add": may_add}


@register.inclusion_tag("boards/_partner_accountabilities.html", takes_context=True)
def partner_accountabilities(context: Context, partner: Partner, *, keeps: bool) -> dict[str, Any]:
    """To whom its staff answer today, by function. ``keeps``: for those who keep the register."""
    lines = accountabilities_of(partner, context["request"].user, on=timezone.localdate())
    return {"partner": partner, "lines": lines, "keeps": keeps}
