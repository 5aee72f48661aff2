"""Which priority a task and finish group works to."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms.seat import LastDay
from boards.models import Board
from boards.queries.groups import group_for, parent_of
from boards.views.acts import Act, act_page
from commissioning.forms.groups import WorksTo
from commissioning.operations import groups as operations
from commissioning.permissions import check_may_link
from commissioning.queries.groups import link_for
from commissioning.queries.priority import priorities_to_work_to


def _door(request: HttpRequest, slug: str) -> Board:
    """The group, for its officers and those of the board it is under."""
    today = timezone.localdate()
    group = group_for(request.user, slug, on=today)
    check_may_link(request.user, group, parent_of(group, on=group.ended_date or today))
    return group


def _act(group: Board, **said: Any) -> Act:
    return Act(place=str(group), then=group.get_absolute_url(), **said)


def link_group(request: HttpRequest, board: str) -> HttpResponse:
    """Of the priorities of boards whose papers the officer reads."""
    group, today = _door(request, board), timezone.localdate()
    act = _act(
        group,
        title="Say which priority this group works to",
        about=str(group),
        button="Put it down",
        next_step="The group’s page names the priority, and the budgets page names the group beside it, to those who "
        "read the papers of the priority’s board.",
        said="It is put down which priority the group works to.",
    )
    form = WorksTo(request.POST or None, priorities=priorities_to_work_to(request.user, on=today), on=today)

    def do(given: dict[str, Any]) -> object:
        return operations.link_group(group=group, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def end_link(request: HttpRequest, board: str, link: int) -> HttpResponse:
    group, today = _door(request, board), timezone.localdate()
    found = link_for(group, request.user, link, on=today)
    act = _act(
        group,
        title="End that it works to this priority",
        about=str(found),
        button="Set the last day",
        next_step="After that day the group’s page names it no longer. History keeps that it did.",
        said="The last day is set.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_link(link=found, **given, by=request.user, on=today)

    return act_page(request, act, LastDay(request.POST or None, on=today), do)
