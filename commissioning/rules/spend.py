"""What may be said of what was spent."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from commissioning.models import SpendReport
from trust.tools.refusal import Refused
from trust.tools.words import listing, money, short_date


def check_can_report(as_of: dt.date, spent: int, forecast: int | None, *, is_withdrawn: bool, today: dt.date) -> None:
    if is_withdrawn:
        raise Refused("It was withdrawn, so nothing is spent of it.")
    if as_of > today:
        raise Refused("That day has not come yet: say what was spent up to today or before.")
    if forecast is not None and forecast < spent:
        raise Refused(f"{money(spent)} is spent already, so no less than that is forecast.")


def check_says_more(before: SpendReport | None, said: Mapping[str, Any]) -> None:
    """What is reported again word by word was sent twice."""
    if before is not None and all(getattr(before, name) == value for name, value in said.items()):
        raise Refused(f"This is reported already, as of {short_date(before.as_of)}. Nothing is put down twice.")


def latest(reports: Iterable[SpendReport]) -> SpendReport | None:
    """The one that counts: of the latest day, and of that day the one recorded last."""
    return max(reports, key=lambda one: (one.as_of, one.recorded_at, one.pk), default=None)


def follows_told(partner: str, ended: dt.date, successors: Sequence[str]) -> str:
    """Who reports on it once the partner that spends it has ended; where nothing followed, whom to ask."""
    if successors:
        reports = "reports" if len(successors) == 1 else "report"
        took = f"{listing(successors)} took its place and {reports} for it."
        return f"{partner} ended on {short_date(ended)}. {took}"
    ask = "Ask those who keep the partnership’s register what did; until then the officers report from a paper."
    return f"{partner} ended on {short_date(ended)}, and nothing is put down as taking its place. {ask}"
