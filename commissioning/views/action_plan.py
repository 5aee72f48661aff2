"""The officer’s acts on a priority’s action plan: its milestones, and actions of the one log."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.operations.adding import NewAction
from actions.permissions import check_may_add
from actions.queries.words import read_due_on, read_owners_on
from boards.queries.seen import seen
from boards.views.acts import act_page, asked, confirm_page
from commissioning.forms import priority as forms
from commissioning.operations import action_plan as operations
from commissioning.queries import priority_page as pages
from commissioning.queries.priority import milestone_for
from commissioning.views.priority import act_on, managed


@login_required
def add_milestone(request: HttpRequest, priority: int) -> HttpResponse:
    found = managed(request, priority)
    act = act_on(
        found, "Add a milestone", "Add it", "It stands in the action plan, and is said to be late after its day."
    )
    form = forms.MilestoneForm(request.POST or None)
    return act_page(
        request, act, form, lambda given: operations.add_milestone(priority=found, **given, by=request.user)
    )


@login_required
def change_milestone(request: HttpRequest, priority: int, milestone: int) -> HttpResponse:
    found = managed(request, priority)
    one = milestone_for(found, milestone)
    now = {name: getattr(one, name) for name in forms.MilestoneForm.base_fields}
    next_step = "It is shown so from now on. History keeps what it was."
    act = act_on(found, "Change a milestone", "Change it", next_step, seen=seen(one))
    form = forms.MilestoneForm(request.POST or None, initial=now)
    return act_page(
        request, act, form, lambda given: operations.change_milestone(milestone=one, **given, by=request.user)
    )


@login_required
def reach_milestone(request: HttpRequest, priority: int, milestone: int) -> HttpResponse:
    found, today = managed(request, priority), timezone.localdate()
    one = milestone_for(found, milestone)
    act = act_on(found, f"Reached: {one.title}", "Put it down", "The action plan says so. It can be taken back.")
    form = forms.ReachedForm(request.POST or None, initial={"day": today})

    def do(given: dict[str, Any]) -> object:
        return operations.reach_milestone(milestone=one, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


@login_required
def drop_milestone(request: HttpRequest, priority: int, milestone: int) -> HttpResponse:
    found, today = managed(request, priority), timezone.localdate()
    one = milestone_for(found, milestone)
    act = act_on(
        found, f"Drop: {one.title}", "Drop it", "It stays in the action plan with the reason. It can be taken back."
    )

    def do(given: dict[str, Any]) -> object:
        return operations.drop_milestone(milestone=one, **given, by=request.user, on=today)

    return act_page(request, act, forms.DropForm(request.POST or None), do)


@login_required
def open_milestone(request: HttpRequest, priority: int, milestone: int) -> HttpResponse:
    """Undo: neither reached nor dropped."""
    found = managed(request, priority)
    one = milestone_for(found, milestone)
    act = act_on(found, f"Take back: {one.title}", "Take it back", "It is to be reached again.")
    return confirm_page(request, act, lambda: operations.open_milestone(milestone=one, by=request.user))


@login_required
def take_out_milestone(request: HttpRequest, priority: int, milestone: int) -> HttpResponse:
    found = managed(request, priority)
    one = milestone_for(found, milestone)
    next_step = "It is listed no longer. Drop it instead where it was meant and is given up."
    act = act_on(found, f"Take out: {one.title}", "Take it out", next_step)
    return confirm_page(request, act, lambda: operations.take_out_milestone(milestone=one, by=request.user))


@login_required
@require_safe
def find_action(request: HttpRequest, priority: int) -> HttpResponse:
    """Actions of the log, by reference or by words, to be linked."""
    found, words = managed(request, priority), asked(request, "words")
    context = {
        "act": act_on(found, "Link an action of the log", "", ""),
        "words": words,
        "found": pages.actions_to_link(found, request.user, words, on=timezone.localdate()) if words else [],
        "priority": found,
        "most": pages.MOST_FOUND,
    }
    return render(request, "commissioning/find_action.html", context)


@login_required
def link_action(request: HttpRequest, priority: int, action: int) -> HttpResponse:
    """Under a milestone, or under none."""
    found = managed(request, priority)
    one = pages.action_to_link(request.user, action, on=timezone.localdate())
    form = forms.LinkForm(request.POST or None, milestones=found.milestones.all())
    next_step = "It stands in the action plan as well, for those who may know of it. The log keeps it as before."
    act = act_on(found, f"Link {one.reference}", "Link it", next_step)

    def do(given: dict[str, Any]) -> object:
        milestone = given.get("milestone")
        return operations.link_action(priority=found, action=one, milestone=milestone, by=request.user)

    return act_page(request, act, form, do)


@login_required
def add_action(request: HttpRequest, priority: int) -> HttpResponse:
    """Straight into the board’s log, under the priority."""
    found, today = managed(request, priority), timezone.localdate()
    check_may_add(request.user, found.board)
    form = forms.NewActionForm(request.POST or None, milestones=found.milestones.all(), initial={"key": uuid.uuid4()})
    next_step = (
        "It is in the board’s log like any other: those who owe it are told and reminded. The plan shows it too."
    )
    act = act_on(
        found, "Add an action", "Add it to the log", next_step, said="The action is in the log and in the plan."
    )

    def do(given: dict[str, Any]) -> object:
        due, meeting = read_due_on(given["when"], found.board, on=today)
        owners = read_owners_on(given["who"], found.board, on=today)
        new = NewAction(given["text"], given["who"], owners, due, meeting, given["key"])
        told: dict[str, Any] = {"priority": found, "milestone": given.get("milestone")}
        return operations.add_to_log(new, **told, by=request.user, at=timezone.now(), on=today)

    return act_page(request, act, form, do)


@login_required
def unlink_action(request: HttpRequest, priority: int, link: int) -> HttpResponse:
    found = managed(request, priority)
    one = pages.plan_action_for(found, request.user, link, on=timezone.localdate())
    act = act_on(found, f"Take {one.action.reference} out of the plan", "Take it out", "The action stays in the log.")
    return confirm_page(request, act, lambda: operations.unlink_action(link=one, by=request.user))
