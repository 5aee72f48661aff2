"""What is done with an allocation once it is there: cited, owned, confirmed, withdrawn, and reported on."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.permissions import check_may_manage
from boards.queries.seen import seen
from boards.queries.succession import answers_for_money
from boards.views.acts import act_page
from commissioning.forms.allocation import CiteForm, ConfirmForm, WhoseForm, WithdrawForm, WordsForm, YearForm
from commissioning.forms.spend import SpendForm
from commissioning.operations import allocation as operations
from commissioning.operations.spend import Reported, report_spend
from commissioning.queries.allocation import allocation_for, lines_seen, may_report_on
from commissioning.rules.sums import confirmed_told
from commissioning.rules.years import year_of
from commissioning.views.allocation import act_on, led
from trust.tools.refusal import NotPermitted, Refused


@login_required
def change_words(request: HttpRequest, allocation: int) -> HttpResponse:
    found, today = led(request, allocation), timezone.localdate()
    now = {name: getattr(found, name) for name in WordsForm.base_fields}
    form = WordsForm(request.POST or None, by=request.user, initial=now)
    act = act_on(found, "Change its words", "Change them", "How much it is stays as it was decided.", seen=seen(found))

    def do(given: dict[str, Any]) -> object:
        return operations.change_words(allocation=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


@login_required
def state_year(request: HttpRequest, allocation: int) -> HttpResponse:
    """Of one that was put down without; the year of its round is proposed."""
    found, today = led(request, allocation), timezone.localdate()
    of_round = found.share or found.bid
    form = YearForm(request.POST or None, initial={"year": of_round.round.year if of_round else year_of(today)})
    act = act_on(found, "State its year", "State it", "From then on it is in the sums of that year. It stays as it is.")

    def do(given: dict[str, Any]) -> object:
        return operations.state_year(allocation=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


@login_required
def cite(request: HttpRequest, allocation: int) -> HttpResponse:
    found, today = led(request, allocation), timezone.localdate()
    form = CiteForm(request.POST or None, by=request.user, board=found.fund.board, initial={"decision": found.decision})
    act = act_on(
        found, "Cite the decision that authorised it", "Cite it", "Say whose money it is next.", seen=seen(found)
    )

    def do(given: dict[str, Any]) -> object:
        return operations.cite(allocation=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


@login_required
def say_whose(request: HttpRequest, allocation: int) -> HttpResponse:
    found, today = led(request, allocation), timezone.localdate()
    form = WhoseForm(request.POST or None, allocation=found)
    act = act_on(
        found,
        "Say whose money it is",
        "Put it down",
        "It stands only once each of them has agreed to spend its own, at the line of the resolution.",
        seen=lines_seen(found),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.say_whose(allocation=found, money=form.money(), by=request.user, on=today)

    return act_page(request, act, form, do)


@login_required
def confirm(request: HttpRequest, allocation: int) -> HttpResponse:
    """Another board’s act: for its own officers, by a decision of its own."""
    found, today = allocation_for(request.user, allocation), timezone.localdate()
    board = found.confirming_board
    if board is None:
        raise Refused("No other board has to confirm it.")
    check_may_manage(request.user, board)
    form = ConfirmForm(request.POST or None, by=request.user, board=board, initial={"amount_pence": found.amount_pence})
    act = act_on(found, f"Confirm it for {board}", "Confirm it", "Its page says by which decision, when and by whom.")

    def points(given: dict[str, Any]) -> list[str]:
        return [said] if (said := confirmed_told(found.amount_pence, given["amount_pence"])) else []

    def do(given: dict[str, Any]) -> object:
        told = {"pence": given["amount_pence"], "stated": form.stated("amount_pence"), "reason": given["reason"]}
        return operations.confirm(allocation=found, decision=given["decision"], **told, by=request.user, on=today)

    return act_page(request, replace(act, points_out=points), form, do)


@login_required
def withdraw(request: HttpRequest, allocation: int) -> HttpResponse:
    found, today = led(request, allocation), timezone.localdate()
    act = act_on(
        found, "Withdraw it", "Withdraw it", "It counts in no sum any more. It stays on record with the reason."
    )

    def do(given: dict[str, Any]) -> object:
        return operations.withdraw(allocation=found, **given, by=request.user, on=today)

    return act_page(request, act, WithdrawForm(request.POST or None), do)


@login_required
def report(request: HttpRequest, allocation: int) -> HttpResponse:
    """By the partner that spends it; by an officer from a paper, which is said."""
    found, today = allocation_for(request.user, allocation), timezone.localdate()
    if not may_report_on(request.user, found, on=today):
        raise NotPermitted("Only the partner that spends it, and the officers from a paper, report on this.")
    partner = found.responsible
    is_own = partner is not None and answers_for_money(request.user, partner, on=today)
    form = SpendForm(request.POST or None, is_own=is_own, on=today)
    act = act_on(
        found,
        "Report what is spent",
        "Report it",
        "It is written once. A later report counts instead; this one is kept.",
    )

    def do(given: dict[str, Any]) -> object:
        stated: dict[str, Any] = {f"{name}_stated": form.stated(f"{name}_pence") for name in ("spent", "forecast")}
        said = Reported(**given, **stated)
        return report_spend(allocation=found, said=said, by=request.user, at=timezone.now(), on=today)

    return act_page(request, act, form, do)
