"""Plans, cut to the boards whose papers the reader may see, with how each stands in words."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from actions.queries.links import decision_in_words
from boards.models import Board
from boards.permissions import words_on
from boards.queries.access import boards_where
from commissioning.models import Plan, PlanItem, PlanMeeting, PlanStep
from commissioning.permissions import SET_UP
from commissioning.queries.there import or_404
from commissioning.rules import plan as rules
from commissioning.rules.years import financial_year, year_of
from meetings.models import Decision, Meeting, YearlyMeeting
from meetings.queries.decisions import decisions_of, readable
from meetings.queries.entitled import items_closed_to
from meetings.queries.meeting import meetings_known_to
from meetings.queries.year import purposes_of
from meetings.rules.year import first_month
from trust.tools.words import short_date

#: How far back decisions are offered to be cited.
A_WHILE = dt.timedelta(days=3 * 365)


@dataclass(frozen=True)
class StepLine:
    """A step as its reader may know of it: the decision only where they may read it."""

    step: PlanStep
    decision: str
    address: str
    taken_back: PlanStep | None
    is_last: bool


@dataclass(frozen=True)
class ItemLine:
    """Where a step came on an agenda by itself."""

    label: str
    day: dt.date
    address: str


@dataclass(frozen=True)
class YearRead:
    """A plan in one of its years. ``next_step``: what comes next and at which meeting, in a sentence."""

    plan: Plan
    standing: rules.YearStanding
    next_step: str
    steps: tuple[StepLine, ...] = ()
    items: tuple[ItemLine, ...] = ()

    @property
    def year(self) -> int:
        return self.standing.year

    @property
    def named(self) -> str:
        return financial_year(self.standing.year)

    @property
    def in_words(self) -> str:
        return rules.in_words(self.standing)


def plans_seen_by(reader: Any) -> QuerySet[Plan]:
    return Plan.objects.filter(board__in=boards_where(reader)).select_related("board", "supersedes")


def plan_for(reader: Any, pk: int) -> Plan:
    return or_404(plans_seen_by(reader).filter(pk=pk).first())


def plans_of_board(board: Board, reader: Any) -> QuerySet[Plan]:
    return plans_seen_by(reader).filter(board=board)


def step_for(plan: Plan, pk: int) -> PlanStep:
    found = plan.steps.select_related("plan__board").filter(pk=pk).exclude(kind=PlanStep.Kind.TAKEN_BACK)
    return or_404(found.first())


def boards_planned_by(reader: Any) -> QuerySet[Board]:
    """Boards for which the reader may put down plans and priorities."""
    return boards_where(reader, SET_UP)


def boards_with_plans(reader: Any) -> QuerySet[Board]:
    return Board.objects.filter(plans__in=plans_seen_by(reader)).distinct()


def years_read(plan: Plan, reader: Any, *, on: dt.date) -> list[YearRead]:
    """Every year of a plan, latest first; the statements are as many for twenty years as for one."""
    steps = list(plan.steps.select_related("decision__block__item__meeting__board", "recorded_by"))
    reads = Decision.objects.filter(readable(plan.board, reader), plan_steps__plan=plan)
    may_read = set(reads.values_list("pk", flat=True))
    items = _items_of(plan, reader)
    calendar = Calendar([plan], reader)
    found = []
    for year in rules.years_of(plan, steps, on=on):
        standing = rules.standing_in(year, steps)
        lines = _lines([step for step in steps if step.year == year], standing, may_read)
        found.append(YearRead(plan, standing, calendar.next_step(plan, standing, on=on), lines, tuple(items[year])))
    return found


def _lines(steps: Sequence[PlanStep], standing: rules.YearStanding, may_read: set[int]) -> tuple[StepLine, ...]:
    """Latest first; a step that takes another back is told with it."""
    back = {step.takes_back_id: step for step in steps if step.takes_back_id}
    last = standing.steps[-1].pk if standing.steps else None
    found = []
    for step in reversed(steps):
        if step.takes_back_id is None:
            cited = step.decision if step.decision_id in may_read else None
            said, at = (decision_in_words(cited), address_of(cited)) if cited else ("", "")
            found.append(StepLine(step, said, at, back.get(step.pk), step.pk == last))
    return tuple(found)


def address_of(decision: Decision) -> str:
    meeting = decision.block.item.meeting
    return reverse("meetings:decision", args=[meeting.board.slug, meeting.address, decision.block.key])


def _items_of(plan: Plan, reader: Any) -> Mapping[int, list[ItemLine]]:
    """By year, where it came on agendas that the reader may know of."""
    found: dict[int, list[ItemLine]] = defaultdict(list)
    known = PlanItem.objects.filter(plan=plan, item__meeting__in=meetings_known_to(reader))
    known = known.exclude(item__in=items_closed_to(reader)).select_related("item__meeting__board")
    for one in known.order_by("item__meeting__date", "pk"):
        line = ItemLine(one.get_step_display(), one.item.meeting.date, one.item.get_absolute_url())
        found[one.year].append(line)
    return found


class Calendar:
    """The meetings that take the steps of some plans, as far as a reader may know of them. Three statements."""

    def __init__(self, plans: Iterable[Plan], reader: Any) -> None:
        plans = list(plans)
        boards = {plan.board_id for plan in plans}
        self.ties: dict[int, dict[str, YearlyMeeting]] = defaultdict(dict)
        for tie in PlanMeeting.objects.filter(plan__in=plans).select_related("yearly_meeting"):
            self.ties[tie.plan_id][tie.step] = tie.yearly_meeting
        self.purposes: dict[int, list[YearlyMeeting]] = defaultdict(list)
        for one in YearlyMeeting.objects.filter(board__in=boards).order_by("position", "pk"):
            self.purposes[one.board_id].append(one)
        held = Meeting.objects.not_cancelled().filter(board__in=boards, yearly__isnull=False)
        held = held.filter(pk__in=meetings_known_to(reader).values("pk"))
        self.meetings: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in held.select_related("board").order_by("date", "pk"):
            self.meetings[meeting.board_id].append(meeting)

    def first_month(self, board: int, *, on: dt.date) -> int:
        return first_month([one for one in self.purposes[board] if one.ended_date is None or one.ended_date > on])

    def meeting_for(self, plan: Plan, year: int, step: str) -> Meeting | None:
        """The first of the year’s meetings that takes the step."""
        tied = self.ties[plan.pk].get(step)
        if tied is None:
            return None
        return next((one for one in self.meetings[plan.board_id] if self._takes(one, tied, year)), None)

    def _takes(self, meeting: Meeting, tied: YearlyMeeting, year: int) -> bool:
        month = self.first_month(meeting.board_id, on=meeting.date)
        return meeting.yearly_id == tied.pk and rules.plan_year(meeting.date, month) == year

    def usual_month(self, plan: Plan, year: int, step: str) -> dt.date | None:
        """The first day of the month in which the meeting that takes the step usually is."""
        tied = self.ties[plan.pk].get(step)
        if tied is None:
            return None
        first = self.first_month(plan.board_id, on=dt.date(year, 4, 1))
        begins = year - (first >= 10)
        return dt.date(begins + (tied.month < first), tied.month, 1)

    def next_step(self, plan: Plan, standing: rules.YearStanding, *, on: dt.date) -> str:
        """What comes next, and at which meeting; "" once it is signed off, or where the plan has not that year."""
        kind = rules.to_come(standing, self.ties[plan.pk])
        if kind is None or not rules.covers(plan, standing.year):
            return ""
        said = f"Next, {rules.TO_BE[kind]}"
        if meeting := self.meeting_for(plan, standing.year, kind):
            if meeting.date >= on:
                return f"{said}, at the meeting on {short_date(meeting.date)}."
            return f"{said}: the meeting on {short_date(meeting.date)} passed without it."
        if month := self.usual_month(plan, standing.year, kind):
            return f"{said}, at the meeting usual in {month:%B %Y}, which is not in the calendar yet."
        return f"{said}. No meeting of the year is set down to take it."


def decisions_to_cite(board: Board, reader: Any, *, on: dt.date) -> QuerySet[Decision]:
    """Recorded decisions of the board that the reader may read, latest first."""
    found = decisions_of(board, reader, {"order": "-date"}).filter(block__item__meeting__date__gte=on - A_WHILE)
    return found.filter(struck_reason="").select_related("block__item__meeting__board")


def purposes_for(board: Board, *, on: dt.date) -> list[YearlyMeeting]:
    return purposes_of(board, on=on)


@dataclass(frozen=True)
class PlanLine:
    """A plan in a list: how it stands this year, and what comes next."""

    plan: Plan
    now: YearRead
    priorities: int

    @property
    def years(self) -> str:
        """From 1 April 2025 to 31 March 2028"""
        return span(self.plan.from_date, self.plan.to_date)


def span(first: dt.date | None, last: dt.date | None) -> str:
    said = [f"from {short_date(first)}"] if first else []
    return " ".join([*said, f"to {short_date(last)}"] if last else said)


ORDERS = {
    "title": lambda line: line.plan.title.casefold(),
    "board": lambda line: line.plan.board.name.casefold(),
    "from": lambda line: (line.plan.from_date or dt.date.min, line.plan.title.casefold()),
    "stands": lambda line: rules.COURSE.index(line.now.standing.stage) if line.now.standing.stage else -1,
}


def plan_lines(reader: Any, cut: Mapping[str, Any], *, order: str, on: dt.date) -> list[PlanLine]:
    """As asked: board, words, stage. Six statements, however many plans."""
    found = plans_seen_by(reader)
    if board := cut.get("board"):
        found = found.filter(board=board)
    if words := cut.get("words"):
        found = found.filter(Q(title__icontains=words) | Q(purpose__icontains=words))
    plans = list(found.prefetch_related("steps", "priorities"))
    calendar = Calendar(plans, reader)
    lines = [_line(plan, calendar, on=on) for plan in plans]
    if stage := cut.get("stage"):
        lines = [line for line in lines if _is_at(line, stage)]
    key = ORDERS.get(order.removeprefix("-"), ORDERS["from"])
    return sorted(lines, key=key, reverse=order.startswith("-") or order.removeprefix("-") not in ORDERS)


def _is_at(line: PlanLine, stage: str) -> bool:
    standing = line.now.standing
    return bool(standing.held) if stage == "held" else not standing.held and (standing.stage or "none") == stage


def _line(plan: Plan, calendar: Calendar, *, on: dt.date) -> PlanLine:
    steps = list(plan.steps.all())
    years = rules.years_of(plan, steps, on=on)
    year = min(years, key=lambda one: abs(one - year_of(on)))
    standing = rules.standing_in(year, steps)
    now = YearRead(plan, standing, calendar.next_step(plan, standing, on=on))
    return PlanLine(plan, now, len(plan.priorities.all()))


def may_set_up(reader: Any, board: Board) -> bool:
    return SET_UP in words_on(reader, board)
