"""New terms of reference."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms.terms import NewTerms
from boards.operations import terms as operations
from boards.permissions import check_may_manage
from boards.queries.boards import board_for
from boards.queries.seats import voting_seats_on
from boards.queries.terms import terms_on
from boards.views.acts import Act, act_page


def set_terms(request: HttpRequest, board: str) -> HttpResponse:
    """Put new terms in force; the form begins with those that are."""
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_manage(request.user, found)
    in_force = terms_on(found, today)
    seats = voting_seats_on(found, today)
    form = NewTerms(request.POST or None, on=today, in_force=in_force, voting_seats=seats)
    act = Act(
        title="Change the terms of reference" if in_force else "Set down the terms of reference",
        about=str(found),
        button="Put these terms in force",
        next_step="Meetings from that day on go by these terms. Meetings before it keep the terms of their day.",
        said="The terms are set down.",
        place="Terms of reference",
        then=found.get_absolute_url(),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.set_terms(board=found, **given, by=request.user)  # type: ignore[arg-type]

    return act_page(request, act, form, do)
