"""A task and finish group closes, and what it left open goes up to the board it was under (requirement 2.15)."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import Action
from actions.operations.handing import hand_back, hand_over
from actions.queries.handing import board_above
from actions.rules.handing import check_can_close, check_can_go_on, check_is_group
from boards.models import Board
from boards.operations.ending import carry_out_end, let_go_on
from boards.operations.network import one_at_a_time
from boards.permissions import check_may_manage
from boards.queries.groups import parent_of
from trust.tools.plain import plain_line
from trust.tools.words import the_day


@transaction.atomic
def close_group(*, group: Board, last_day: dt.date, why: str = "", by: Any, at: dt.datetime) -> list[Action]:
    """By the officers of its parent. The group is superseded after that day; who reads its record stays as it is.

    Returns what was handed up. Groups under it go under its parent.
    """
    one_at_a_time()
    group, today = Board.objects.get(pk=group.pk), the_day(at)
    check_is_group(group)
    above = board_above(group, on=min(last_day, today))
    check_may_manage(by, above or group)
    check_can_close(group, above, last_day, today)
    assert above is not None
    why = plain_line(why)
    carry_out_end(board=group, last_day=last_day, why=why, children_under=above, by=by, on=today)
    return hand_over(group, above, by=by, at=at)


@transaction.atomic
def reopen_group(*, group: Board, by: Any, at: dt.datetime) -> list[Action]:
    """The group goes on, and has back what went up from it and is still open. Returns that."""
    one_at_a_time()
    group, today = Board.objects.get(pk=group.pk), the_day(at)
    check_is_group(group)
    check_may_manage(by, board_above(group, on=today) or group)
    check_can_go_on(group, parent_of(group, on=group.ended_date or today), today)
    let_go_on(board=group, by=by, on=today)
    return hand_back(group, by=by, at=at)
