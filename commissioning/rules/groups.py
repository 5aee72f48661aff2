"""When a group can be said to work to a priority (requirement 2.15)."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Board
from boards.rules.seat import check_in_order, overlaps
from commissioning.models import PriorityGroup
from trust.tools.refusal import Refused
from trust.tools.words import short_date


def check_can_link(group: Board, there: Iterable[PriorityGroup], from_date: dt.date, to_date: dt.date | None) -> None:
    """``there``: how it is linked to the same priority already."""
    if group.kind != Board.Kind.TASK_GROUP:
        raise Refused(f"{group} is not a task and finish group.")
    check_in_order(from_date, to_date)
    if group.founded_date and from_date < group.founded_date:
        raise Refused(f"{group} began on {short_date(group.founded_date)}. Choose that day or a later one.")
    if group.ended_date and from_date > group.ended_date:
        raise Refused(f"{group} closed on {short_date(group.ended_date)}. Choose that day or an earlier one.")
    if any(overlaps(link, from_date, to_date) for link in there):
        raise Refused(f"{group} works to this priority on some of those days already.")


def check_can_end_link(link: PriorityGroup, last_day: dt.date) -> None:
    if link.from_date and last_day < link.from_date:
        raise Refused(f"It begins on {short_date(link.from_date)}: its last day cannot be before.")
