"""The way to a partner's money, on its page of another storey.

{% partner_money partner %}   for those who answer for it: a link to its own statement
"""

from typing import Any

from django import template
from django.template.context import Context

from boards.models import Partner
from boards.permissions import may_answer_for

register = template.Library()


@register.inclusion_tag("commissioning/_partner_money.html", takes_context=True)
def partner_money(context: Context, partner: Partner) -> dict[str, Any]:
    return {"partner": partner, "may_read": may_answer_for(context["request"].user, partner)}
