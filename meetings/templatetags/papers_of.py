"""The papers of an item, for pages elsewhere that tell of it. {% papers_of item %}"""

from typing import Any

from django import template
from django.template.context import Context

from meetings.models import AgendaItem
from meetings.queries.paper import papers_shown_to

register = template.Library()


@register.inclusion_tag("meetings/_papers_of.html", takes_context=True)
def papers_of(context: Context, item: AgendaItem | None) -> dict[str, Any]:
    """Those that this reader may read (issue 6 §2); nothing where they may not know of the item or of its meeting."""
    found = papers_shown_to(context["request"].user, item) if item else ()
    return {"meeting": item.meeting if item else None, "papers": [line for line in found if not line.is_withdrawn]}
