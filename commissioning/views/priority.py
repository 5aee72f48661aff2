"""Priorities: the list, the page of one, and what the officers put down of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.permissions import check_may_add
from boards.forms.seat import LastDay
from boards.models import Board
from boards.queries.seen import seen
from boards.views.acts import Act, act_page, asked, confirm_page
from boards.views.listed import as_asked
from commissioning.forms import priority as forms
from commissioning.models import Plan, Priority
from commissioning.operations import priority as operations
from commissioning.permissions import check_may_set_up
from commissioning.queries import priority as queries
from commissioning.queries import priority_page as pages
from commissioning.queries.plan import boards_planned_by, may_set_up, plans_seen_by, span
from commissioning.rules.priority import returns_in_words
from trust.tools.refusal import NotPermitted, why_not
from trust.tools.sheets import KINDS, sheet
from trust.tools.words import listing

HEADS = ("Priority", "Board", "Plan", "Led by", "Groups", "First day", "Last day", "Action plan", "Comes back")
BACK = (
    "Its action plan comes on the first agenda on or after each of these days, once. Agendas that are being prepared "
    "get it at once; those that were sent out do not change."
)


@login_required
@require_safe
def priorities(request: HttpRequest) -> HttpResponse:
    """Of the boards whose papers the reader sees."""
    cut, order = _cut(request), asked(request, "order")
    context = {
        "lines": queries.priority_lines(request.user, cut.cut(), order=order, on=timezone.localdate()),
        **as_asked(request, cut, order),
        "may_set_up": boards_planned_by(request.user).exists(),
        "here": reverse("commissioning:priorities"),
    }
    return render(request, "commissioning/priorities.html", context)


@login_required
@require_safe
def priorities_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    cut, order = _cut(request).cut(), asked(request, "order")
    rows = []
    for line in queries.priority_lines(request.user, cut, order=order, on=timezone.localdate()):
        one = line.priority
        about = (one.title, one.board.name, one.plan.title if one.plan else "", line.led_by, listing(line.groups))
        rows.append((*about, one.from_date, one.to_date, line.in_words, line.comes_back))
    return sheet(kind, "priorities", HEADS, rows)


def _cut(request: HttpRequest) -> forms.PrioritiesFilter:
    seen = queries.priorities_seen_by(request.user)
    boards = Board.objects.filter(priorities__in=seen).distinct()
    return forms.PrioritiesFilter(request.GET, boards=boards, plans=plans_seen_by(request.user))


@login_required
@require_safe
def priority(request: HttpRequest, priority: int) -> HttpResponse:
    """Who leads, what it serves, why it is needed, and its action plan, cut to its reader."""
    found, today = queries.priority_for(request.user, priority), timezone.localdate()
    (line,) = queries.lines_of(
        Priority.objects.filter(pk=found.pk).select_related("board", "lead_partner"), request.user, on=today
    )
    may = may_set_up(request.user, found.board)
    context = {
        "priority": found,
        "line": line,
        "span": span(found.from_date, found.to_date),
        "outcomes": pages.outcomes_served(found, on=today),
        "action_plan": pages.action_plan(found, request.user, on=today),
        "returns": queries.returns_known(found, request.user),
        "returns_in_words": returns_in_words(found),
        "may_set_up": may,
        "may_add": may and not why_not(check_may_add, request.user, found.board),
    }
    return render(request, "commissioning/priority.html", context)


@login_required
def add_priority(request: HttpRequest) -> HttpResponse:
    boards = boards_planned_by(request.user)
    if not boards.exists():
        raise NotPermitted("Only the officers who manage a board put down its priorities.")
    plans = queries.plans_to_serve(request.user)
    plan = plans.filter(pk=_key(asked(request, "plan"))).first()
    first = {"plan": plan.pk, "board": plan.board_id} if plan else {}
    form = forms.PriorityForm(request.POST or None, boards=boards, plans=plans, initial=first)
    then = plan.get_absolute_url() if plan else reverse("commissioning:priorities")
    next_step = "It is listed for all who see the board’s papers. Its action plan is put down on its page."
    about, trail = plan.title if plan else "", trail_of_priorities()
    act = Act("Add a priority", about, "Add it", next_step, "It is added.", "", then, trail=trail)
    return act_page(request, act, form, lambda given: operations.add_priority(**given, by=request.user))


def _key(sent: str) -> int:
    """Of no record where it is none."""
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0


@login_required
def change_priority(request: HttpRequest, priority: int) -> HttpResponse:
    found = managed(request, priority)
    form = forms.PriorityForm(
        request.POST or None,
        boards=boards_planned_by(request.user),
        plans=Plan.objects.filter(board=found.board).select_related("board"),
        priority=found,
        initial=forms.initial_of(found),
    )
    next_step = "Its page says so from now on. History keeps what it was."
    act = act_on(found, "Change what is put down", "Change it", next_step, seen=seen(found))
    return act_page(
        request, act, form, lambda given: operations.change_priority(priority=found, **given, by=request.user)
    )


@login_required
def take_out_priority(request: HttpRequest, priority: int) -> HttpResponse:
    """One put down by mistake."""
    found = managed(request, priority)
    act = act_on(found, "Take the priority out", "Take it out", "It is listed no longer. History keeps that it was.")
    if request.method == "POST":
        then = reverse("commissioning:priorities")
        act = Act("Take the priority out", found.title, "Take it out", "", "It is taken out.", "", then)
    return confirm_page(request, act, lambda: operations.take_out_priority(priority=found, by=request.user))


@login_required
def set_returns(request: HttpRequest, priority: int) -> HttpResponse:
    """How often its action plan comes back to the board by itself."""
    found = managed(request, priority)
    now = {"every": found.returns_every, "first": found.returns_from}
    form = forms.ReturnsForm(request.POST or None, initial=now)
    act = act_on(found, "Say how often it comes back to the board", "Set it", BACK, seen=seen(found))
    return act_page(request, act, form, lambda given: operations.set_returns(priority=found, **given, by=request.user))


@login_required
def serve_outcome(request: HttpRequest, priority: int) -> HttpResponse:
    found, today = managed(request, priority), timezone.localdate()
    form = forms.OutcomeForm(request.POST or None, outcomes=pages.outcomes_to_serve(on=today), on=today)
    next_step = "Its page names the outcome. When another list takes the place of this one, what follows it is named."
    act = act_on(found, "Say which outcome it serves", "Put it down", next_step)

    def do(given: dict[str, Any]) -> object:
        told = {"outcome": form.served(), "from_date": given["from_date"], "to_date": given["to_date"]}
        return operations.serve_outcome(priority=found, **told, by=request.user)

    return act_page(request, act, form, do)


@login_required
def end_outcome(request: HttpRequest, priority: int, link: int) -> HttpResponse:
    found, today = managed(request, priority), timezone.localdate()
    one = pages.outcome_link_for(found, link)
    title = f"End that it serves “{one.outcome}”"
    act = act_on(
        found, title, "Set the last day", "After that day its page names it no longer. History keeps that it did."
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_outcome(link=one, **given, by=request.user)

    return act_page(request, act, LastDay(request.POST or None, on=today), do)


def managed(request: HttpRequest, pk: int) -> Priority:
    """The priority, for the officers who manage its board."""
    found = queries.priority_for(request.user, pk)
    check_may_set_up(request.user, found.board)
    return found


def act_on(found: Priority, title: str, button: str, next_step: str, said: str = "Saved.", **shown: Any) -> Act:
    at = found.get_absolute_url()
    trail = (*trail_of_priorities(), (found.title, at))
    return Act(title, found.title, button, next_step, said, "", at, trail=trail, **shown)


def trail_of_priorities() -> tuple[tuple[str, str], ...]:
    return (("Budgets", reverse("commissioning:budgets")), ("Priorities", reverse("commissioning:priorities")))
