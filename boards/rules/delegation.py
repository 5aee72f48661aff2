"""When a delegated power can be ended or used, and what is amiss with a use of it (requirement 4.7)."""

import datetime as dt

from boards.models import Delegation
from trust.tools.refusal import Refused
from trust.tools.words import short_date


def check_can_end(delegation: Delegation, last_day: dt.date) -> None:
    if delegation.from_date and last_day < delegation.from_date:
        raise Refused(f"It was given on {short_date(delegation.from_date)}: it ends on that day or after it.")


def check_can_use(date: dt.date, *, today: dt.date) -> None:
    """Every use is listed, also one that ought not to have been: it is marked, and not refused."""
    if date > today:
        raise Refused("The day of the use has not come yet.")


def amiss(delegation: Delegation, date: dt.date, consulted: str | None) -> tuple[str, ...]:
    """What is marked on a use. ``consulted`` is None where it is not recorded of this kind of use."""
    found = []
    if delegation.from_date and date < delegation.from_date:
        found.append(f"Before the power was given, which was on {short_date(delegation.from_date)}.")
    if delegation.to_date and date > delegation.to_date:
        found.append(f"After the power ended on {short_date(delegation.to_date)}.")
    if delegation.in_consultation_with and consulted == "":
        found.append(f"Without consulting {delegation.in_consultation_with}.")
    return tuple(found)
