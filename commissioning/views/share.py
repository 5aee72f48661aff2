"""Dividing a pot: the same to each in one act, and one share at a time."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.queries.seen import seen
from boards.views.acts import act_page, confirm_page
from commissioning.forms.round import DivideForm, ShareForm
from commissioning.operations import round as operations
from commissioning.queries.round import round_read, share_for
from commissioning.rules.round import left_told
from commissioning.views.round import act_on, led


@login_required
def divide(request: HttpRequest, round: int) -> HttpResponse:
    """Equal shares in one act; what they come to beside the pot is read before it is done."""
    found = led(request, round)
    form = DivideForm(request.POST or None, by=request.user)
    told = [share.amount_pence for share in found.shares.all()]

    def points(given: dict[str, Any]) -> list[str]:
        many = len(given["boards"]) + len(given["bodies"])
        return left_told(found.amount_pence, told, many, given["amount_pence"])

    act = act_on(found, "Divide the pot", "Divide it", "Each share stands on the round’s page, to be bid against.")
    act = replace(act, points_out=points)

    def do(given: dict[str, Any]) -> object:
        return operations.divide(
            one=found,
            boards=list(given["boards"]),
            bodies=given["bodies"],
            pence=given["amount_pence"],
            stated=form.stated("amount_pence"),
            by=request.user,
        )

    return act_page(request, act, form, do)


@login_required
def change(request: HttpRequest, round: int, share: int) -> HttpResponse:
    found = led(request, round)
    one = share_for(found, share)
    now = {name: getattr(one, name) for name in ("amount_pence", "returned_pence", "note")}
    form = ShareForm(request.POST or None, initial=now)
    act = act_on(found, f"Change the share of {one}", "Change it", "What it was stays in its history.", seen=seen(one))
    reads = round_read(found, request.user, on=timezone.localdate()).shares

    def do(given: dict[str, Any]) -> object:
        allocated = next(read.allocated for read in reads if read.share.pk == one.pk)
        return operations.change_share(
            share=one, fields=form.fields_of(), allocated=allocated, because=given["because"], by=request.user
        )

    return act_page(request, act, form, do)


@login_required
def remove(request: HttpRequest, round: int, share: int) -> HttpResponse:
    found = led(request, round)
    one = share_for(found, share)
    act = act_on(found, f"Take out the share of {one}", "Take it out", "History keeps it.", "It is taken out.")
    return confirm_page(request, act, lambda: operations.take_out_share(share=one, by=request.user))
