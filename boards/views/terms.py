"""The terms of reference of a board: reading them, and setting new ones."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from boards.forms.terms import Before, NewTerms
from boards.forms.terms_rows import Voters
from boards.models import Board
from boards.operations import terms as operations
from boards.permissions import MANAGE, check_may_manage, words_on
from boards.queries.access import boards_known_to
from boards.queries.boards import board_for
from boards.queries.seats import voting_seats_on
from boards.queries.terms import asked_by, terms_on, versions_of, voters_of
from boards.rules.terms import Asks
from boards.views.acts import Act, act_page


def terms(request: HttpRequest, board: str) -> HttpResponse:
    """The terms in force, those to come, and those that ruled earlier meetings. For whoever may know of the board."""
    found = board_for(request.user, board)
    versions = versions_of(found, request.user, on=timezone.localdate())
    current = next((version for version in versions if version.is_current), None)
    context = {
        "board": found,
        "current": current,
        "others": [version for version in versions if version is not current],
        "may_manage": MANAGE in words_on(request.user, found),
    }
    return render(request, "boards/terms.html", context)


def set_terms(request: HttpRequest, board: str) -> HttpResponse:
    """Put new terms in force; the form begins with those that are."""
    found = board_for(request.user, board)
    check_may_manage(request.user, found)
    before = _before(request, found)
    form = NewTerms(request.POST or None, before=before, on=timezone.localdate())
    if "another" in request.POST:
        form = form.with_another(request.POST["another"])
    act = Act(
        title="Change the terms of reference" if before.terms else "Set down the terms of reference",
        about=str(found),
        button="Put these terms in force",
        next_step="Meetings from that day on go by these terms. Meetings before it keep the terms of their day.",
        said="The terms are set down.",
        place="Terms of reference",
        then=reverse("boards:terms", args=[found.slug]),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.set_terms(board=found, asks=form.asks(), **form.settled(), by=request.user)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def _before(request: HttpRequest, board: Board) -> Before:
    """What the form begins with."""
    today = timezone.localdate()
    in_force = terms_on(board, today)
    partners, classes = voters_of(board)
    return Before(
        board=board,
        terms=in_force,
        asks=asked_by(in_force, request.user) if in_force else Asks(),
        voters=Voters(list(partners), list(classes)),
        boards=boards_known_to(request.user).exclude(pk=board.pk),
        voting_seats=voting_seats_on(board, today),
    )
