"""A priority’s action plan: milestones of its own, and actions of the one log."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import Action
from actions.operations.adding import NewAction, add_action
from commissioning.models import Milestone, Priority, PriorityAction
from commissioning.operations.priority import held
from commissioning.rules import priority as rules
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused
from trust.tools.words import counted


@transaction.atomic
def add_milestone(*, priority: Priority, by: Any, **given: Any) -> Milestone:
    """``given``: title, due_date, due_stated. It stands last."""
    priority = held(priority, by)
    last = max(priority.milestones.values_list("position", flat=True), default=-1)
    return keep(Milestone(priority=priority, position=last + 1, **given), by=by)


@transaction.atomic
def change_milestone(*, milestone: Milestone, by: Any, **given: Any) -> Milestone:
    milestone = _held(milestone, by)
    for name, value in given.items():
        setattr(milestone, name, value)
    return keep(milestone, by=by)


@transaction.atomic
def reach_milestone(*, milestone: Milestone, day: dt.date, words: str, by: Any, on: dt.date) -> Milestone:
    """On a day that was, with how it is known."""
    milestone = _held(milestone, by)
    rules.check_can_reach(milestone, day, today=on)
    milestone.reached_date, milestone.reached_words = day, words
    return keep(milestone, by=by, because="Reached")


@transaction.atomic
def drop_milestone(*, milestone: Milestone, reason: str, by: Any, on: dt.date) -> Milestone:
    milestone = _held(milestone, by)
    rules.check_is_open(milestone)
    if not reason:
        raise Refused("Say why it is dropped.")
    milestone.dropped_date, milestone.dropped_reason = on, reason
    return keep(milestone, by=by, because=reason)


@transaction.atomic
def open_milestone(*, milestone: Milestone, by: Any) -> Milestone:
    """Undo: neither reached nor dropped."""
    milestone = _held(milestone, by)
    rules.check_is_settled(milestone)
    milestone.reached_date, milestone.reached_words = None, ""
    milestone.dropped_date, milestone.dropped_reason = None, ""
    return keep(milestone, by=by, because="Taken back")


@transaction.atomic
def take_out_milestone(*, milestone: Milestone, by: Any) -> None:
    """One put down by mistake, without actions."""
    milestone = _held(milestone, by)
    count = milestone.plan_actions.count()
    if count:
        raise Refused(f"The milestone has {counted(count, 'action')}. Take these out of the plan first, or drop it.")
    discard(milestone, by=by)


@transaction.atomic
def link_action(*, priority: Priority, action: Action, milestone: Milestone | None = None, by: Any) -> PriorityAction:
    """An action of the log, of whatever board, that ``by`` knows of: the caller found it among those."""
    priority = held(priority, by)
    if milestone and milestone.priority_id != priority.pk:
        raise Refused("That milestone is another priority’s.")
    there = priority.plan_actions.filter(action=action).first()
    if there:
        raise Refused(f"{action.reference} is in this action plan already.")
    return keep(PriorityAction(priority=priority, action=action, milestone=milestone), by=by)


@transaction.atomic
def add_to_log(
    new: NewAction, *, priority: Priority, milestone: Milestone | None, by: Any, at: dt.datetime, on: dt.date
) -> PriorityAction:
    """A new action of the board, straight into its log and into this plan. A retry is no second."""
    priority = held(priority, by)
    action = add_action(new, board=priority.board, on=on, by=by, at=at)
    there = priority.plan_actions.filter(action=action).first()
    return there or link_action(priority=priority, action=action, milestone=milestone, by=by)


@transaction.atomic
def unlink_action(*, link: PriorityAction, by: Any) -> None:
    """The action stays in the log."""
    held(link.priority, by)
    discard(link, by=by, because="Out of the action plan")


def _held(milestone: Milestone, by: Any) -> Milestone:
    held(milestone.priority, by)
    return Milestone.objects.select_for_update(of=["self"]).select_related("priority__board").get(pk=milestone.pk)
