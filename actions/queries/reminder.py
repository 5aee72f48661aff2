"""What was written to whom: for the next reminder, for the person themselves, and for the officers of a board."""

import datetime as dt
from collections.abc import Iterable

from actions.models import ReminderLine, Request
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


def asking(parts: Iterable[int | None]) -> set[int]:
    """Of these parts, those whose owner asked for more time, or to be let go, and waits for the officers' answer."""
    return set(
        Request.objects.filter(part__in=[part for part in parts if part], outcome="").values_list("part", flat=True)
    )
