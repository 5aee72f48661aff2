"""What is done with a bid: its options, where it is taken, what was decided of it, and how it ended."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.queries.seen import seen
from boards.views.acts import act_page, confirm_page
from commissioning.forms.bid import CloseForm, DecideForm, ItemForBid, OptionForm, WhyForm
from commissioning.models import Bid
from commissioning.operations import bid as operations
from commissioning.queries.bid import option_for, partners_at
from commissioning.views.bid import act_on, led


@login_required
def add_option(request: HttpRequest, bid: int) -> HttpResponse:
    found = led(request, bid)
    form = OptionForm(request.POST or None)
    act = act_on(found, "Put down an option", "Put it down", "It stands beside the others on the bid’s page.")

    def do(given: dict[str, Any]) -> object:
        return operations.add_option(bid=found, fields=form.fields_of(), by=request.user)

    return act_page(request, act, form, do)


@login_required
def change_option(request: HttpRequest, bid: int, option: int) -> HttpResponse:
    found = led(request, bid)
    one = option_for(found, option)
    now = {name: getattr(one, name) for name in OptionForm.base_fields}
    form = OptionForm(request.POST or None, initial=now)
    act = act_on(found, f"Change the option “{one}”", "Change it", "What it was stays in its history.", seen=seen(one))

    def do(given: dict[str, Any]) -> object:
        return operations.change_option(option=one, fields=form.fields_of(), by=request.user)

    return act_page(request, act, form, do)


@login_required
def take_out_option(request: HttpRequest, bid: int, option: int) -> HttpResponse:
    found = led(request, bid)
    one = option_for(found, option)
    act = act_on(found, f"Take out the option “{one}”", "Take it out", "History keeps it.", "It is taken out.")
    return confirm_page(request, act, lambda: operations.take_out_option(option=one, by=request.user))


@login_required
def take_at(request: HttpRequest, bid: int) -> HttpResponse:
    """Whoever works for a provider is then proposed for a declaration at the desk."""
    found, board = led(request, bid), led(request, bid).round.fund.board
    form = ItemForBid(request.POST or None, by=request.user, board=board, initial=_taken(found))
    act = act_on(
        found,
        "Say under which item it is taken",
        "Put it down",
        "The item names those who would be paid as partners it concerns. Whoever works for them is proposed for a "
        "declaration of interest at the desk, and the check before circulating names who stayed in the room.",
        seen=seen(found),
    )

    def do(given: dict[str, Any]) -> object:
        open_to = list(partners_at(given["item"].meeting)) if given["closed"] else []
        return operations.take_at(bid=found, item=given["item"], open_to=open_to, by=request.user)

    return act_page(request, act, form, do)


def _taken(found: Bid) -> dict[str, Any]:
    """That the item is closed to those who would be paid is proposed, unless it was left open before."""
    return {"item": found.item, "closed": found.item is None or bool(found.item.restricted_reason)}


@login_required
def decide(request: HttpRequest, bid: int) -> HttpResponse:
    found = led(request, bid)
    now = {"decision": found.decision, "option": found.options.filter(is_chosen=True).first()}
    amended = {"amended_from": found.amended_from, "amended_to": found.amended_to}
    board = found.round.fund.board
    form = DecideForm(request.POST or None, by=request.user, bid=found, board=board, initial=now | amended)
    act = act_on(
        found,
        "Put down what was decided",
        "Put it down",
        "The bid’s page says so. Allocate to it next.",
        seen=seen(found),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.decide(bid=found, **given, by=request.user)

    return act_page(request, act, form, do)


@login_required
def close(request: HttpRequest, bid: int) -> HttpResponse:
    found, today = led(request, bid), timezone.localdate()
    form = CloseForm(request.POST or None, initial={"day": today})
    act = act_on(found, "Put down that it was withdrawn or turned down", "Put it down", "It is asked for no longer.")

    def do(given: dict[str, Any]) -> object:
        return operations.close_bid(bid=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


@login_required
def open_again(request: HttpRequest, bid: int) -> HttpResponse:
    found = led(request, bid)
    act = act_on(found, "Take back that it ended", "Take it back", "The bid is asked for again.")

    def do(given: dict[str, Any]) -> object:
        return operations.open_again(bid=found, because=given["because"], by=request.user)

    return act_page(request, act, WhyForm(request.POST or None), do)
