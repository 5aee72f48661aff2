"""A plan’s steps and a priority’s action plan come to their board by themselves, each once (requirements 1.8, 2.18)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from boards.models import Board
from commissioning.models import PlanItem, PlanMeeting, PlanStep, Priority, PriorityReturn
from commissioning.rules import plan as plans
from commissioning.rules.priority import due_by, return_text
from meetings.models import AgendaItem, Meeting, Purpose
from meetings.operations.arrival import lay_item
from meetings.queries.meeting import CALLED_OFF
from meetings.queries.year import purposes_of
from meetings.rules.year import first_month
from trust.tools.keeping import keep


def bring_plans(board: Board, prepared: Sequence[Meeting], by: Any) -> None:
    """The steps that a meeting of the year takes, of every plan of the board that has the year."""
    ties = list(PlanMeeting.objects.filter(plan__board=board).select_related("plan").order_by("plan", "pk"))
    if not ties:
        return
    steps = list(PlanStep.objects.filter(plan__board=board))
    there = {(one.plan_id, one.year, one.step): one for one in _items(board)}
    for meeting in prepared:
        year = plans.plan_year(meeting.date, first_month(purposes_of(board, on=meeting.date)))
        for tie in _in_course(ties):
            standing = plans.standing_in(year, (step for step in steps if step.plan_id == tie.plan_id))
            wanted = tie.yearly_meeting_id == meeting.yearly_id and plans.covers(tie.plan, year)
            if wanted and not standing.has(tie.step):
                _bring_step(tie, meeting, year, there, by=by)


def bring_priorities(board: Board, prepared: Sequence[Meeting], by: Any) -> None:
    """Each action plan on the first agenda on or after the day it is due back."""
    found = Priority.objects.filter(board=board, returns_every__isnull=False).order_by("position", "title", "pk")
    returns = PriorityReturn.objects.filter(priority__board=board).select_related("item__meeting")
    for priority in found:
        own = [one for one in returns if one.priority_id == priority.pk]
        for meeting in prepared:
            due = due_by(priority, meeting.date) if priority.holds_on(meeting.date) else None
            if due is not None:
                _bring_back(priority, due, own, meeting, by=by)


def go_along(item: AgendaItem, to: AgendaItem, by: Any) -> None:
    """Deferred to a later agenda, it is remembered there."""
    for step in PlanItem.objects.filter(item=item):
        step.item = to
        keep(step, by=by)
    for back in PriorityReturn.objects.filter(item=item):
        back.item = to
        keep(back, by=by)


def _items(board: Board) -> Sequence[PlanItem]:
    return list(PlanItem.objects.filter(plan__board=board).select_related("item__meeting"))


def _in_course(ties: Sequence[PlanMeeting]) -> list[PlanMeeting]:
    """Of one plan the outline before the plan."""
    return sorted(ties, key=lambda tie: (tie.plan_id, plans.COURSE.index(plans.Kind(tie.step))))


def _bring_step(
    tie: PlanMeeting, meeting: Meeting, year: int, there: dict[tuple[int, int, str], PlanItem], *, by: Any
) -> None:
    key = (tie.plan_id, year, tie.step)
    brought = there.get(key)
    if brought is not None and not _stands_nowhere(brought.item):
        return
    title, text = plans.item_title(tie.plan, year, tie.step), plans.ASKED[plans.Kind(tie.step)]
    item = lay_item(meeting=meeting, title=title, text=text, purpose=Purpose.DECISION, by=by)
    brought = brought or PlanItem(plan=tie.plan, year=year, step=tie.step)
    brought.item = item
    there[key] = keep(brought, by=by, because="It is on the agenda")


def _bring_back(priority: Priority, due: dt.date, own: list[PriorityReturn], meeting: Meeting, *, by: Any) -> None:
    brought = next((one for one in own if one.due_date >= due or one.item.meeting.date >= due), None)
    if brought is not None and not _stands_nowhere(brought.item):
        return
    title, text = f"Action plan: {priority.title}", return_text(priority)
    item = lay_item(meeting=meeting, title=title, text=text, purpose=Purpose.DISCUSSION, by=by)
    if brought is None:
        brought = PriorityReturn(priority=priority, due_date=due)
        own.append(brought)
    brought.item = item
    keep(brought, by=by, because="It is on the agenda")


def _stands_nowhere(item: AgendaItem) -> bool:
    """On an agenda that was called off, or deferred from one to no meeting yet."""
    return item.meeting.state in CALLED_OFF or item.state == AgendaItem.State.DEFERRED
