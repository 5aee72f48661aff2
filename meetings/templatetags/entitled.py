"""Items as a reader may know of them, where a page has their ``sight``. {% if item|seen_with:sight %}"""

from django import template

from meetings.models import AgendaItem
from meetings.rules.edition import Sight

register = template.Library()


@register.filter
def seen_with(item: AgendaItem | None, sight: Sight) -> bool:
    """True where there is no item; without ``sight`` nothing closed is seen."""
    return item is None or (sight or Sight()).sees(item)
