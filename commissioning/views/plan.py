"""Plans: the list, the page of one with each of its years, and the officer’s acts."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.queries.seen import seen
from boards.views.acts import Act, act_page, asked, confirm_page
from boards.views.listed import as_asked
from commissioning.forms import plan as forms
from commissioning.models import Plan
from commissioning.operations import plan as operations
from commissioning.permissions import check_may_set_up
from commissioning.queries import plan as queries
from commissioning.queries.priority import priority_lines
from commissioning.rules import plan as rules
from commissioning.rules.years import financial_year
from trust.tools.refusal import NotPermitted
from trust.tools.sheets import KINDS, sheet

HEADS = ("Plan", "Board", "First day", "Last day", "Year", "How it stands", "In words", "What comes next")
TIE = (
    "When the meetings of a year are made, each step comes on the agenda of its meeting by itself. Agendas that are "
    "being prepared get it at once; those that were sent out do not change."
)


@login_required
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Of the boards whose papers the reader sees."""
    cut, order = _cut(request), asked(request, "order")
    lines = queries.plan_lines(request.user, cut.cut(), order=order, on=timezone.localdate())
    context = {
        "lines": lines,
        **as_asked(request, cut, order or "-from"),
        "may_set_up": queries.boards_planned_by(request.user).exists(),
        "here": reverse("commissioning:plans"),
    }
    return render(request, "commissioning/plans.html", context)


@login_required
@require_safe
def plans_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    cut, order = _cut(request).cut(), asked(request, "order")
    rows = []
    for line in queries.plan_lines(request.user, cut, order=order, on=timezone.localdate()):
        plan, now = line.plan, line.now
        about = (plan.title, plan.board.name, plan.from_date, plan.to_date)
        rows.append((*about, now.named, now.standing.label, now.in_words, now.next_step))
    return sheet(kind, "plans", HEADS, rows)


def _cut(request: HttpRequest) -> forms.PlansFilter:
    return forms.PlansFilter(request.GET, boards=queries.boards_with_plans(request.user))


@login_required
@require_safe
def plan(request: HttpRequest, plan: int) -> HttpResponse:
    """How it stands for each year, what comes next, its priorities, and at which meetings it is taken."""
    found, today = queries.plan_for(request.user, plan), timezone.localdate()
    ties = {tie.step: tie.yearly_meeting for tie in found.meetings.select_related("yearly_meeting")}
    context = {
        "plan": found,
        "span": queries.span(found.from_date, found.to_date),
        "years": queries.years_read(found, request.user, on=today),
        "ties": [(kind.label, ties.get(kind)) for kind in rules.COURSE],
        "has_ties": bool(ties),
        "after": found.superseded_by.first(),
        "priorities": priority_lines(request.user, {"plan": found}, order="", on=today),
        "may_set_up": queries.may_set_up(request.user, found.board),
    }
    return render(request, "commissioning/plan.html", context)


@login_required
def add_plan(request: HttpRequest) -> HttpResponse:
    boards = queries.boards_planned_by(request.user)
    if not boards.exists():
        raise NotPermitted("Only the officers who manage a board put down its plans.")
    then = reverse("commissioning:plans")
    next_step = "It is listed for all who see the board’s papers. Say next which meetings of the year take its steps."
    told: dict[str, Any] = {"trail": trail_of_plans(), "points_out": _points_out}
    act = Act("Put down a plan", "", "Put it down", next_step, "The plan is put down.", "", then, **told)
    earlier = Plan.objects.filter(board__in=boards)
    form = forms.PlanForm(request.POST or None, boards=boards, plans=earlier)
    return act_page(request, act, form, lambda given: operations.add_plan(**given, by=request.user))


def _points_out(given: dict[str, Any]) -> list[str]:
    """What it does to the plan whose place it takes."""
    said = rules.ends_before(given.get("supersedes"), given["from_date"])
    return [said] if said else []


