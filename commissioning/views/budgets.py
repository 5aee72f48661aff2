"""Budgets: the way to everything that is commissioned, as far as the reader reads the papers of its boards."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from commissioning.queries.fund import boards_set_up_by
from commissioning.queries.funds import boards_with_funds, funds_listed
from commissioning.queries.groups import groups_on_priorities
from commissioning.queries.ledger import ledger_of
from commissioning.queries.priority import priorities_seen_by
from commissioning.queries.statement import partners_answered_for
from commissioning.rules.ledger import said_of
from commissioning.rules.report import summed_up
from commissioning.rules.years import financial_year, year_of


@login_required
def budgets(request: HttpRequest) -> HttpResponse:
    """This year's money in a sentence, what does not add up, the pots, the priorities, and the way to the rest."""
    on = timezone.localdate()
    groups = groups_on_priorities(request.user, on=on)
    ledger = ledger_of(request.user, year=year_of(on), on=on)
    context = {
        "year": financial_year(year_of(on)),
        "ledger": ledger,
        "summed_up": summed_up(ledger),
        "said": said_of(ledger),
        "reads": funds_listed(request.user, {}, on=on),
        "priorities": [(one, groups.get(one.pk, [])) for one in priorities_seen_by(request.user)],
        "boards": boards_with_funds(request.user),
        "partners": partners_answered_for(request.user),
        "may_set_up": boards_set_up_by(request.user).exists(),
    }
    return render(request, "commissioning/budgets.html", context)
