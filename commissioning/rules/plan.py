"""How a plan stands for a year, which step may follow, and which year a meeting deals with (requirement 1.8)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commissioning.models import Plan, PlanStep
from commissioning.rules.years import financial_year, year_of
from meetings.models import Decision
from meetings.rules.year import year_on
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date

Kind = PlanStep.Kind
#: The course of a year, in its order. The outline may be left out.
COURSE = (Kind.OUTLINE, Kind.AGREED, Kind.REVIEWED, Kind.SIGNED_OFF)

#: What may be done next, by how far it has got; "" is before anything was done. What is on hold is taken up again.
NEXT: dict[str, tuple[Kind, ...]] = {
    "": (Kind.OUTLINE, Kind.AGREED, Kind.HELD),
    Kind.OUTLINE: (Kind.AGREED, Kind.HELD),
    Kind.HELD: (Kind.RESUMED,),
    Kind.AGREED: (Kind.REVIEWED, Kind.SIGNED_OFF, Kind.HELD),
    Kind.REVIEWED: (Kind.REVIEWED, Kind.SIGNED_OFF, Kind.HELD),
    Kind.SIGNED_OFF: (),
}
_DONE = {
    Kind.OUTLINE: "its outline was agreed",
    Kind.AGREED: "it was agreed",
    Kind.REVIEWED: "it was reviewed",
    Kind.SIGNED_OFF: "it was signed off",
}
#: What is still to be done with it at a meeting.
TO_BE = {
    Kind.OUTLINE: "its outline is to be agreed",
    Kind.AGREED: "it is to be agreed, with its resources",
    Kind.REVIEWED: "it is to be reviewed, and its spending adjusted",
    Kind.SIGNED_OFF: "it is to be signed off",
}
CALLED_OFF_BY = (Decision.Outcome.LOST, Decision.Outcome.STATUS_QUO)


@dataclass(frozen=True)
class YearStanding:
    """A plan in one of its years: its steps in order, without those taken back."""

    year: int
    steps: tuple[PlanStep, ...]

    @property
    def stage(self) -> str:
        """The last step of its course that was taken; "" before any."""
        return next((step.kind for step in reversed(self.steps) if step.kind in COURSE), "")

    @property
    def held(self) -> PlanStep | None:
        """The step by which it is on hold, where it is."""
        last = next((step for step in reversed(self.steps) if step.kind in (Kind.HELD, Kind.RESUMED)), None)
        return last if last and last.kind == Kind.HELD else None

    @property
    def may_become(self) -> tuple[Kind, ...]:
        return NEXT[Kind.HELD if self.held else self.stage]

    @property
    def label(self) -> str:
        """One word or two for a list."""
        return Kind.HELD.label if self.held else Kind(self.stage).label if self.stage else "Not agreed yet"

    @property
    def tone(self) -> str:
        return (
            "decide"
            if self.held
            else {Kind.AGREED: "brand", Kind.REVIEWED: "brand", Kind.SIGNED_OFF: "ok"}.get(
                Kind(self.stage) if self.stage else Kind.OUTLINE, ""
            )
        )

    def has(self, kind: str) -> bool:
        """Whether it got as far: what was agreed needs no outline, what was signed off no review."""
        return bool(self.stage) and COURSE.index(Kind(self.stage)) >= COURSE.index(Kind(kind))


def standing_in(year: int, steps: Iterable[PlanStep]) -> YearStanding:
    """``steps``: all that were put down for the plan, of whatever year."""
    of_year = sorted((step for step in steps if step.year == year), key=lambda step: (step.date, step.pk or 0))
    gone = {step.takes_back_id for step in of_year if step.takes_back_id}
    return YearStanding(year, tuple(one for one in of_year if one.pk not in gone and one.kind != Kind.TAKEN_BACK))


def in_words(standing: YearStanding) -> str:
    """For 2026/27 its outline was agreed on 3 June 2026 and it was agreed on 9 July 2026. On hold since …"""
    taken = [step for step in standing.steps if step.kind in COURSE]
    told = [f"{_DONE[Kind(step.kind)]} on {short_date(step.date)}" for step in taken]
    for_year = f"For {financial_year(standing.year)} "
    said = f"{for_year}{listing(told)}." if told else f"{for_year}nothing has been agreed yet."
    if held := standing.held:
        said += f" It has been on hold since {short_date(held.date)}: {held.reason.rstrip('.')}."
    return said


def to_come(standing: YearStanding, at_meetings: Iterable[str]) -> Kind | None:
    """The step that comes next; the outline only where one of the year’s meetings takes it."""
    tied = set(at_meetings)
    course = [kind for kind in COURSE if kind != Kind.OUTLINE or kind in tied]
    return next((kind for kind in course if not standing.has(kind)), None)


def plan_year(day: dt.date, first_month: int) -> int:
    """The year whose plan a meeting deals with: that in which the middle of the board’s own year falls.

    A board that first meets in February or June deals with the year that begins in April; one that first meets in
    October or later with the next.
    """
    return year_on(day, first_month) + (first_month >= 10)


def years_of(plan: Plan, steps: Iterable[PlanStep], *, on: dt.date) -> list[int]:
    """Latest first: those from its first day to its last; of a plan without a last day, to the coming one."""
    told = {step.year for step in steps}
    first = year_of(plan.from_date) if plan.from_date else min(told, default=year_of(on))
    last = year_of(plan.to_date) if plan.to_date else max(first, year_of(on) + 1)
    return sorted({*range(first, last + 1), *told}, reverse=True)


def covers(plan: Plan, year: int) -> bool:
    """Whether the year is one of the plan’s."""
    begins = plan.from_date is None or year_of(plan.from_date) <= year
    return begins and (plan.to_date is None or year <= year_of(plan.to_date))


def check_can_become(standing: YearStanding, kind: str, *, date: dt.date, reason: str, today: dt.date) -> None:
    """One of the steps that may follow, on a day that was, not before the step before it."""
    if kind not in standing.may_become:
        may = listing((f"“{one.label}”" for one in standing.may_become), last="or")
        follows = f"What may follow is {may}." if may else "Nothing follows."
        raise Refused(f"For {financial_year(standing.year)} it stands at “{standing.label}”. {follows}")
    if kind == Kind.HELD and not reason:
        raise Refused("Say why it is on hold.")
    if date > today:
        raise Refused(f"{short_date(date)} is still to come. Put it down once it is done.")
    if standing.steps and date < standing.steps[-1].date:
        last = standing.steps[-1]
        raise Refused(f"“{last.get_kind_display()}” was on {short_date(last.date)}: this cannot be before it.")


def check_can_cite(decision: Decision | None, date: dt.date) -> None:
    """A decision that carried, on the day of the step or before."""
    if decision is None:
        return
    if decision.struck_reason or decision.outcome in CALLED_OFF_BY:
        raise Refused("That decision was lost, left things as they were or was recorded in error. Choose another.")
    taken = decision.taken_date or decision.block.item.meeting.date
    if date < taken:
        raise Refused(f"The decision was taken on {short_date(taken)}: the step cannot be before it.")


def check_can_take_back(standing: YearStanding, step: PlanStep) -> None:
    if not standing.steps or standing.steps[-1].pk != step.pk:
        raise Refused("Something was put down after it, or it is taken back already. Take back the latest step first.")


def check_can_supersede(earlier: Plan | None, plan: Plan, others: Sequence[Plan]) -> None:
    """``others``: plans that take the place of the same one."""
    if earlier is None:
        return
    if earlier.pk == plan.pk or earlier.board_id != plan.board_id:
        raise Refused("A plan takes the place of another plan of its own board.")
    if any(other.pk != plan.pk for other in others):
        raise Refused(f"“{others[0]}” takes the place of “{earlier}” already.")
    if plan.from_date is None or (earlier.from_date and plan.from_date <= earlier.from_date):
        raise Refused(f"Give a first day after that of “{earlier}”, whose place it takes.")


def check_nothing_took_its_place(plan: Plan, later: Plan | None) -> None:
    if later:
        raise Refused(
            f"“{later}” takes the place of “{plan}”. Take that plan out first, or change whose place it takes."
        )


def ends_before(plan: Plan | None, later_begins: dt.date | None) -> str:
    """That the plan whose place another takes ends the day before; "" where it ended by then."""
    if plan is None or later_begins is None or (plan.to_date and plan.to_date < later_begins):
        return ""
    was = f", and not on {short_date(plan.to_date)}" if plan.to_date else ""
    return f"“{plan}” ends on {short_date(later_begins - dt.timedelta(days=1))}{was}."


def stays_ended(earlier: Plan | None) -> str:
    """That taking out a plan does not bring back the last day of the one before it."""
    if earlier is None or earlier.to_date is None:
        return ""
    return f" “{earlier}” still ends on {short_date(earlier.to_date)}: its last day is changed on its own page."


def item_title(plan: Plan, year: int, step: str) -> str:
    of = f"{plan.title}, {financial_year(year)}"
    return {
        Kind.OUTLINE: f"Outline of {of}",
        Kind.AGREED: f"{of}: plan and resources",
        Kind.REVIEWED: f"{of}: mid-year review and adjusted spending",
        Kind.SIGNED_OFF: f"{of}: end-of-year sign-off",
    }[Kind(step)]


ASKED = {
    Kind.OUTLINE: "The board is asked to agree the outline of the plan.",
    Kind.AGREED: "The board is asked to agree the plan for the year and the resources for it.",
    Kind.REVIEWED: "The board is asked to review progress half-way through the year, and to adjust what is spent.",
    Kind.SIGNED_OFF: "The board is asked to sign off the work of the year, and to agree how next year’s priorities "
    "are chosen.",
}
