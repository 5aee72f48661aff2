"""The partners, the page of one, and the acts of those who keep the register."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from boards.forms import partner as forms
from boards.models import Partner
from boards.operations import partner as operations
from boards.permissions import check_may_keep_register, keeps_register
from boards.queries.access import partners_to_staff
from boards.queries.partners import (
    alias_for,
    has_colleagues_at,
    lineage_of,
    partner_for,
    partner_once_called,
    partners_after,
    partners_called,
    seats_of,
    sheet_rows,
)
from boards.queries.people import people_of
from boards.queries.seat_lines import seat_lines
from boards.views.acts import Act, act_page, asked, confirm_page
from trust.tools.sheets import KINDS, sheet

COLUMNS = ("Partner", "Short name", "Also called", "Standing", "Class", "Began", "Ended")


def partners(request: HttpRequest) -> HttpResponse:
    """Every partner the reader may know of, found by any of its names."""
    cut = {name: asked(request, name) for name in ("words", "category", "order")}
    context = {
        "partners": list(partners_called(request.user, **cut)),
        "cut": cut,
        "is_cut": bool(cut["words"] or cut["category"]),
        "categories": Partner.Category.choices,
        "keeps": keeps_register(request.user, on=timezone.localdate()),
    }
    return render(request, "boards/partners.html", context)


def partners_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    cut = {name: asked(request, name) for name in ("words", "category", "order")}
    return sheet(kind, "partners", COLUMNS, sheet_rows(partners_called(request.user, **cut)))


def partner(request: HttpRequest, partner: str) -> HttpResponse:
    """A partner under all its names, its seats on the boards the reader may know of, and its people."""
    today = timezone.localdate()
    try:
        found = partner_for(request.user, partner)
    except Http404:
        moved = partner_once_called(request.user, partner)
        if moved is None:
            raise
        return redirect(moved)
    seats = seats_of(found, request.user, on=today)
    context = {
        "partner": found,
        "lineage": lineage_of(found),
        "lines": seat_lines(seats, request.user, on=today, with_substitutes=False),
        "posts": list(people_of(found, request.user, on=today)),
        "may_staff": partners_to_staff(request.user, on=today).filter(pk=found.pk).exists(),
        "may_read_history": has_colleagues_at(found, request.user),
        "keeps": keeps_register(request.user, on=today),
        "has_ended": bool(found.ended_date and found.ended_date < today),
    }
    return render(request, "boards/partner.html", context)


def _kept(request: HttpRequest, slug: str) -> Partner:
    """The partner, for one who keeps the register."""
    found = partner_for(request.user, slug)
    check_may_keep_register(request.user, on=timezone.localdate())
    return found


def _act(partner: Partner, *, title: str, button: str, next_step: str, said: str) -> Act:
    """An act done on a partner's page."""
    place, then = partner.short_name, partner.get_absolute_url()
    return Act(title=title, about=partner.name, button=button, next_step=next_step, said=said, place=place, then=then)


def add_partner(request: HttpRequest) -> HttpResponse:
    """Put down a body that joins the partnership."""
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    act = Act(
        title="Add a partner",
        about="",
        button="Add it",
        next_step="It has a page, and seats, people, money and agreements can be put down as its own.",
        said="The partner is added.",
        place="Partners",
        then=reverse("boards:partners"),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_partner(**given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.PartnerForm(request.POST or None), do)


def change_partner(request: HttpRequest, partner: str) -> HttpResponse:
    found, today = _kept(request, partner), timezone.localdate()
    act = _act(
        found,
        title=f"Change what is put down about {found.short_name}",
        button="Save",
        next_step="Pages, agendas and minutes made from now on show this; records made before keep what they say. "
        "A full name it had until now goes on leading here.",
        said="Saved.",
    )
    now = {name: getattr(found, name) for name in forms.PartnerForm.base_fields}

    def do(given: dict[str, Any]) -> object:
        return operations.change_partner(partner=found, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.PartnerForm(request.POST or None, initial=now), do)


def add_alias(request: HttpRequest, partner: str) -> HttpResponse:
    """Another name by which papers call it."""
    found, today = _kept(request, partner), timezone.localdate()
    act = _act(
        found,
        title=f"Add another name of {found.short_name}",
        button="Add it",
        next_step="Whoever looks for this name, or types it as an address, comes to this partner’s page.",
        said="The name leads here now.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_alias(partner=found, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.OtherName(request.POST or None), do)


def remove_alias(request: HttpRequest, partner: str, alias: int) -> HttpResponse:
    found, today = _kept(request, partner), timezone.localdate()
    named = alias_for(found, alias)
    act = _act(
        found,
        title=f"Remove the name “{named.name}”",
        button="Remove it",
        next_step="The name leads here no longer. The history of the partner keeps that it did.",
        said=f"“{named.name}” leads here no longer.",
    )
    return confirm_page(request, act, lambda: operations.remove_alias(alias=named, by=request.user, on=today))  # type: ignore[arg-type]


def succeed(request: HttpRequest, partner: str) -> HttpResponse:
    """Say what takes a partner's place."""
    found, today = _kept(request, partner), timezone.localdate()
    act = _act(
        found,
        title=f"Say what takes the place of {found.short_name}",
        button="Put it down",
        next_step="Both pages say so. What was minuted, agreed or paid before stays with the partner it was recorded "
        "for; what each has agreed to is answered anew by the new one.",
        said="It is put down what takes its place.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.succeed(partner=found, **given, by=request.user, on=today)  # type: ignore[arg-type]

    form = forms.SuccessionForm(request.POST or None, partners=partners_after(found, request.user))
    return act_page(request, act, form, do)


def end_partner(request: HttpRequest, partner: str) -> HttpResponse:
    """Say on which day a body stops being a partner."""
    found, today = _kept(request, partner), timezone.localdate()
    act = _act(
        found,
        title=f"Say when {found.short_name} stops being a partner",
        button="Set the last day",
        next_step="Its page says so, and it is offered no longer for new seats and money. Its seats stay as they are "
        "until they are ended or passed on; the boards’ pages show them.",
        said="The last day is set.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_partner(partner=found, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.EndOfPartner(request.POST or None, on=today), do)
