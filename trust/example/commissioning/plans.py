"""The Trust Board's plan: five priorities with their action plans, a plan on hold, and one overdue to come back."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from actions.operations.adding import NewAction
from actions.queries.words import read_due_on, read_owners_on
from boards.models import Board, Outcome, Partner
from commissioning.models import Fund, Plan, PlanStep, Priority
from commissioning.operations.action_plan import add_milestone, add_to_log, drop_milestone, reach_milestone
from commissioning.operations.instrument import add_instrument, link_item
from commissioning.operations.plan import add_plan, take_step, tie_to_meetings
from commissioning.operations.priority import add_priority, serve_outcome, set_returns
from commissioning.queries.plan import decisions_to_cite
from commissioning.rules.plan import plan_year
from meetings.models import AgendaItem, Decision, Meeting
from trust.example.cast import EG, TB
from trust.example.county.days import WEEK
from trust.example.meetings import clerk

Kind = PlanStep.Kind


@dataclass(frozen=True)
class First:
    """A priority; its ``marks`` are milestones, each due so many weeks from today, and reached where it says so."""

    title: str
    lead: str
    partner: str
    need: str
    marks: tuple[tuple[str, int, str], ...]
    action: str
    owner: str


FIVE = (
    First(
        "Learning outside school",
        "Head of Inclusion",
        "Council",
        "Ninety-one children were out of school for more than ten days last year.",
        (("A place within six days of leaving a school", -3, ""), ("A reviewed offer in each district", 18, "")),
        "Agree with heads who takes the first call",
        "Rhiannon Vale",
    ),
    First(
        "Feeding babies well",
        "Head of Midwifery",
        "Health Trust",
        "Fewer than four in ten babies are breastfed at six weeks in Tarnside.",
        (("Peer supporters trained", -8, "Forty finished the course"), ("A welcome in every café on the quay", 12, "")),
        "Find rooms for the supporters’ drop-in",
        "Joss Lindqvist",
    ),
    First(
        "Young people and alcohol, county-wide",
        "Superintendent, Partnerships",
        "Police",
        "One in five of those asked drinks every week at fourteen.",
        (("A named worker in each district", 8, ""), ("Test purchases twice a year", -1, "dropped")),
        "Share the figures of the summer with the districts",
        "Imogen Prett",
    ),
    First(
        "A team around each family",
        "Manager, Early Help",
        "Council",
        "Families told their story to seven agencies before one of them acted.",
        (("One form for all agencies", -20, "In use since the spring"), ("Lead workers trained", 6, "")),
        "Name a lead worker for each school cluster",
        "Tomos Beynon",
    ),
    First(
        "Children the Council looks after",
        "Head of Corporate Parenting",
        "Council",
        "Every third child in care moved twice in a year.",
        (("A health check within a month", 10, ""),),
        "Report on moves between placements",
        "Rhiannon Vale",
    ),
)
RESOURCES = "What each partner puts in is as its own letter says; £162,000 of it from the grant."
HELD_FOR = "The inspection of the autumn takes the time of those who write it."


def plan_the_years(*, at: dt.datetime) -> None:
    """Agreed at the first meeting of the year, and on the agenda of the second by itself."""
    board, on = Board.objects.get(name=TB), timezone.localdate(at)
    first = board.meetings.filter(yearly__isnull=False).order_by("date").first()
    if first is None:
        return
    year = plan_year(first.date, first.date.month)
    plan = _plan(board, "Children and young people’s commissioning plan", year - 1)
    taken = ("agreed", "reviewed", "signed_off")
    purposes = dict(zip(taken, board.yearly_meetings.all(), strict=False))
    _take_steps(plan, first, year, at)
    tie_to_meetings(plan=plan, ties=purposes, by=clerk())
    held = _plan(board, "Information sharing plan", year)
    _step(held, year, Kind.OUTLINE, on - 9 * WEEK, at)
    _step(held, year, Kind.HELD, on - 6 * WEEK, at, HELD_FOR)
    for given in FIVE:
        _put_first(board, plan, given, on, at)
    _watch(board)
    _come_back_late(on)


def _plan(board: Board, title: str, year: int) -> Plan:
    days = {"from_date": dt.date(year, 4, 1), "to_date": dt.date(year + 3, 3, 31)}
    return add_plan(board=board, title=title, purpose="", supersedes=None, by=clerk(), **days)


def _take_steps(plan: Plan, first: Meeting, year: int, at: dt.datetime) -> None:
    """Last year from beginning to end; this year as far as the first meeting."""
    day = first.date
    for kind, weeks in ((Kind.AGREED, 50), (Kind.REVIEWED, 30), (Kind.SIGNED_OFF, 14)):
        _step(plan, year - 1, kind, day - weeks * WEEK, at)
    _step(plan, year, Kind.OUTLINE, day - 12 * WEEK, at, "Five priorities, each with an action plan of its own.")
    _step(plan, year, Kind.HELD, day - 10 * WEEK, at, "The inspection came first.")
    _step(plan, year, Kind.RESUMED, day - 4 * WEEK, at)
    decision = decisions_to_cite(plan.board, clerk(), on=day).filter(block__item__meeting=first).first()
    _step(plan, year, Kind.AGREED, day, at, RESOURCES, decision)


def _step(
    plan: Plan, year: int, kind: str, day: dt.date, at: dt.datetime, reason: str = "", cited: Decision | None = None
) -> None:
    told: dict[str, Any] = {"year": year, "kind": kind, "date": day, "reason": reason, "decision": cited}
    take_step(plan=plan, **told, by=clerk(), at=at, on=timezone.localdate(at))


def _put_first(board: Board, plan: Plan, given: First, on: dt.date, at: dt.datetime) -> None:
    by, partner = clerk(), Partner.objects.get(short_name=given.partner)
    told: dict[str, Any] = {
        "title": given.title,
        "lead": given.lead,
        "lead_partner": partner,
        "need": given.need,
        "plan": plan,
    }
    priority = add_priority(board=board, by=by, **told, from_date=plan.from_date, to_date=plan.to_date)
    if outcome := Outcome.objects.order_by("outcomes__from_date", "position").first():
        serve_outcome(priority=priority, outcome=outcome, from_date=plan.from_date, by=by)
    for title, weeks, known in given.marks:
        mark = add_milestone(priority=priority, title=title, due_date=on + weeks * WEEK, due_stated="", by=by)
        if known == "dropped":
            drop_milestone(milestone=mark, reason="Another service does it now.", by=by, on=on)
        elif known:
            reach_milestone(milestone=mark, day=on + weeks * WEEK, words=known, by=by, on=on)
    _owe(priority, given, on, at)
    set_returns(priority=priority, every=6, first=on - 4 * WEEK, by=by)


def _owe(priority: Priority, given: First, on: dt.date, at: dt.datetime) -> None:
    due, meeting = read_due_on("next meeting", priority.board, on=on)
    owners = read_owners_on(given.owner, priority.board, on=on)
    new = NewAction(given.action, given.owner, owners, due, meeting, uuid.uuid4())
    add_to_log(new, priority=priority, milestone=None, by=clerk(), at=at, on=on)


def _watch(board: Board) -> None:
    """Two things beside the plan: one with a fund, both with an item that dealt with them."""
    by, item = clerk(), AgendaItem.objects.filter(meeting__board=board, is_section=False).order_by("pk").first()
    days: dict[str, Any] = {"from_date": None, "to_date": None}
    area = add_instrument(
        board=board, title="Northshire area agreement", note="Report each half-year.", fund=None, by=by, **days
    )
    fund = Fund.objects.filter(board__name=EG).order_by("pk").first()
    add_instrument(board=board, title="Work in the neighbourhoods", note="", fund=fund, by=by, **days)
    if item:
        link_item(instrument=area, item=item, by=by)


def _come_back_late(on: dt.date) -> None:
    """The Executive Group prepares no agenda, and this action plan was due back ten weeks ago."""
    late = Priority.objects.filter(board__name=EG).order_by("position").last()
    if late:
        set_returns(priority=late, every=6, first=on - 10 * WEEK, by=clerk())
