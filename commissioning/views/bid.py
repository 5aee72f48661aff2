"""A bid: what it asks, in which ways, what became of it; and the pages that put it down."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.queries.seen import seen
from boards.views.acts import Act, act_page
from commissioning.forms.bid import BidForm, FileForm
from commissioning.models import Bid
from commissioning.operations import bid as operations
from commissioning.permissions import check_may_set_up
from commissioning.queries.allocation import decision_cited
from commissioning.queries.bid import bid_for, bid_read_for, kept_out_of
from commissioning.queries.round import may_lead
from commissioning.rules import sums
from commissioning.views.round import act_on as act_on_round
from commissioning.views.round import led as round_led
from commissioning.views.round import trail
from trust.tools.attachments import attachment_answer
from trust.tools.refusal import Refused


@login_required
@require_safe
def page(request: HttpRequest, bid: int) -> HttpResponse:
    found, today = bid_for(request.user, bid), timezone.localdate()
    read = bid_read_for(found, request.user, on=today)
    of = f"the share of {found.share}" if found.share else "the pot"
    whole = found.share.amount_pence if found.share else found.round.amount_pence
    leads = may_lead(request.user, found.round.fund.board)
    context = {
        "bid": found,
        "read": read,
        "options": found.options.all(),
        "asked_told": sums.asked_told(found.asked_pence, read.allocated),
        "too_much": sums.bid_told(found.asked_pence, whole, of=of) if whole is not None else [],
        "kept_out": kept_out_of(found, request.user, on=today) if leads else [],
        "decision_at": decision_cited(found.decision, request.user),
        "may_lead": leads,
    }
    return render(request, "commissioning/bid.html", context)


@login_required
def add(request: HttpRequest, round: int) -> HttpResponse:
    of = round_led(request, round)
    form = BidForm(request.POST or None, by=request.user, of=of)
    act = act_on_round(
        of,
        "Put down a bid",
        "Put it down",
        "It is there for those who read the board’s papers, but not for those who sit for whoever would be paid.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_bid(one=of, fields=form.fields_of(), by=request.user)

    return act_page(request, act, form, do)


@login_required
def change(request: HttpRequest, bid: int) -> HttpResponse:
    found = led(request, bid)
    lists = {name: list(getattr(found, name).all()) for name in ("providers", "priorities")}
    tender = {True: "yes", False: "no", None: ""}[found.is_tendered]
    now = {name: getattr(found, name) for name in BidForm.base_fields} | lists | {"is_tendered": tender}
    form = BidForm(request.POST or None, by=request.user, of=found.round, initial=now)
    act = act_on(
        found, "Change what is put down of this bid", "Change it", "What it was stays in its history.", seen=seen(found)
    )

    def do(given: dict[str, Any]) -> object:
        return operations.change_bid(bid=found, fields=form.fields_of(), by=request.user)

    return act_page(request, act, form, do)


@login_required
def attach(request: HttpRequest, bid: int) -> HttpResponse:
    """A file cannot be read through first: it is kept at once, and may be exchanged for another."""
    found = led(request, bid)
    form, status = FileForm(request.POST or None, request.FILES or None), 200
    act = act_on(found, "Attach the service specification", "Keep it", "")
    if request.method == "POST":
        if form.is_valid():
            try:
                operations.attach(bid=found, file=form.cleaned_data["file"], by=request.user)
            except Refused as refusal:
                form.add_error("file", str(refusal))
            else:
                return done(request, found, "The file is kept.")
        status = 422
    context = {"act": replace(act, at_once=True), "form": form}
    return render(request, "boards/act.html", context, status=status)


@login_required
@require_safe
def file(request: HttpRequest, bid: int) -> HttpResponse:
    found = bid_for(request.user, bid)
    if not found.document:
        raise Http404("No file is attached to this bid.")
    return attachment_answer(found.document, found.document_name)


def led(request: HttpRequest, pk: int) -> Bid:
    """The bid, for the officers who manage the board of its fund; 404 for who may not know of it."""
    found = bid_for(request.user, pk)
    check_may_set_up(request.user, found.round.fund.board)
    return found


def done(request: HttpRequest, found: Bid, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(found.get_absolute_url())


def act_on(found: Bid, title: str, button: str, next_step: str, said: str = "It is put down.", **more: Any) -> Act:
    at, above = found.get_absolute_url(), (str(found.round), found.round.get_absolute_url())
    return Act(title, str(found), button, next_step, said, str(found), at, trail=trail(above, (str(found), at)), **more)
