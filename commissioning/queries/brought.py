"""What an agenda says of a plan’s step or an action plan that came on it: how it stands now, and where it is read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from commissioning.models import Instrument, PlanItem, Priority, PriorityReturn
from commissioning.queries.instrument import instruments_told
from commissioning.queries.plan import plans_seen_by
from commissioning.queries.priority import lines_of, priorities_seen_by
from commissioning.rules import plan as rules
from meetings.models import AgendaItem, Meeting
from meetings.queries.arrived import Said


def brought_told(
    meeting: Meeting, items: Sequence[AgendaItem], reader: Any, on: dt.date
) -> Mapping[int, Sequence[Said]]:
    """By item; to those who read the papers of the board whose plan it is. Three statements where nothing came."""
    found: dict[int, list[Said]] = defaultdict(list)
    brought = PlanItem.objects.filter(item__in=items, plan__in=plans_seen_by(reader))
    for one in brought.select_related("plan").prefetch_related("plan__steps"):
        standing = rules.standing_in(one.year, one.plan.steps.all())
        found[one.item_id].append((rules.in_words(standing), one.plan.get_absolute_url()))
    for key, watched in instruments_told(items, reader).items():
        found[key] += [(f"Keeps an eye on: {one.title}", _place(one)) for one in watched]
    returns = PriorityReturn.objects.filter(item__in=items, priority__in=priorities_seen_by(reader))
    by_priority = {one.priority_id: one.item_id for one in returns}
    if by_priority:
        for line in lines_of(Priority.objects.filter(pk__in=by_priority), reader, on=on):
            said = f"The action plan: {line.in_words[:1].lower()}{line.in_words[1:]}"
            found[by_priority[line.priority.pk]].append((said, line.priority.get_absolute_url()))
    return found


def _place(instrument: Instrument) -> str:
    at = reverse("commissioning:board", args=[instrument.board.slug])
    return f"{at}#instrument-{instrument.pk}"
