"""Steps of plans whose meeting passed without them, and action plans that are late back: they need attention."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator

from boards.models import Board
from boards.rules.attention import Finding, Kind
from commissioning.models import Milestone, PlanMeeting, PlanStep, Priority, PriorityReturn
from commissioning.rules import plan as rules
from commissioning.rules.priority import due_by
from commissioning.rules.years import financial_year, year_of
from meetings.models import Meeting, YearlyMeeting
from meetings.rules.year import first_month
from trust.tools.words import number, short_date

#: An action plan that is due is waited for so long before it is said: until the agenda of the next meeting is made.
PATIENCE = dt.timedelta(days=31)


def plans_noticed(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """Of this financial year and the last. Four statements."""
    by_key = {board.pk: board for board in boards}
    tied = PlanMeeting.objects.filter(plan__board__in=by_key, plan__superseded_by=None)
    ties = list(tied.select_related("plan", "yearly_meeting").order_by("plan", "pk"))
    if not ties:
        return
    steps: dict[int, list[PlanStep]] = defaultdict(list)
    for step in PlanStep.objects.filter(plan__in={tie.plan_id for tie in ties}):
        steps[step.plan_id].append(step)
    purposes = _purposes(by_key)
    meetings = list(_meetings_before(by_key, on))
    for tie in ties:
        months = purposes[tie.plan.board_id]
        for year in (year_of(on) - 1, year_of(on)):
            standing = rules.standing_in(year, steps[tie.plan_id])
            if not rules.covers(tie.plan, year) or standing.has(tie.step):
                continue
            of_year = [one for one in meetings if one.yearly_id == tie.yearly_meeting_id and _year(one, months) == year]
            if said := _missed(tie, standing, of_year):
                yield Finding(by_key[tie.plan.board_id], Kind.PLAN, said, tie.plan.get_absolute_url())


def _purposes(boards: Collection[int]) -> dict[int, list[YearlyMeeting]]:
    found: dict[int, list[YearlyMeeting]] = defaultdict(list)
    for one in YearlyMeeting.objects.filter(board__in=boards).order_by("position", "pk"):
        found[one.board_id].append(one)
    return found


def _meetings_before(boards: Collection[int], on: dt.date) -> Iterator[Meeting]:
    """Those for a purpose of the year in the last two years and before the day; soonest first."""
    held = Meeting.objects.not_cancelled().filter(board__in=boards, yearly__isnull=False)
    yield from held.filter(date__lt=on, date__gte=on - dt.timedelta(days=3 * 366)).order_by("date", "pk")


def _year(meeting: Meeting, purposes: list[YearlyMeeting]) -> int:
    then = [one for one in purposes if one.ended_date is None or one.ended_date > meeting.date]
    return rules.plan_year(meeting.date, first_month(then))


def _missed(tie: PlanMeeting, standing: rules.YearStanding, meetings: list[Meeting]) -> str:
    """“Plan for children”: for 2026/27 it is to be agreed. The meeting on 3 June 2026 passed without it."""
    if not meetings:
        return ""
    what = rules.TO_BE[rules.Kind(tie.step)]
    said = f"“{tie.plan}”: for {financial_year(standing.year)} {what}. "
    held = f" It is on hold: {standing.held.reason.rstrip('.')}." if standing.held else ""
    return f"{said}The meeting on {short_date(meetings[-1].date)} passed without it.{held}"


def priorities_noticed(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """Action plans that were due back and are on no agenda, and milestones whose day has passed. Three statements."""
    by_key = {board.pk: board for board in boards}
    back: dict[int, list[PriorityReturn]] = defaultdict(list)
    returns = PriorityReturn.objects.filter(priority__board__in=by_key).select_related("item__meeting")
    for one in returns:
        back[one.priority_id].append(one)
    late: dict[int, int] = defaultdict(int)
    open_ones = Milestone.objects.filter(priority__board__in=by_key, reached_date=None, dropped_date=None)
    for key in open_ones.filter(due_date__lt=on).values_list("priority", flat=True):
        late[key] += 1
    for priority in Priority.objects.held_on(on).filter(board__in=by_key).order_by("position", "title"):
        told = [_overdue(priority, back[priority.pk], on), _late(late[priority.pk])]
        for said in filter(None, told):
            at = priority.get_absolute_url()
            yield Finding(by_key[priority.board_id], Kind.PRIORITY, f"“{priority.title}”: {said}", at)


def _overdue(priority: Priority, returns: list[PriorityReturn], on: dt.date) -> str:
    due = due_by(priority, on - PATIENCE)
    if due is None or any(one.due_date >= due or one.item.meeting.date >= due for one in returns):
        return ""
    return f"its action plan was to come back by {short_date(due)}, and is on no agenda."


def _late(count: int) -> str:
    if not count:
        return ""
    return f"{number(count)} of its milestones {'is' if count == 1 else 'are'} late."
