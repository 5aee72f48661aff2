"""Agreements on the pages of boards and partners. {% board_agreements board %} · {% partner_agreements partner %}"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from boards.models import Board, Partner
from boards.permissions import MANAGE, words_on
from boards.queries.agreements import agreements_known_to, answers_of, read_on
from boards.queries.partners import has_colleagues_at

register = template.Library()


@register.inclusion_tag("boards/_board_agreements.html", takes_context=True)
def board_agreements(context: Context, board: Board) -> dict[str, Any]:
    """What the board puts to partners, as it stands today."""
    reader, today = context["request"].user, timezone.localdate()
    found = agreements_known_to(reader, on=today).filter(board=board)
    reads = read_on(found.order_by("title", "version"), on=today)
    return {"board": board, "reads": reads, "may_add": MANAGE in words_on(reader, board)}


@register.inclusion_tag("boards/_partner_agreements.html", takes_context=True)
def partner_agreements(context: Context, partner: Partner) -> dict[str, Any]:
    """What the partner was asked to agree, and how it stands to each today."""
    reader, today = context["request"].user, timezone.localdate()
    reads_powers = context.get("may_read_history")
    if reads_powers is None:
        reads_powers = has_colleagues_at(partner, reader)
    return {"partner": partner, "answers": answers_of(partner, reader, on=today), "reads_powers": reads_powers}
