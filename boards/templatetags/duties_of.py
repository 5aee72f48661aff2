"""{% board_duties board %} · {% board_submissions board %} · {% partner_accountabilities partner %}"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from boards.models import Board, Partner
from boards.permissions import MANAGE, keeps_register, words_on
from boards.queries.accountability import accountabilities_of
from boards.queries.duty import duties_met_by
from boards.queries.submission import submissions_of_board

register = template.Library()


@register.inclusion_tag("boards/_board_duties.html", takes_context=True)
def board_duties(context: Context, board: Board) -> dict[str, Any]:
    """The duties that the board meets today."""
    return {"arrangements": duties_met_by(board, context["request"].user, on=timezone.localdate())}


@register.inclusion_tag("boards/_board_submissions.html", takes_context=True)
def board_submissions(context: Context, board: Board) -> dict[str, Any]:
    """How many bids and letters it sent, and which have an issue that nobody has answered."""
    reader = context["request"].user
    found = submissions_of_board(reader, board)
    waits = [one for one in found if one.unanswered]
    may_add = MANAGE in words_on(reader, board)
    return {"board": board, "how_many": len(found), "waits": waits, "may_add": may_add}


@register.inclusion_tag("boards/_partner_accountabilities.html", takes_context=True)
def partner_accountabilities(context: Context, partner: Partner) -> dict[str, Any]:
    """To whom its staff answer today, by function."""
    reader, today = context["request"].user, timezone.localdate()
    lines = accountabilities_of(partner, reader, on=today)
    return {"partner": partner, "lines": lines, "keeps": keeps_register(reader, on=today)}
