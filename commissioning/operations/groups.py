"""Which group works to which priority."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Board
from boards.queries.groups import parent_of
from commissioning.models import Priority, PriorityGroup
from commissioning.permissions import check_may_link
from commissioning.queries.priority import priorities_to_work_to
from commissioning.rules.groups import check_can_end_link, check_can_link
from trust.tools.keeping import keep as keep_record
from trust.tools.refusal import Refused
from trust.tools.words import short_date


@transaction.atomic
def link_group(
    *, group: Board, priority: Priority, from_date: dt.date, to_date: dt.date | None = None, by: Any, on: dt.date
) -> PriorityGroup:
    """The group works to the priority from a day on. The caller offered only priorities that ``by`` may read."""
    group = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=group.pk)
    check_may_link(by, group, parent_of(group, on=group.ended_date or on))
    if priority.pk not in priorities_to_work_to(by, on=from_date).values_list("pk", flat=True):
        raise Refused(f"“{priority}” is no priority on {short_date(from_date)}. Choose another day.")
    there = PriorityGroup.objects.filter(group=group, priority=priority)
    check_can_link(group, there, from_date, to_date)
    told = {"from_date": from_date, "to_date": to_date}
    return keep_record(PriorityGroup(group=group, priority=priority, **told), by=by)


@transaction.atomic
def end_link(*, link: PriorityGroup, last_day: dt.date, why: str = "", by: Any, on: dt.date) -> PriorityGroup:
    """The group works to it no longer after this day; the days before stay."""
    found = PriorityGroup.objects.select_for_update(of=["self"]).select_related("group", "priority")
    link = found.get(pk=link.pk)
    check_may_link(by, link.group, parent_of(link.group, on=link.group.ended_date or on))
    check_can_end_link(link, last_day)
    link.to_date = last_day
    return keep_record(link, by=by, because=why)
