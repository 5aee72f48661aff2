"""What the public can still read that names a person whose name is withheld. {% still_named person %}"""

from typing import Any

from django import template
from django.template.context import Context

from boards.models import Person
from boards.permissions import PUBLISH
from boards.queries.access import boards_where
from meetings.queries.still_named import still_naming

register = template.Library()


@register.inclusion_tag("meetings/_still_named.html", takes_context=True)
def still_named(context: Context, person: Person) -> dict[str, Any]:
    """With the way to withdraw it, for whoever publishes for that board."""
    reader = context["request"].user
    found = still_naming(person, reader)
    own = set(boards_where(reader, PUBLISH).values_list("pk", flat=True)) if found else set()
    mine = {one.pk for one in found if one.minutes.meeting.board_id in own}
    return {"still_named": found, "somebody": person.name, "may_withdraw": mine}
