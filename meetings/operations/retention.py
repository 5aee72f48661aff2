"""Retention rules set and adopted, holds set and lifted. What they lead to is done in ``disposing``."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_manage, check_may_publish
from meetings.models import Hold, Meeting, RetentionRule
from meetings.queries.retention import rule_in_force
from meetings.rules import retention as rules
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused

DAY = dt.timedelta(days=1)


@transaction.atomic
def set_rule(
    *, board: Board, kind: str, keep_for: str, years: int | None, since: str, source: str, from_date: dt.date,
    by: Any, on: dt.date,
) -> RetentionRule:  # fmt: skip
    """A rule from a day on; the one before it ends the day before, and stays in its history. One that began today is
    put right in its place."""
    board = _held(board, by)
    source = plain(source).strip()
    years, since = (years, since) if keep_for == rules.Keep.YEARS else (None, "")
    rules.check_can_be_kept_so(kind, keep_for, years, since, source=source)
    earlier = rule_in_force(board, kind, on=on)
    rules.check_begins_after(earlier, from_date, on=on)
    rule, because = RetentionRule(board=board, kind=kind, from_date=from_date), ""
    if earlier is not None and earlier.from_date == from_date:
        rule, because = earlier, "Put right on the day it began"
    elif earlier is not None:
        earlier.to_date = from_date - DAY
        keep(earlier, by=by, because="Another rule follows it")
    rule.keep, rule.years, rule.since, rule.source = keep_for, years, since, source
    return keep(rule, by=by, because=because)


@transaction.atomic
def adopt_standard(*, board: Board, by: Any, on: dt.date) -> list[RetentionRule]:
    """The standard rule for every class that has none; rules that the board has set stay as they are."""
    board = _held(board, by)
    without = [kind for kind in rules.STANDARD if rule_in_force(board, kind, on=on) is None]
    if not without:
        raise Refused("Every class of record has its rule already.")
    made = []
    for kind in without:
        its = rules.STANDARD[kind]
        put = {"keep": its.keep, "years": its.years, "since": its.since, "source": its.source, "from_date": on}
        made.append(keep(RetentionRule(board=board, kind=kind, **put), by=by, because="The standard rules are adopted"))
    return made


@transaction.atomic
def set_hold(*, board: Board, meeting: Meeting | None, kind: str, reason: str, by: Any, at: dt.datetime) -> Hold:
    """Nothing of it can be signed off for disposal while the hold stands."""
    check_may_publish(by, board)
    reason = plain(reason).strip()
    if not reason:
        raise Refused("Say what is open: a request, a dispute, an inquiry.")
    if meeting is not None and meeting.board_id != board.pk:
        raise Refused("That is a meeting of another board.")
    return keep(Hold(board=board, meeting=meeting, kind=kind, reason=reason, set_at=at, set_by=by), by=by)


@transaction.atomic
def lift_hold(*, hold: Hold, reason: str, by: Any, at: dt.datetime) -> Hold:
    hold = Hold.objects.select_for_update(of=["self"]).select_related("board").get(pk=hold.pk)
    check_may_publish(by, hold.board)
    rules.check_may_be_lifted(hold)
    reason = plain(reason).strip()
    if not reason:
        raise Refused("Say why it is lifted.")
    hold.lifted_at, hold.lifted_by, hold.lifted_reason = at, by, reason
    return keep(hold, by=by, because=reason)


def _held(board: Board, by: Any) -> Board:
    """Locked, so that two officers do not set two rules for one class."""
    check_may_manage(by, board)
    return Board.objects.select_for_update(of=["self"]).get(pk=board.pk)
