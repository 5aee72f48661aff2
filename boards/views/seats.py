"""The places at a board: adding them, changing what they are, confirming whose they are."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.forms import seats as forms
from boards.operations import seats as operations
from boards.operations.seat import move_substitute
from boards.queries.seats import alike_unconfirmed, seat_for, substitute_for
from boards.views.acts import Act, act_page
from boards.views.seat import managed, seat_act


def add_seats(request: HttpRequest, board: str) -> HttpResponse:
    """Add places at the board: one, several alike, or an officer's and an elected member's."""
    found, today = managed(request, board), timezone.localdate()
    form = forms.NewSeats(request.POST or None, on=today)
    act = Act(
        title="Add seats",
        about=str(found),
        button="Add",
        next_step="The board’s page shows them as vacant until somebody is appointed. A seat that goes with a post is "
        "filled at once by whoever holds that post.",
        said="Added.",
        place="Add seats",
        then=found.get_absolute_url() + "#seats",
    )

    def do(given: dict[str, Any]) -> object:
        asked = {name: given[name] for name in ("count", "vacancy_reason", "from_date")}
        sides, by = form.sides, request.user
        return operations.add_seats(board=found, place=form.place(), sides=sides, **asked, by=by, on=today)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def change_seat(request: HttpRequest, board: str, seat: int) -> HttpResponse:
    """What the seat is from a day on: whose, its part, its vote."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    form = forms.ChangedSeat(request.POST or None, seat=its_seat, on=today)
    act = seat_act(
        its_seat,
        title="Change what this seat is",
        button="Change it",
        next_step="Whoever sits in it and whoever covers it go on as before. Meetings before the day you gave keep the "
        "seat as it was.",
        said="The seat is changed.",
    )

    def do(given: dict[str, Any]) -> object:
        days = {"from_date": given["from_date"], "why": given["why"]}
        return operations.change_seat(seat=its_seat, place=form.place(), **days, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def confirm_agency(request: HttpRequest, board: str, seat: int) -> HttpResponse:
    """Say which partner it is that the paper left to be confirmed."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    form = forms.ConfirmedAgency(request.POST or None, seat=its_seat, alike=alike_unconfirmed(its_seat))
    act = seat_act(
        its_seat,
        title=f"Say which partner the {its_seat.agency_stated or 'agency'} is",
        button="Confirm the partner",
        next_step="The seats are that partner’s, and whoever sits in them acts for it. What the paper said stays "
        "beside them.",
        said="The partner is confirmed.",
    )

    def do(given: dict[str, Any]) -> object:
        asked = given | {"all_so_stated": bool(given.get("all_so_stated"))}
        return operations.confirm_agency(seat=its_seat, **asked, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def say_why_vacant(request: HttpRequest, board: str, seat: int) -> HttpResponse:
    """Why the seat is agreed and nobody sits in it."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    initial = {"vacancy_reason": its_seat.vacancy_reason}
    act = seat_act(
        its_seat,
        title="Say why this seat is vacant",
        button="Put it down",
        next_step="The reason stands beside the vacant seat, for everybody who may know of the board, until somebody "
        "is appointed.",
        said="The reason is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.say_why_vacant(seat=its_seat, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.WhyVacant(request.POST or None, initial=initial), do)


@require_POST
def order_substitute(request: HttpRequest, board: str, seat: int, substitute: int) -> HttpResponse:
    """One place up or down in the order in which substitutes are asked."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    covering, up = substitute_for(its_seat, substitute), request.POST.get("way") == "up"
    move_substitute(substitute=covering, up=up, by=request.user, on=today)  # type: ignore[arg-type]
    messages.success(request, f"{covering.person.name} has moved {'up' if up else 'down'}.")
    page = reverse("boards:seat", args=[board, seat])
    return redirect(f"{page}#substitute-{covering.pk}")
