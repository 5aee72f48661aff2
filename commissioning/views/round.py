"""A round: its pot, shares, bids and what was allocated, and the pages that put it down."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.queries.seen import seen
from boards.views.acts import Act, act_page, confirm_page
from commissioning.forms.round import FundToDivide, RoundChangeForm, RoundForm
from commissioning.models import Fund, Round
from commissioning.operations import round as operations
from commissioning.permissions import check_may_set_up
from commissioning.queries.allocation import amount_of_fund, pots_beside
from commissioning.queries.fund import fund_for
from commissioning.queries.round import funds_to_divide, may_lead, round_for, round_read
from commissioning.rules.sums import pots_told
from trust.tools.refusal import NotPermitted

TRAIL = (("Budgets", "commissioning:budgets"), ("Rounds", "commissioning:rounds"))


@login_required
@require_safe
def page(request: HttpRequest, round: int) -> HttpResponse:
    found = round_for(request.user, round)
    context = {
        "read": round_read(found, request.user, on=timezone.localdate()),
        "round": found,
        "may_lead": may_lead(request.user, found.fund.board),
    }
    return render(request, "commissioning/round.html", context)


@login_required
def choose_fund(request: HttpRequest) -> HttpResponse:
    """Where somebody leads several boards: out of which fund."""
    funds = funds_to_divide(request.user)
    if not funds.exists():
        raise NotPermitted("Only the officers who manage a board divide its funds. Add a fund first.")
    form = FundToDivide(request.POST or None, funds=funds)
    if request.method == "POST" and form.is_valid():
        return redirect("commissioning:add_round", form.cleaned_data["fund"].pk)
    act = Act("Begin a round", "", "Continue", "", "", "Rounds", reverse("commissioning:rounds"), at_once=True)
    status = 422 if form.errors else 200
    return render(request, "boards/act.html", {"act": act, "form": form}, status=status)


@login_required
def add(request: HttpRequest, fund: int) -> HttpResponse:
    of_fund = fund_for(request.user, fund)
    check_may_set_up(request.user, of_fund.board)
    act = Act(
        title="Begin a round",
        about=str(of_fund),
        button="Begin it",
        next_step="Its page is there for those who read the board’s papers. Divide the pot in shares next.",
        said="The round is begun. Divide the pot next.",
        place="Rounds",
        then=reverse("commissioning:rounds"),
        to_made=True,
        trail=trail(),
        points_out=_pots(of_fund, None),
    )
    form = RoundForm(request.POST or None, by=request.user, fund=of_fund)

    def do(given: dict[str, Any]) -> object:
        return operations.add_round(fund=of_fund, fields=form.fields_of(), by=request.user)

    return act_page(request, act, form, do)


@login_required
def change(request: HttpRequest, round: int) -> HttpResponse:
    found = led(request, round)
    now = {name: getattr(found, name) for name in RoundForm.base_fields}
    form = RoundChangeForm(request.POST or None, by=request.user, fund=found.fund, initial=now)
    act = act_on(
        found,
        "Change what is put down of this round",
        "Change it",
        "What it was stays in its history.",
        seen=seen(found),
        points_out=_pots(found.fund, found.pk),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.change_round(one=found, fields=form.fields_of(), because=given["because"], by=request.user)

    return act_page(request, act, form, do)


@login_required
def remove(request: HttpRequest, round: int) -> HttpResponse:
    """One put down by mistake."""
    found = led(request, round)
    then = reverse("commissioning:rounds") if request.method == "POST" else found.get_absolute_url()
    act = Act(
        "Take the round out", str(found), "Take it out", "History keeps it.", "It is taken out.", str(found), then
    )
    return confirm_page(request, act, lambda: operations.remove_round(one=found, by=request.user))


def _pots(fund: Fund, but: int | None) -> Callable[[dict[str, Any]], list[str]]:
    """What the pots come to beside the fund, read before it is done."""

    def told(given: dict[str, Any]) -> list[str]:
        year = given["year"]
        return pots_told(amount_of_fund(fund, year), pots_beside(fund, year, but=but), given["amount_pence"])

    return told


def led(request: HttpRequest, pk: int) -> Round:
    """The round, for the officers who manage the board of its fund; 404 for who may not know of it."""
    found = round_for(request.user, pk)
    check_may_set_up(request.user, found.fund.board)
    return found


def trail(*more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (*((words, reverse(name)) for words, name in TRAIL), *more)


def act_on(found: Round, title: str, button: str, next_step: str, said: str = "It is put down.", **more: Any) -> Act:
    at = found.get_absolute_url()
    return Act(title, str(found), button, next_step, said, str(found), at, trail=trail((str(found), at)), **more)
