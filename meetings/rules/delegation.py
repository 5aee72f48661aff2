"""A power delegated by a decision: to whom, with whom, until when; and what is amiss with a use of it."""

import datetime as dt

from meetings.models import Decision, DelegationUse
from meetings.rules.outcome import Standing
from trust.tools.refusal import Refused
from trust.tools.words import short_date


def check_delegation(to: str, consulted: str, scope: str, until: dt.date | None, *, held: dt.date) -> None:
    """Somebody is named before anything is said of them; it ends after it begins."""
    if not to and (consulted or scope or until):
        raise Refused("Say to whom it is delegated.")
    if to and not scope:
        raise Refused("Say what they may decide.")
    if until is not None and until < held:
        raise Refused(f"This was decided on {short_date(held)}: the power ends on that day or after it.")


def check_has_no_uses(uses: int) -> None:
    if uses:
        raise Refused("The power has been used already. What it was stays as it is.")


def check_can_use(decision: Decision, *, on: dt.date, today: dt.date) -> None:
    """Every use is listed, also one that ought not to have been: it is marked, and not refused."""
    if not decision.delegated_to:
        raise Refused("This decision delegates nothing.")
    if on > today:
        raise Refused("The day of the use has not come yet.")


def amiss(use: DelegationUse, decision: Decision, standing: Standing, *, held: dt.date) -> tuple[str, ...]:
    """What is marked on a use, a sentence each."""
    found = []
    since = standing.since if standing.stands else None
    if use.date < (since or held):
        began = since or held
        found.append(f"Before the power was given, which was on {short_date(began)}.")
    elif since is None:
        found.append("The decision that gives the power does not stand.")
    if decision.delegated_until and use.date > decision.delegated_until:
        found.append(f"After the power ended on {short_date(decision.delegated_until)}.")
    if decision.in_consultation_with and not use.consulted:
        found.append(f"Without consulting {decision.in_consultation_with}.")
    return tuple(found)
