"""Funds on other storeys’ pages, and the number of posts in words.

{% agreement_funds agreement %}   on an agreement’s page: the funds that rest on it
{{ row.columns.posts|posts }}     1.5, 10, 0
"""

from decimal import Decimal
from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from boards.models import Agreement
from commissioning.queries.funds import pools_of
from commissioning.queries.gate import gates_of

register = template.Library()


@register.filter
def posts(number: Decimal | None) -> str:
    """Full-time equivalents without needless noughts."""
    if number is None:
        return ""
    said = f"{number:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


@register.inclusion_tag("commissioning/_agreement_funds.html", takes_context=True)
def agreement_funds(context: Context, agreement: Agreement) -> dict[str, Any]:
    """Every pool under it with its own host, as far as the reader reads their boards’ papers; and what it lacks."""
    pools = list(pools_of(agreement, context["request"].user).select_related("agreement", "board", "host"))
    gates = gates_of(pools, on=timezone.localdate())
    return {"pools": [(fund, gates[fund.pk]) for fund in pools]}
