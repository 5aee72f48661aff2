"""A seat that goes on as another from a day on: with another owner, or as another kind of place."""

import copy
import datetime as dt
from collections.abc import Mapping
from typing import Any

from boards.models import Seat, SeatHolding, Substitute, User
from boards.rules.seat import overlaps
from trust.tools.keeping import keep

A_DAY = dt.timedelta(days=1)


def go_on_as(
    seat: Seat, changed: Mapping[str, Any], from_date: dt.date, *, why: str, why_new: str = "", by: User
) -> Seat:
    """The seat ends on the day before, and another like it but for ``changed`` begins with whoever holds or covers it.

    So meetings held before keep what the seat was. ``why_new``: the reason given of the new one, where it is another.
    """
    people: list[SeatHolding | Substitute] = [*seat.holdings.all(), *seat.substitutes.all()]
    after = copy.copy(Seat.objects.get(pk=seat.pk))
    after.pk, after._state.adding = None, True
    for name, value in changed.items():
        setattr(after, name, value)
    after.from_date = from_date
    keep(after, by=by, because=why_new or why)
    for dated in people:
        if overlaps(dated, from_date, None):
            _hand_over(dated, after, from_date, by, why)
    old = Seat.objects.get(pk=seat.pk)
    old.to_date = from_date - A_DAY
    keep(old, by=by, because=why)
    return after


def _hand_over(dated: SeatHolding | Substitute, after: Seat, from_date: dt.date, by: User, why: str) -> None:
    """Whoever holds or covers the seat goes on in the one after it; days that only begin then move there whole."""
    if not (dated.from_date and dated.from_date >= from_date):
        until, dated.to_date = dated.to_date, from_date - A_DAY
        keep(dated, by=by, because=why)
        dated.pk, dated._state.adding = None, True
        dated.from_date, dated.to_date = from_date, until
    dated.seat = after
    keep(dated, by=by, because=why)
