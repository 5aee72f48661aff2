"""What a clause makes: how two boards stand to each other, from a day on (requirement 4.6 iii to v)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms.made import ClauseMakes
from boards.operations.network import relate
from boards.permissions import check_may_keep_register
from boards.queries.access import boards_known_to
from boards.queries.agreements import agreement_for, clause_for
from boards.views.acts import act_page
from boards.views.agreement import act_on


def make_relation(request: HttpRequest, agreement: int, clause: int) -> HttpResponse:
    """The keepers put it down; the network then says which clause made it."""
    today = timezone.localdate()
    found = agreement_for(request.user, agreement, on=today)
    check_may_keep_register(request.user, on=today)
    one = clause_for(found, clause)
    form = ClauseMakes(request.POST or None, boards=boards_known_to(request.user), on=found.from_date or today)
    next_step = "The network and both boards’ pages show it from that day on, and say which clause made it."
    act = act_on(found, f"What clause {one.number} makes", "Put it down", "It is put down.", next_step)

    def do(given: dict[str, Any]) -> object:
        return relate(**given, clause=one, by=request.user, on=today)

    return act_page(request, act, form, do)
