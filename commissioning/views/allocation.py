"""An allocation: how much, whether it stands, what is missing and whom to ask; and allocating."""

import dataclasses
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.views.acts import Act, act_page
from commissioning.forms.allocation import AllocateForm, AmountForm
from commissioning.models import Allocation, Fund
from commissioning.operations import allocation as operations
from commissioning.operations.allocation import Given
from commissioning.permissions import check_may_set_up
from commissioning.queries.allocation import allocation_for
from commissioning.queries.allocation_page import page_of
from commissioning.queries.fund import fund_for
from commissioning.rules.gate import ends_told
from commissioning.rules.years import year_of
from commissioning.views.bid import led as bid_led

NEXT = "It is provisional. Its page says line by line what it waits for, and whom to ask."


@login_required
@require_safe
def page(request: HttpRequest, allocation: int) -> HttpResponse:
    found = allocation_for(request.user, allocation)
    context = {"page": page_of(found, request.user, on=timezone.localdate()), "allocation": found}
    return render(request, "commissioning/allocation.html", context)


@login_required
def allocate(request: HttpRequest, fund: int) -> HttpResponse:
    of_fund = fund_for(request.user, fund)
    check_may_set_up(request.user, of_fund.board)
    return _allocate(request, of_fund, {"year": year_of(timezone.localdate())}, of_fund.get_absolute_url())


@login_required
def allocate_to(request: HttpRequest, bid: int) -> HttpResponse:
    found = bid_led(request, bid)
    given = {"bid": found, "share": found.share, "purpose": found.title, "year": found.round.year}
    more = {"confirming_board": found.round.confirming_board, "decision": found.decision}
    return _allocate(request, found.round.fund, given | more, found.get_absolute_url())


def _allocate(request: HttpRequest, fund: Fund, initial: dict[str, Any], then: str) -> HttpResponse:
    today = timezone.localdate()
    form = AllocateForm(request.POST or None, by=request.user, fund=fund, initial=initial)
    act = Act("Allocate", str(fund), "Allocate it", NEXT, "It is allocated, provisionally.", str(fund), then)

    def do(given: dict[str, Any]) -> object:
        return operations.allocate(fund=fund, given=_given(form), by=request.user, on=today)

    act = dataclasses.replace(act, points_out=lambda given: ending(fund, given["year"]))
    return act_page(request, act, form, do)


@login_required
def replace(request: HttpRequest, allocation: int) -> HttpResponse:
    """A change in the middle of the year: a new allocation, by a decision of its own."""
    was, today = led(request, allocation), timezone.localdate()
    form = AmountForm(request.POST or None, by=request.user, board=was.fund.board)
    act = act_on(
        was,
        "Replace it by another amount",
        "Put it down",
        "Until the new one stands, the one before does. Both stay on record.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.replace(allocation=was, given=_given(form, **_of(was)), by=request.user, on=today)

    act = dataclasses.replace(act, points_out=lambda _: ending(was.fund, was.year))
    return act_page(request, act, form, do)


def ending(fund: Fund, year: int | None) -> list[str]:
    """What is pointed out where the agreement ends within the year; it refuses nothing."""
    return [said] if (said := ends_told(fund, year, on=timezone.localdate())) else []


def _given(form: AmountForm, **kept: Any) -> Given:
    told = dict(form.cleaned_data)
    return Given(pence=told.pop("amount_pence"), stated=form.stated("amount_pence"), **told, **kept)


def _of(was: Allocation) -> dict[str, Any]:
    """What stays as it was."""
    kept = ("purpose", "year", "share", "bid", "priority", "responsible", "confirming_board")
    return {name: getattr(was, name) for name in kept}


def led(request: HttpRequest, pk: int) -> Allocation:
    """The allocation, for the officers who manage the board of its fund; 404 for who may not know of it."""
    found = allocation_for(request.user, pk)
    check_may_set_up(request.user, found.fund.board)
    return found


def act_on(
    found: Allocation, title: str, button: str, next_step: str, said: str = "It is put down.", **more: Any
) -> Act:
    at = found.get_absolute_url()
    trail = (
        ("Budgets", reverse("commissioning:budgets")),
        ("Allocations", reverse("commissioning:allocations")),
        (found.purpose, at),
    )
    return Act(title, found.purpose, button, next_step, said, found.purpose, at, trail=trail, **more)
