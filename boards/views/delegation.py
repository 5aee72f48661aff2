"""The powers a partner has delegated: reading them, giving one, ending it, listing a use."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.delegation import DelegationForm, UseForm
from boards.forms.seat import LastDay
from boards.models import Partner
from boards.operations import delegation as operations
from boards.permissions import check_may_speak_for, may_speak_for
from boards.queries.delegation import delegation_for, partner_with_powers, powers
from boards.views.acts import Act, act_page


@require_safe
def delegations(request: HttpRequest, partner: str) -> HttpResponse:
    today = timezone.localdate()
    found = partner_with_powers(request.user, partner, on=today)
    context = {
        "partner": found,
        "powers": powers(found, request.user, on=today),
        "may_speak": may_speak_for(request.user, found, on=today),
    }
    return render(request, "boards/delegations.html", context)


def delegate(request: HttpRequest, partner: str) -> HttpResponse:
    found, today = _spoken_for(request, partner), timezone.localdate()
    form = DelegationForm(request.POST or None, initial={"from_date": today})
    act = _act(found, "Put down a delegated power", "Put it down", "Answers can be given under it.", "It is put down.")

    def do(given: dict[str, Any]) -> object:
        return operations.delegate(partner=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def end_delegation(request: HttpRequest, partner: str, delegation: int) -> HttpResponse:
    found, today = _spoken_for(request, partner), timezone.localdate()
    one = delegation_for(found, delegation)
    act = _act(found, "End a delegated power", "End it", "A use after that day is marked.", "The power is ended.")

    def do(given: dict[str, Any]) -> object:
        last = {"last_day": given["last_day"], "why": given["why"]}
        return operations.end_delegation(delegation=one, **last, by=request.user, on=today)

    return act_page(request, act, LastDay(request.POST or None, on=today), do)


def list_use(request: HttpRequest, partner: str, delegation: int) -> HttpResponse:
    """One that is no answer to an agreement."""
    found, now = _spoken_for(request, partner), timezone.now()
    one = delegation_for(found, delegation)
    said = "It is listed with the others. One that was not in order is marked."
    act = _act(found, f"List a use by the {one.to_post}", "List it", said, "The use is listed.")

    def do(given: dict[str, Any]) -> object:
        return operations.list_use(delegation=one, **given, by=request.user, at=now)

    return act_page(request, act, UseForm(request.POST or None, on=timezone.localdate(now)), do)


def _spoken_for(request: HttpRequest, partner: str) -> Partner:
    today = timezone.localdate()
    found = partner_with_powers(request.user, partner, on=today)
    check_may_speak_for(request.user, found, on=today)
    return found


def _act(partner: Partner, title: str, button: str, next_step: str, said: str) -> Act:
    then = reverse("boards:delegations", args=[partner.slug])
    about = partner.name
    return Act(title, about, button, next_step, said, "Delegated powers", then)
