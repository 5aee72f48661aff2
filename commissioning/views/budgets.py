"""Budgets: priorities and funds, and the pages that set them up."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from commissioning.forms import setting_up as forms
from commissioning.models import Contribution, Fund
from commissioning.operations.setting_up import keep
from commissioning.permissions import check_may_set_up
from commissioning.queries.fund import (
    boards_set_up_by,
    contribution_for,
    fund_for,
    fund_line,
    fund_lines,
)
from commissioning.queries.groups import groups_on_priorities
from commissioning.queries.priority import priorities_seen_by
from trust.tools.refusal import Refused, why_not


@login_required
def budgets(request: HttpRequest) -> HttpResponse:
    groups = groups_on_priorities(request.user, on=timezone.localdate())
    context = {
        "lines": fund_lines(request.user),
        "priorities": [(one, groups.get(one.pk, [])) for one in priorities_seen_by(request.user)],
        "may_set_up": boards_set_up_by(request.user).exists(),
    }
    return render(request, "commissioning/budgets.html", context)


@login_required
def fund(request: HttpRequest, pk: int) -> HttpResponse:
    found = fund_for(request.user, pk)
    context = {
        "line": fund_line(found),
        "fund": found,
        "locked_because": why_not(check_may_set_up, request.user, found.board),
    }
    return render(request, "commissioning/fund.html", context)


@login_required
def set_up_fund(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    entry = fund_for(request.user, pk) if pk else Fund()
    of_today = partial(forms.FundForm, on=timezone.localdate())
    return _set_up(request, of_today, entry, "Change the fund" if pk else "Add a fund")


@login_required
def set_up_contribution(request: HttpRequest, fund: int, pk: int | None = None) -> HttpResponse:
    of_fund = fund_for(request.user, fund)
    entry = contribution_for(of_fund, pk) if pk else Contribution(fund=of_fund)
    heading = "Change the contribution" if pk else "Add a contribution"
    return _set_up(request, forms.ContributionForm, entry, heading, fund=of_fund)


def _set_up(
    request: HttpRequest, form_class: Callable[..., ModelForm], entry: Any, heading: str, fund: Fund | None = None
) -> HttpResponse:
    """One page for every kind of entry: its form, then back to where it is shown."""
    form = form_class(request.POST or None, instance=entry, by=request.user)
    locked_because = _locked_because(request, entry, fund)
    status = 403 if locked_because else 200
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep(entry=form.save(commit=False), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
        else:
            messages.success(request, f"Saved: {kept}.")
            shown = kept if isinstance(kept, Fund) else fund
            return redirect("commissioning:fund", shown.pk) if shown else redirect("commissioning:budgets")
    elif form.errors:
        status = 422
    context = {"form": form, "heading": heading, "fund": fund, "locked_because": locked_because}
    return render(request, "commissioning/set_up.html", context, status=status)


def _locked_because(request: HttpRequest, entry: Any, fund: Fund | None) -> str:
    board = fund.board if fund else entry.board if entry.pk else None
    if board:
        return why_not(check_may_set_up, request.user, board)
    may = boards_set_up_by(request.user).exists()
    return "" if may else "Only the officers who manage a board set up its budgets."
