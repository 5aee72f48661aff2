"""A board ends, or goes on after all, with who follows what it left open."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from actions.forms.ending import EndedWithActions, Follower
from actions.operations import ending as operations
from actions.queries.handing import left_open, to_hand_back, told_of
from boards.models import Board
from boards.queries.network import boards_on, has_boards_under
from boards.views.acts import Act, act_page, confirm_page
from boards.views.keeping import STAYS
from boards.views.network import PLACE, kept


def _act(board: Board, **said: Any) -> Act:
    return Act(about=str(board), place=PLACE, then=reverse("boards:course", args=[board.slug]), **said)


def end_board(request: HttpRequest, board: str) -> HttpResponse:
    """Say on which day a board ends, what takes its place, and who follows what it leaves open."""
    found, today = kept(request, board), timezone.localdate()
    others, has_children = boards_on(request.user, today, but=found), has_boards_under(found, today)
    form = EndedWithActions(request.POST or None, boards=others, has_children=has_children, on=today)
    act = _act(
        found,
        title="End this board",
        button="End the board",
        next_step=f"After that day it is superseded and no longer in the picture of the network. {STAYS}; its last "
        "minutes can be approved by its chair.",
        said="The board’s last day is put down.",
        points_out=lambda given: _left_open(request, found, given["actions_to"]),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_board(board=found, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form, do)


def _left_open(request: HttpRequest, board: Board, to: Board | None) -> list[str]:
    """What is open, and where it goes."""
    open_now, today = list(left_open(board)), timezone.localdate()
    said = f"will be handed up to {to}." if to else "will stay in the log of this board, followed by no other."
    told = told_of(open_now, request.user, said=said, on=today, counts_unread=True)
    return told or ["Nothing is open in its log."]


def take_back_end(request: HttpRequest, board: str) -> HttpResponse:
    """The board goes on after all, with what is still open of what went on from it."""
    found, today = kept(request, board), timezone.localdate()
    going = to_hand_back(found)
    back = " ".join(told_of(going, request.user, said="will be handed back to it.", on=today, counts_unread=True))
    act = _act(
        found,
        title="Let this board go on after all",
        button="Let it go on",
        next_step="Its last day is taken back, and so is who was to take its place. What ended with it goes on too, "
        f"except for boards that stand under another by now. {back}",
        said="The board goes on.",
    )
    return confirm_page(request, act, lambda: operations.take_back_end(board=found, by=request.user, at=timezone.now()))


def hand_up(request: HttpRequest, board: str) -> HttpResponse:
    """Choose who follows what a board that has ended left open."""
    found, today = kept(request, board), timezone.localdate()
    form = Follower(request.POST or None, boards=boards_on(request.user, today, but=found))
    act = _act(
        found,
        title="Hand up what it left open",
        button="Hand it up",
        next_step="The board you chose follows it from then on: in its log and among its matters arising, under the "
        "reference it has. Its members read these actions as their own. Who owes them goes on owing them.",
        said="It is handed up.",
        points_out=lambda given: _left_open(request, found, given["to"]),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.hand_up(board=found, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form, do)
