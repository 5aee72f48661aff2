"""Setting up a board, changing it, and putting others in its place. One alone ends where its actions are known."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from boards import permissions
from boards.forms import board as forms
from boards.operations import board as operations
from boards.operations import ending
from boards.queries.network import boards_on
from boards.views.acts import Act, act_page, confirm_page
from boards.views.network import PLACE, kept, managed

OWN = ("name", "reference_prefix", "strapline", "status", "under", "founded_date")
STAYS = "Its record stays where it is, and who may read it stays as it is"


def add_board(request: HttpRequest) -> HttpResponse:
    """Set up a board."""
    today = timezone.localdate()
    permissions.check_may_keep_register(request.user, on=today)
    form = forms.NewBoard(request.POST or None, boards=boards_on(request.user, today), on=today)
    act = Act(
        title="Set up a board",
        about="",
        button="Set it up",
        next_step="The board has a page of its own. Give it seats and terms of reference there; until it has an "
        "officer, those who keep the register look after it.",
        said="The board is set up. Give it terms of reference, and seats.",
        place="Boards",
        then=reverse("boards:boards"),
    )

    def do(given: dict[str, Any]) -> object:
        own = {name: given[name] for name in OWN}
        return operations.add_board(**own, **form.told(), by=request.user, on=today)

    return act_page(request, act, form, do)


def change_board(request: HttpRequest, board: str) -> HttpResponse:
    """Change what is put down about a board."""
    found = managed(request, board)
    form = forms.ChangedBoard(request.POST or None, board=found)
    act = Act(
        title="Change what is said of this board",
        about=str(found),
        button="Change it",
        next_step="The board’s page says so at once. A board that anyone may know of shows its seats, its terms and "
        "what it has published to everybody; one for its members only is gone from every page of others.",
        said="The board is changed.",
        place=str(found),
        then=found.get_absolute_url(),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.change_board(board=found, because=given["because"], **form.told(), by=request.user)

    return act_page(request, act, form, do)


def replace_boards(request: HttpRequest) -> HttpResponse:
    """A reorganisation: boards end, and others take their place from a day on."""
    today = timezone.localdate()
    permissions.check_may_keep_register(request.user, on=today)
    form = forms.Replacement(request.POST or None, boards=boards_on(request.user, today))
    act = Act(
        title="Replace boards by others",
        about="From one day, all at once",
        button="Replace them",
        next_step="The boards that end are superseded from that day, and each new one succeeds all of them. Boards "
        f"under those that end go under the one you chose. {STAYS}. The picture of the network shows the old for the "
        "days before, and the new from that day. What they leave open is handed up from the page of each.",
        said="The boards are replaced from that day.",
        place="Boards",
        then=reverse("boards:boards"),
    )

    def do(given: dict[str, Any]) -> object:
        return ending.replace_boards(**given, by=request.user, on=today)

    return act_page(request, act, form, do)


def take_out_board(request: HttpRequest, board: str) -> HttpResponse:
    """A board set up by mistake goes."""
    found, today = kept(request, board), timezone.localdate()
    course = reverse("boards:course", args=[found.slug])
    done = request.method == "POST" and "confirmed" in request.POST
    act = Act(
        title="Take out this board",
        about=str(found),
        button="Take it out",
        next_step="It was set up by mistake: its page and its place in the picture go, on every day. The history "
        "keeps that it was.",
        said="The board is taken out.",
        place=PLACE,
        then=reverse("boards:boards") if done else course,
    )
    return confirm_page(request, act, lambda: operations.take_out_board(board=found, by=request.user, on=today))
