"""Plans: made, changed, taken a step further for a year, and tied to the board’s meetings of the year."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from boards.models import Board
from commissioning.models import Plan, PlanMeeting, PlanStep
from commissioning.permissions import check_may_set_up
from commissioning.rules import plan as rules
from commissioning.rules.priority import check_unused
from meetings.models import Decision, YearlyMeeting
from meetings.operations.arrival import lay_waiting
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused
from trust.tools.words import counted


@transaction.atomic
def add_plan(*, board: Board, by: Any, **given: Any) -> Plan:
    """``given``: title, purpose, from_date, to_date, supersedes. The plan whose place it takes ends the day before."""
    check_may_set_up(by, board)
    plan = Plan(board=Board.objects.select_for_update(no_key=True).get(pk=board.pk))
    return _written(plan, given, by=by)


@transaction.atomic
def change_plan(*, plan: Plan, by: Any, **given: Any) -> Plan:
    plan = held(plan, by)
    return _written(plan, given, by=by)


@transaction.atomic
def take_out_plan(*, plan: Plan, by: Any) -> None:
    """One that was put down by mistake: nothing was done with it yet."""
    plan = held(plan, by)
    rules.check_nothing_took_its_place(plan, plan.superseded_by.first())
    on_it = {"step": plan.steps.count(), "priority": plan.priorities.count(), "item": plan.items.count()}
    many = {"priority": "priorities", "item": "items on agendas"}
    check_unused((counted(count, one, many.get(one, "")) for one, count in on_it.items() if count), "The plan")
    for tie in plan.meetings.all():
        discard(tie, by=by)
    discard(plan, by=by)


@transaction.atomic
def take_step(
    *,
    plan: Plan,
    year: int,
    kind: str,
    date: dt.date,
    decision: Decision | None = None,
    reason: str = "",
    by: Any,
    at: dt.datetime,
    on: dt.date,
) -> PlanStep:
    """What was done with the plan for a year. The caller offered only decisions that ``by`` may read."""
    plan = held(plan, by)
    standing = rules.standing_in(year, plan.steps.all())
    rules.check_can_become(standing, kind, date=date, reason=reason, today=on)
    rules.check_can_cite(decision, date)
    told = {"date": date, "decision": decision, "reason": reason}
    return keep(PlanStep(plan=plan, year=year, kind=kind, recorded_at=at, recorded_by=by, **told), by=by)


@transaction.atomic
def take_back_step(*, step: PlanStep, reason: str, by: Any, at: dt.datetime) -> PlanStep:
    """The latest step, put down in error. It stays in the plan’s history, with why it does not count."""
    plan = held(step.plan, by)
    rules.check_can_take_back(rules.standing_in(step.year, plan.steps.all()), step)
    if not reason:
        raise Refused("Say why it does not count.")
    back = PlanStep(plan=plan, year=step.year, kind=PlanStep.Kind.TAKEN_BACK, takes_back=step, date=step.date)
    back.reason, back.recorded_at, back.recorded_by = reason, at, by
    return keep(back, by=by, because=reason)


@transaction.atomic
def tie_to_meetings(*, plan: Plan, ties: Mapping[str, YearlyMeeting | None], by: Any) -> None:
    """Which of the year’s meetings takes which step. Agendas that are being prepared get it at once."""
    plan = held(plan, by)
    there = {tie.step: tie for tie in plan.meetings.all()}
    for step, yearly in ties.items():
        tie = there.get(step)
        if yearly and yearly.board_id != plan.board_id:
            raise Refused("That meeting of the year is another board’s.")
        if tie and yearly is None:
            discard(tie, by=by)
        elif yearly and (tie is None or tie.yearly_meeting_id != yearly.pk):
            tie = tie or PlanMeeting(plan=plan, step=step)
            tie.yearly_meeting = yearly
            keep(tie, by=by)
    lay_waiting(board=plan.board, by=by)


def held(plan: Plan, by: Any) -> Plan:
    """Kept from others until the act is done."""
    found = Plan.objects.select_for_update(of=["self"]).select_related("board", "supersedes").get(pk=plan.pk)
    check_may_set_up(by, found.board)
    return found


def _written(plan: Plan, given: Mapping[str, Any], *, by: Any) -> Plan:
    for name, value in given.items():
        setattr(plan, name, value)
    namesakes = Plan.objects.filter(board=plan.board, title__iexact=plan.title).exclude(pk=plan.pk)
    if namesakes.exists():
        raise Refused(f"{plan.board} has a plan called “{plan.title}” already.")
    if plan.from_date and plan.to_date and plan.to_date < plan.from_date:
        raise Refused("The last day is before the first.")
    earlier = plan.supersedes
    rules.check_can_supersede(earlier, plan, list(earlier.superseded_by.all()) if earlier else [])
    keep(plan, by=by)
    if earlier and plan.from_date and (earlier.to_date is None or earlier.to_date >= plan.from_date):
        earlier.to_date = plan.from_date - dt.timedelta(days=1)
        keep(earlier, by=by, because=f"“{plan}” takes its place")
    lay_waiting(board=plan.board, by=by)
    return plan
