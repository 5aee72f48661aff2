"""Closing a task and finish group, and letting it go on again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from actions.operations import closing as operations
from actions.queries.handing import board_above, left_open, to_hand_back, told_of
from boards.forms.seat import LastDay
from boards.models import Board
from boards.permissions import check_may_manage
from boards.queries.groups import group_for
from boards.views.acts import Act, act_page, confirm_page


def _door(request: HttpRequest, slug: str) -> tuple[Board, Board | None]:
    """The group and the board it is under, for the officers of that board; they may close the group."""
    today = timezone.localdate()
    group = group_for(request.user, slug, on=today)
    above = board_above(group, on=today)
    check_may_manage(request.user, above or group)
    return group, above


def close_group(request: HttpRequest, board: str) -> HttpResponse:
    """Its last day, then what will be handed up, by reference."""
    (group, parent), today = _door(request, board), timezone.localdate()
    above = str(parent or "the board it is under")
    act = Act(
        title="Close this group",
        about=str(group),
        button="Close the group",
        next_step=f"{above} follows what is open from then on: in its log and among its matters arising, marked as "
        "from this group and under the reference it has. Who owes it goes on owing it. The group’s record stays, and "
        "so does who may read it. It can be let go on again.",
        said=f"The group is closed. What it left open is in the log of {above}.",
        place=str(group),
        then=parent.get_absolute_url() if parent else group.get_absolute_url(),
        points_out=lambda given: _goes_up(request, group, above),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.close_group(group=group, **given, by=request.user, at=timezone.now())

    return act_page(request, act, LastDay(request.POST or None, on=today), do)


def _goes_up(request: HttpRequest, group: Board, above: str) -> list[str]:
    going, today = list(left_open(group)), timezone.localdate()
    told = told_of(going, request.user, said=f"will be handed up to {above}:", on=today)
    return told or ["Nothing is open: there is nothing to hand up."]


def reopen_group(request: HttpRequest, board: str) -> HttpResponse:
    """It goes on, with what is still open."""
    (group, parent), today = _door(request, board), timezone.localdate()
    told = told_of(to_hand_back(group), request.user, said="will be handed back to it:", on=today)
    back = " ".join(f"{one}{'' if one[-1] in '.:' else '.'}" for one in told) or "Nothing that it handed up is open."
    act = Act(
        title="Let this group go on",
        about=str(group),
        button="Let it go on",
        next_step=f"Its last day is taken back, and it is again under {parent or 'the board it was under'}. {back}",
        said="The group goes on, with what was still open of what it handed up.",
        place=str(group),
        then=(parent or group).get_absolute_url() + "#groups",
    )
    return confirm_page(request, act, lambda: operations.reopen_group(group=group, by=request.user, at=timezone.now()))
