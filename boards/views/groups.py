"""Setting up task and finish groups under a board, one or several at once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms.groups import NewGroups
from boards.operations.groups import set_up_groups
from boards.queries.network import boards_on
from boards.queries.people import people_to_choose
from boards.views.acts import Act, act_page
from boards.views.network import managed


def set_up(request: HttpRequest, board: str) -> HttpResponse:
    """By the officers of the board they are under, and by who keeps the register."""
    found, today = managed(request, board), timezone.localdate()
    people, boards = people_to_choose(request.user), boards_on(request.user, today)
    form = NewGroups(
        request.POST or None,
        people=people,
        boards=boards,
        initial={"founded_date": today, "clerk": getattr(request.user, "person", None)},
    )
    if "another" in request.POST:
        form = form.with_another()
    act = Act(
        title="Set up task and finish groups",
        about=f"Under {found}",
        button="Set them up",
        next_step="Each group has a page, an agenda, minutes and a log of its own, and its lead has the chair. When it "
        f"is closed, what it left open goes up to {found}.",
        said="Set up.",
        place=str(found),
        then=found.get_absolute_url() + "#groups",
    )

    def do(given: dict[str, Any]) -> object:
        return set_up_groups(parent=found, groups=form.new_groups(), alike=form.alike(), by=request.user, on=today)

    return act_page(request, act, form, do)
