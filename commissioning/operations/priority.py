"""Priorities: put down and changed, the outcomes they serve, and how often their action plans come back."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from boards.models import Board, Outcome
from boards.models.dated import Dated
from commissioning.models import Plan, Priority, PriorityOutcome
from commissioning.permissions import check_may_set_up
from commissioning.rules import priority as rules
from meetings.operations.arrival import lay_waiting
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date


@transaction.atomic
def add_priority(*, board: Board, by: Any, **given: Any) -> Priority:
    """``given``: title, plan, lead, lead_partner, need, from_date, to_date; last among the board’s unless placed."""
    check_may_set_up(by, board)
    last = max(board.priorities.values_list("position", flat=True), default=-1)
    return _written(Priority(board=board, position=last + 1), given, by=by)


@transaction.atomic
def change_priority(*, priority: Priority, by: Any, **given: Any) -> Priority:
    return _written(held(priority, by), given, by=by)


@transaction.atomic
def take_out_priority(*, priority: Priority, by: Any) -> None:
    """One put down by mistake: nothing stands on it yet."""
    priority = held(priority, by)
    on_it = {
        "milestone": priority.milestones.count(),
        "action": priority.plan_actions.count(),
        "group": priority.groups.count(),
        "allocation": priority.allocations.count(),
        "bid": priority.bids.count(),
        "indicator": priority.indicators.count(),
        "return": priority.returns.count(),
    }
    rules.check_unused((counted(count, one) for one, count in on_it.items() if count), "The priority")
    for link in priority.outcomes.all():
        discard(link, by=by)
    discard(priority, by=by)


@transaction.atomic
def set_returns(*, priority: Priority, every: int | None, first: dt.date | None, by: Any) -> Priority:
    """Every so many months from a day on its action plan comes back by itself; on agendas in preparation at once."""
    priority = held(priority, by)
    rules.check_returns(every, first)
    priority.returns_every, priority.returns_from = every or None, first
    keep(priority, by=by, because=f"{rules.returns_in_words(priority) or 'It does not come back by itself'}")
    lay_waiting(board=priority.board, by=by)
    return priority


@transaction.atomic
def serve_outcome(
    *, priority: Priority, outcome: Outcome, from_date: dt.date | None, to_date: dt.date | None = None, by: Any
) -> PriorityOutcome:
    """From a day on; twice on the same days is refused."""
    priority = held(priority, by)
    _check_in_order(from_date, to_date)
    link = PriorityOutcome(priority=priority, outcome=outcome, from_date=from_date, to_date=to_date)
    for other in priority.outcomes.filter(outcome=outcome):
        if _overlaps(other, from_date, to_date):
            raise Refused(f"“{outcome}” is served on some of those days already.")
    return keep(link, by=by)


@transaction.atomic
def end_outcome(*, link: PriorityOutcome, last_day: dt.date, why: str = "", by: Any) -> PriorityOutcome:
    """It serves the outcome no longer after this day; the days before stay."""
    held(link.priority, by)
    if link.from_date and last_day < link.from_date:
        raise Refused(f"It begins on {short_date(link.from_date)}: its last day cannot be before.")
    link.to_date = last_day
    return keep(link, by=by, because=why)


def held(priority: Priority, by: Any) -> Priority:
    """Kept from others until the act is done."""
    found = Priority.objects.select_for_update(of=["self"]).select_related("board", "plan").get(pk=priority.pk)
    check_may_set_up(by, found.board)
    return found


def _written(priority: Priority, given: Mapping[str, Any], *, by: Any) -> Priority:
    for name, value in given.items():
        setattr(priority, name, value)
    _check_in_order(priority.from_date, priority.to_date)
    plan: Plan | None = priority.plan
    if plan and plan.board_id != priority.board_id:
        raise Refused(f"“{plan}” is a plan of another board. Choose one of {priority.board}, or none.")
    namesakes = Priority.objects.filter(board=priority.board, title__iexact=priority.title).exclude(pk=priority.pk)
    if any(_overlaps(other, priority.from_date, priority.to_date) for other in namesakes):
        raise Refused(f"{priority.board} puts “{priority.title}” first on some of those days already.")
    return keep(priority, by=by)


def _check_in_order(first: dt.date | None, last: dt.date | None) -> None:
    if first and last and last < first:
        raise Refused("The last day is before the first.")


def _overlaps(link: Dated, first: dt.date | None, last: dt.date | None) -> bool:
    begins, ends = link.from_date or dt.date.min, link.to_date or dt.date.max
    return begins <= (last or dt.date.max) and (first or dt.date.min) <= ends
