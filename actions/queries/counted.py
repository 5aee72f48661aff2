"""How many actions a list holds: late ones, silent ones, by state, and how many of their parts are done."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q

from actions.models import FINISHED, ActionQuerySet, State
from actions.queries.silence import late, silent

#: States of parts that count, and of those that are done.
_OWED = [state for state in State if state != State.NOT_NEEDED]
_DONE = [state for state in FINISHED if state != State.NOT_NEEDED]


@dataclass(frozen=True)
class LogCount:
    """``by_state``: label, value in the address, and how many; only states that there are."""

    whole: int
    late: int
    silent: int
    by_state: tuple[tuple[str, str, int], ...]
    parts_done: int
    parts: int


def counted(found: ActionQuerySet, *, on: dt.date) -> LogCount:
    """Two statements, however many actions."""
    bare = found.order_by()
    asked = {f"in_{state.value}": Count("pk", filter=Q(state=state)) for state in State}
    told = bare.aggregate(
        whole=Count("pk"), late=Count("pk", filter=late(on)), silent=Count("pk", filter=silent(on)), **asked
    )
    owed = bare.aggregate(
        asked=Count("parts", filter=Q(parts__state__in=_OWED)), done=Count("parts", filter=Q(parts__state__in=_DONE))
    )
    states = [(State(state).label, state.value, told[f"in_{state.value}"]) for state in State]
    return LogCount(
        whole=told["whole"],
        late=told["late"],
        silent=told["silent"],
        by_state=tuple(state for state in states if state[2]),
        parts_done=owed["done"],
        parts=owed["asked"],
    )
