"""The partners, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from boards.models import Partner
from boards.queries.partners import has_colleagues_at, lineage_of, partner_for, partners_called, seats_of
from boards.queries.people import people_of
from boards.queries.seat_lines import seat_lines
from boards.views.acts import asked


def partners(request: HttpRequest) -> HttpResponse:
    """Every partner the reader may know of, found by any of its names."""
    cut = {name: asked(request, name) for name in ("words", "category")}
    context = {
        "partners": list(partners_called(request.user, **cut)),
        "cut": cut,
        "is_cut": any(cut.values()),
        "categories": Partner.Category.choices,
    }
    return render(request, "boards/partners.html", context)


def partner(request: HttpRequest, partner: str) -> HttpResponse:
    """A partner under all its names, its seats on the boards the reader may know of, and its people."""
    found, today = partner_for(request.user, partner), timezone.localdate()
    seats = seats_of(found, request.user, on=today)
    context = {
        "partner": found,
        "lineage": lineage_of(found),
        "lines": seat_lines(seats, request.user, on=today, with_substitutes=False),
        "posts": list(people_of(found, request.user, on=today)),
        "may_read_history": has_colleagues_at(found, request.user),
    }
    return render(request, "boards/partner.html", context)
