"""Which groups work to which priority, as far as the reader may know."""

import datetime as dt
from typing import Any

from django.db.models import Q

from boards.models import Board
from boards.queries.access import boards_known_to, boards_where
from commissioning.models import PriorityGroup
from commissioning.queries.there import or_404


def worked_to_by(group: Board, reader: Any, *, on: dt.date) -> list[PriorityGroup]:
    """What the group works to on a day or later, as far as the reader reads the papers of the priority's board."""
    found = PriorityGroup.objects.filter(group=group, priority__board__in=boards_where(reader))
    lasting = found.filter(Q(to_date=None) | Q(to_date__gte=on))
    return list(lasting.select_related("priority__board").order_by("priority__position", "priority__title"))


def link_for(group: Board, reader: Any, pk: int, *, on: dt.date) -> PriorityGroup:
    return or_404(next((link for link in worked_to_by(group, reader, on=on) if link.pk == pk), None))


def groups_on_priorities(reader: Any, *, on: dt.date) -> dict[int, list[Board]]:
    """By priority, the groups that work to it today, as far as the reader may know of them. One statement."""
    found: dict[int, list[Board]] = {}
    known = PriorityGroup.objects.held_on(on).filter(group__in=boards_known_to(reader)).select_related("group")
    for link in known:
        found.setdefault(link.priority_id, []).append(link.group)
    return found
