"""Budgets: priorities and funds, as far as the reader reads the papers of their boards."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from commissioning.queries.fund import boards_set_up_by, fund_lines
from commissioning.queries.groups import groups_on_priorities
from commissioning.queries.priority import priorities_seen_by


@login_required
def budgets(request: HttpRequest) -> HttpResponse:
    groups = groups_on_priorities(request.user, on=timezone.localdate())
    context = {
        "lines": fund_lines(request.user),
        "priorities": [(one, groups.get(one.pk, [])) for one in priorities_seen_by(request.user)],
        "may_set_up": boards_set_up_by(request.user).exists(),
    }
    return render(request, "commissioning/budgets.html", context)
