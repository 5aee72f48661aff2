"""Putting an agreement to partners, and what each is asked."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms.agreement import AskedForm, Asking, Why
from boards.forms.asked import Reminding
from boards.models import Agreement
from boards.operations import agreement as operations
from boards.operations import asked as reminding
from boards.queries.agreement_page import partners_to_ask
from boards.queries.agreements import asked_for
from boards.queries.asked import silent_partners, who_answers_for
from boards.queries.clauses import clause_lines
from boards.rules.asked import REST, check_is_with_partners, people_in_words
from boards.views.acts import act_page
from boards.views.agreement import act_on, managed
from trust.tools.words import counted


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

    def points_out(given: dict[str, Any]) -> list[str]:
        return [*_to_look_at(found), *_who_is_written_to(given)]

    return act_page(request, replace(act, points_out=points_out), form, do)


def _to_look_at(agreement: Agreement) -> list[str]:
    """What is amiss in the clauses, while they can still be changed (4.13)."""
    if agreement.status != Agreement.Status.DRAFT:
        return []
    return [f"To look at first: {line.finding}" for line in clause_lines(agreement) if line.finding]


def _who_is_written_to(given: dict[str, Any]) -> list[str]:
    """How many for which partner, and for whom nobody."""
    answering = who_answers_for(given["partners"]) if given["tell"] else {}
    written_to = [(one.short_name, [user.email for user in answering.get(one.pk, [])]) for one in given["partners"]]
    return [people_in_words(written_to)] if given["tell"] else []


def remind_partners(request: HttpRequest, agreement: int) -> HttpResponse:
    """Which silent partners are written to again; how many people that is stands on the page before it is done."""
    found, today = managed(request, agreement), timezone.localdate()
    check_is_with_partners(found)
    writing = silent_partners(found, on=today)
    form = Reminding(request.POST or None, writing=writing)
    next_step = f"They are not written to again within {counted(REST.days, 'day')}. Their pages say that they were."
    act = act_on(found, "Remind partners that are silent", "Send the e-mails", "They are reminded.", next_step)
    shown = {"waits": [one for one in writing if not one.can_be_reminded]}

    def do(given: dict[str, Any]) -> object:
        return reminding.remind_partners(agreement=found, **given, by=request.user, on=today)

    return act_page(request, replace(act, page="boards/remind.html", shown=shown), form, do)


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
