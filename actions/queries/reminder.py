"""What was written to whom: for the next reminder, for the person themselves, and for the officers of a board."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from actions.models import Part, ReminderLine, Request
from actions.queries.owing import Owing
from actions.rules.reminder import Said


def said_before(run: Iterable[Owing]) -> dict[tuple[int, int], Said]:
    """By person and action, what was said of it; one statement. A chase counts as having been written to alone."""
    run = list(run)
    rows = ReminderLine.objects.filter(
        person__in={owing.person for owing in run}, action__in={owing.action for owing in run}, is_left_out=False
    )
    prompts: dict[tuple[int, int], set[tuple[str, dt.date]]] = {}
    last: dict[tuple[int, int], dt.date] = {}
    for person, action, occasion, for_day, day in rows.values_list(
        "person", "action", "occasion", "for_day", "reminder__day"
    ):
        prompts.setdefault((person, action), set()).add((occasion, for_day))
        last[person, action] = max(day, last.get((person, action), day))
    return {pair: Said(frozenset(found), last[pair]) for pair, found in prompts.items()}


def in_peace(parts: Iterable[int | None], *, on: dt.date) -> set[int]:
    """Of these parts, those whose owner waits for the officers' answer, and those put off until a later day."""
    named = Part.objects.filter(pk__in=[part for part in parts if part])
    asked = Exists(Request.objects.filter(part=OuterRef("pk"), outcome=""))
    return set(named.filter(asked | Q(put_off_until__gt=on)).values_list("pk", flat=True))
