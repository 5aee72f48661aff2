"""What may be said of what was spent."""

import datetime as dt
from collections.abc import Iterable

from commissioning.models import SpendReport
from trust.tools.refusal import Refused
from trust.tools.words import money


def check_can_report(as_of: dt.date, spent: int, forecast: int | None, *, is_withdrawn: bool, today: dt.date) -> None:
    if is_withdrawn:
        raise Refused("It was withdrawn, so nothing is spent of it.")
    if as_of > today:
        raise Refused("That day has not come yet: say what was spent up to today or before.")
    if forecast is not None and forecast < spent:
        raise Refused(f"{money(spent)} is spent already, so no less than that is forecast.")


def latest(reports: Iterable[SpendReport]) -> SpendReport | None:
    """The one that counts: of the latest day, and of that day the one recorded last."""
    return max(reports, key=lambda one: (one.as_of, one.recorded_at, one.pk), default=None)
