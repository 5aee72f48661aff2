"""What about allocations needs attention, each in a sentence."""

import datetime as dt
from collections.abc import Sequence

from commissioning.models import Allocation, Share
from commissioning.rules.gate import ends_within
from commissioning.rules.standing import Standing
from commissioning.rules.sums import share_told
from commissioning.rules.years import first_day
from trust.tools.words import counted, money, short_date


def start_of(allocation: Allocation) -> tuple[dt.date | None, str]:
    """As its bid says, else the first day of its year; None where neither is said. With what that day is in words."""
    if allocation.bid is not None and allocation.bid.start_date is not None:
        return allocation.bid.start_date, f"it was to start on {short_date(allocation.bid.start_date)}"
    if allocation.year is None:
        return None, ""
    begins = first_day(allocation.year)
    return begins, f"its year began on {short_date(begins)}"


def waits(allocation: Allocation, standing: Standing, *, on: dt.date) -> str:
    """It waits for partners whose money it is, or its start has passed without its standing; else ""."""
    owners = [one for one in standing.missing if one.partner]
    start, begun = start_of(allocation)
    is_late = start is not None and start <= on
    if not standing.missing or not (owners or is_late):
        return ""
    late = f", and {begun}" if is_late else ""
    first, *others = [*owners, *(one for one in standing.missing if not one.partner)]
    more = f" {counted(len(others), 'more thing is', 'more things are').capitalize()} missing." if others else ""
    return f"“{allocation.purpose}”, {money(allocation.pence)}, does not stand{late}. {first.sentence}{more}"


def waits_to_be_confirmed(allocation: Allocation, standing: Standing) -> str:
    """For the board that has to confirm it, once nothing else is missing; else ""."""
    if len(standing.missing) != 1 or allocation.confirming_board is None or allocation.confirmed_by_decision_id:
        return ""
    return (
        f"“{allocation.purpose}”, {money(allocation.pence)} from {allocation.fund}, waits for this board to confirm it."
    )


def over_unreasoned(share: Share, given: Sequence[Allocation]) -> str:
    """``given``: what counts of it. "" where it holds them, or where one of them says why not."""
    over = share_told(share.amount_pence, sum(one.pence for one in given))
    if not over or any(one.over_reason or one.over_source for one in given):
        return ""
    return f"“{share.round}”, the share of {share}: {over[0]} No reason is given, and no source of the rest."


def unbacked(given: Sequence[Allocation], year: int, *, on: dt.date) -> str:
    """What counts of one fund in a year within which its agreement ends; else ""."""
    agreement = given[0].fund.agreement
    said = ends_within(agreement, year, on=on) if agreement else ""
    if not said:
        return ""
    what = f"“{given[0].purpose}”" if len(given) == 1 else counted(len(given), "allocation")
    return f"{said} That concerns {what}, {money(sum(one.pence for one in given))} from {given[0].fund}."
