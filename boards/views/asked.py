"""Putting an agreement to partners, and what each is asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms.agreement import AskedForm, Asking, Why
from boards.operations import agreement as operations
from boards.queries.agreement_page import partners_to_ask
from boards.queries.agreements import asked_for
from boards.views.acts import act_page
from boards.views.agreement import act_on, managed


def ask_partners(request: HttpRequest, agreement: int) -> HttpResponse:
    found, today = managed(request, agreement), timezone.localdate()
    form = Asking(request.POST or None, partners=partners_to_ask(found), on=today)
    next_step = (
        "Those who represent or manage each partner find it on their first page, and answer for it. Its words and "
        "clauses can no longer be changed: a new version can be made."
    )
    act = act_on(found, "Ask partners to agree", "Ask them", "The partners are asked.", next_step)

    def do(given: dict[str, Any]) -> object:
        asked = given | {"partners": list(given["partners"])}
        return operations.ask_partners(agreement=found, **asked, by=request.user, on=today)

    return act_page(request, act, form, do)


def change_asked(request: HttpRequest, agreement: int, partner: str) -> HttpResponse:
    found, today = managed(request, agreement), timezone.localdate()
    asked = asked_for(found, partner)
    form = AskedForm(request.POST or None, asked=asked)
    act = act_on(found, f"What {asked.partner.short_name} is asked", "Change it", "It is changed.")

    def do(given: dict[str, Any]) -> object:
        return operations.change_asked(asked=asked, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def stop_asking(request: HttpRequest, agreement: int, partner: str) -> HttpResponse:
    """For a partner that was asked by mistake."""
    found, today = managed(request, agreement), timezone.localdate()
    asked = asked_for(found, partner)
    said = f"{asked.partner.short_name} is no longer asked."
    act = act_on(found, f"No longer ask {asked.partner.short_name}", "No longer ask it", said)

    def do(given: dict[str, Any]) -> object:
        return operations.stop_asking(asked=asked, why=given["why"], by=request.user, on=today)

    return act_page(request, act, Why(request.POST or None), do)
