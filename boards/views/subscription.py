"""Whose minutes a board receives."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.seat import LastDay
from boards.forms.subscription import NewSubscription
from boards.operations import subscription as operations
from boards.permissions import MANAGE, check_may_manage, check_may_see_papers, words_on
from boards.queries.boards import board_for
from boards.queries.subscription import boards_to_receive, subscription_for, subscriptions_of
from boards.views.acts import Act, act_page


@require_safe
def subscriptions(request: HttpRequest, board: str) -> HttpResponse:
    """The standing subscriptions, both ways."""
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_see_papers(request.user, found)
    context = {
        "board": found,
        "page": subscriptions_of(found, request.user, on=today),
        "may_manage": MANAGE in words_on(request.user, found),
    }
    return render(request, "boards/subscriptions.html", context)


def subscribe(request: HttpRequest, board: str) -> HttpResponse:
    """Receive the minutes of another board from now on."""
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_manage(request.user, found)
    boards = boards_to_receive(found, request.user, on=today)
    act = Act(
        title="Receive the minutes of another board",
        about=str(found),
        button="Receive these minutes",
        next_step="Whenever a set of these minutes is approved, an item for information stands on this board’s next "
        "draft agenda and leads to them. Each reader reads there what they may read of the other board: the public "
        "edition, unless they are entitled to more.",
        said="From that day on their approved minutes come to this board.",
        place="Minutes received",
        then=reverse("boards:subscriptions", args=[found.slug]),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.subscribe(board=found, **given, by=request.user)

    return act_page(request, act, NewSubscription(request.POST or None, boards=boards, on=today), do)


def end_subscription(request: HttpRequest, board: str, subscription: int) -> HttpResponse:
    """Receive them no longer; also for the board whose minutes go."""
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_manage(request.user, found)
    relation = subscription_for(found, request.user, subscription)
    act = Act(
        title="End this subscription",
        about=f"{relation.board} receives the minutes of {relation.to_board}",
        button="End it",
        next_step="Minutes approved after that day come to the board no longer. Those received stay where they are.",
        said="The last day is set.",
        place="Minutes received",
        then=reverse("boards:subscriptions", args=[found.slug]),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_subscription(relation=relation, **given, by=request.user)

    return act_page(request, act, LastDay(request.POST or None, on=today), do)
