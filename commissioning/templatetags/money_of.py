"""The way to a partner's money, on its page of another storey.

{% partner_money partner %}   for those who answer for it: a link to its own statement
"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from boards.models import Partner
from boards.queries.succession import answers_for_money

register = template.Library()


@register.inclusion_tag("commissioning/_partner_money.html", takes_context=True)
def partner_money(context: Context, partner: Partner) -> dict[str, Any]:
    user = context["request"].user
    return {"partner": partner, "may_read": answers_for_money(user, partner, on=timezone.localdate())}