@login_required
def change_plan(request: HttpRequest, plan: int) -> HttpResponse:
    found = _managed(request, plan)
    others = Plan.objects.filter(board=found.board).exclude(pk=found.pk)
    form = forms.PlanForm(
        request.POST or None,
        boards=queries.boards_planned_by(request.user),
        plans=others,
        plan=found,
        initial=forms.initial_of(found),
    )
    act = act_on(
        found,
        "Change what is put down",
        "Change it",
        "Its page says so from now on. History keeps what it was.",
        points_out=_points_out,
        seen=seen(found),
    )
    return act_page(request, act, form, lambda given: operations.change_plan(plan=found, **given, by=request.user))


@login_required
def take_out_plan(request: HttpRequest, plan: int) -> HttpResponse:
    """One put down by mistake."""
    found = _managed(request, plan)
    next_step = f"It is listed no longer. History keeps that it was.{rules.stays_ended(found.supersedes)}"
    act = act_on(found, "Take the plan out", "Take it out", next_step)
    if request.method == "POST":
        act = Act(
            "Take the plan out", found.title, "Take it out", "", "It is taken out.", "", reverse("commissioning:plans")
        )
    return confirm_page(request, act, lambda: operations.take_out_plan(plan=found, by=request.user))


@login_required
def take_step(request: HttpRequest, plan: int, year: int, becomes: str) -> HttpResponse:
    """What was done with the plan for a year: the decision is chosen from those the officer may read."""
    found, today = _managed(request, plan), timezone.localdate()
    if becomes not in forms.ASKED or not rules.covers(found, year):
        raise Http404("The plan has no such step.")
    label = rules.Kind(becomes).label
    decisions = queries.decisions_to_cite(found.board, request.user, on=today)
    form = forms.StepForm(request.POST or None, kind=becomes, decisions=decisions)
    next_step = (
        "The plan’s page says so for that year. It cannot be changed afterwards; the latest step can be taken back."
    )
    act = act_on(found, f"{financial_year(year)}: {label.lower()}", "Put it down", next_step)

    def do(given: dict[str, Any]) -> object:
        told = {"plan": found, "year": year, "kind": becomes, **given}
        return operations.take_step(**told, by=request.user, at=timezone.now(), on=today)

    return act_page(request, act, form, do)


@login_required
def take_back_step(request: HttpRequest, plan: int, step: int) -> HttpResponse:
    found = _managed(request, plan)
    one = queries.step_for(found, step)
    title = f"Take back “{one.get_kind_display()}”, {financial_year(one.year)}"
    act = act_on(
        found, title, "Take it back", "The plan stands as it did before. The step stays on its page, struck out."
    )
    form = forms.BackForm(request.POST or None)

    def do(given: dict[str, Any]) -> object:
        return operations.take_back_step(step=one, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form, do)


@login_required
def tie_to_meetings(request: HttpRequest, plan: int) -> HttpResponse:
    """Which of the board’s meetings of the year takes which step."""
    found = _managed(request, plan)
    purposes = queries.purposes_for(found.board, on=timezone.localdate())
    now = {tie.step: str(tie.yearly_meeting_id) for tie in found.meetings.all()}
    form = forms.TiesForm(request.POST or None, purposes=purposes, initial=now)
    act = act_on(found, "Say which meeting takes which step", "Tie them", TIE, page="commissioning/plan_meetings.html")
    return act_page(
        request, act, form, lambda _: operations.tie_to_meetings(plan=found, ties=form.ties(), by=request.user)
    )


def _managed(request: HttpRequest, pk: int) -> Plan:
    """The plan, for the officers who manage its board."""
    found = queries.plan_for(request.user, pk)
    check_may_set_up(request.user, found.board)
    return found


def act_on(found: Plan, title: str, button: str, next_step: str, said: str = "Saved.", **shown: Any) -> Act:
    at = found.get_absolute_url()
    trail = (*trail_of_plans(), (found.title, at))
    return Act(title, found.title, button, next_step, said, "", at, trail=trail, shown=found, **shown)


def trail_of_plans() -> tuple[tuple[str, str], ...]:
    return (("Budgets", reverse("commissioning:budgets")), ("Plans", reverse("commissioning:plans")))
