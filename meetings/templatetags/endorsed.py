"""The decisions that endorsed an agreement, for its own page. {% endorsements agreement may_manage %}"""

from typing import Any

from django import template
from django.template.context import Context

from boards.models import Agreement
from meetings.forms.endorsement import cited
from meetings.queries.endorsement import endorsements_of

register = template.Library()


@register.inclusion_tag("meetings/_endorsements.html", takes_context=True)
def endorsements(context: Context, agreement: Agreement, may_manage: bool) -> dict[str, Any]:
    """One statement."""
    found = endorsements_of(agreement, context["request"].user)
    cites = [(one.decision, one.decision.block.item.meeting, cited(one.decision)) for one in found]
    return {"agreement": agreement, "cites": cites, "may_manage": may_manage}
