"""A seat of a board: who held it, who covers it, and the acts that change this."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from boards import permissions
from boards.forms import seat as forms
from boards.models import Board, Person, Seat
from boards.operations import seat as operations
from boards.queries.boards import board_for
from boards.queries.chair_bar import pointed_out
from boards.queries.people import people_to_appoint
from boards.queries.seats import holding_for, owner_of, seat_for, substitute_for
from boards.views.acts import Act, act_page


def seat(request: HttpRequest, board: str, seat: int) -> HttpResponse:
    """Who held the seat from when to when, and who covers it. For the board's members and who manages its seats."""
    found = board_for(request.user, board)
    permissions.check_may_see_seats(request.user, found)
    its_seat, today = seat_for(found, seat), timezone.localdate()
    holdings = list(its_seat.holdings.select_related("person").order_by("-from_date", "-pk"))
    substitutes = list(its_seat.substitutes.select_related("person"))
    context = {
        "board": found,
        "seat": its_seat,
        "holdings": holdings,
        "is_filled": any(holding.holds_on(today) for holding in holdings),
        "substitutes": [who for who in substitutes if who.to_date is None or who.to_date >= today],
        "former_substitutes": [who for who in substitutes if who.to_date and who.to_date < today],
        "has_ended": bool(its_seat.to_date and its_seat.to_date < today),
        "owner": owner_of(its_seat),
        "awaits_agency": bool(its_seat.agency_stated and not its_seat.partner_id),
        "may_manage": permissions.MANAGE in permissions.words_on(request.user, found),
        "may_read": permissions.SEE_PAPERS in permissions.words_on(request.user, found),
        "today": today,
    }
    return render(request, "boards/seat.html", context)


def managed(request: HttpRequest, board: str) -> Board:
    """The board, for one who may manage it."""
    found = board_for(request.user, board)
    permissions.check_may_manage(request.user, found)
    return found


def seat_act(seat: Seat, *, title: str, button: str, next_step: str, said: str) -> Act:
    """An act done on a seat's page."""
    about = f"{seat}, {seat.board}"
    page = reverse("boards:seat", args=[seat.board.slug, seat.pk])
    return Act(title=title, about=about, button=button, next_step=next_step, said=said, place=str(seat), then=page)


def appoint(request: HttpRequest, board: str, seat: int) -> HttpResponse:
    """Give the seat to somebody."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    form = forms.Appointment(request.POST or None, people=people_to_appoint(request.user, its_seat), on=today)
    act = seat_act(
        its_seat,
        title="Appoint somebody to this seat",
        button="Appoint",
        next_step="The board’s page shows them in this seat, and from their first day until their last they read what "
        "the seat lets them read. Somebody who has no login yet can be invited from their own page.",
        said="The seat is filled.",
    )
    act = replace(act, points_out=lambda given: _of_chairs(request, its_seat, given))

    def do(given: dict[str, Any]) -> object:
        return operations.appoint(
            seat=its_seat,
            person=given["who"],
            from_date=given["from_date"],
            to_date=given["to_date"],
            appointed_by=given["appointed_by"],
            by=request.user,  # type: ignore[arg-type]
            on=today,
        )

    return act_page(request, act, form, do)


def _of_chairs(request: HttpRequest, seat: Seat, given: dict[str, Any]) -> list[str]:
    """What a rule of chairs says of whoever is put in a chair's seat, where it does not refuse them."""
    who = given["who"] if isinstance(given["who"], Person) else None
    return pointed_out(seat, who, given["from_date"], given["to_date"], reader=request.user)


def end_holding(request: HttpRequest, board: str, seat: int, holding: int) -> HttpResponse:
    """Say on which day somebody leaves the seat."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    held = holding_for(its_seat, holding)
    act = seat_act(
        its_seat,
        title=f"Say when {held.person.name} leaves this seat",
        button="Set the last day",
        next_step=f"{held.person.name} keeps what the seat lets them read until the end of that day. "
        "After it the seat is vacant until somebody is appointed.",
        said=f"The last day of {held.person.name} is set.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_holding(holding=held, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.LastDay(request.POST or None, on=today), do)


def add_substitute(request: HttpRequest, board: str, seat: int) -> HttpResponse:
    """Name somebody who may sit when the holder cannot."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    form = forms.Substitution(request.POST or None, people=people_to_appoint(request.user, its_seat), on=today)
    act = seat_act(
        its_seat,
        title="Name a substitute for this seat",
        button="Name them",
        next_step="They may sit when the holder cannot, after those named before them, and from their first day they "
        "read the board’s papers.",
        said="The substitute is named.",
    )

    def do(given: dict[str, Any]) -> object:
        days = {name: given[name] for name in ("from_date", "to_date", "without_post")}
        who, by = given["who"], request.user
        return operations.add_substitute(seat=its_seat, person=who, **days, by=by, on=today)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def end_substitute(request: HttpRequest, board: str, seat: int, substitute: int) -> HttpResponse:
    """Say that somebody covers the seat no longer."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    covering = substitute_for(its_seat, substitute)
    act = seat_act(
        its_seat,
        title=f"Say when {covering.person.name} stops being a substitute",
        button="Set the last day",
        next_step=f"After that day {covering.person.name} no longer sits for the holder nor reads the papers by this.",
        said=f"{covering.person.name} is a substitute until the day you gave.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_substitute(substitute=covering, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.LastDay(request.POST or None, on=today), do)


def end_seat(request: HttpRequest, board: str, seat: int) -> HttpResponse:
    """Say on which day the board has this seat no longer."""
    its_seat, today = seat_for(managed(request, board), seat), timezone.localdate()
    act = seat_act(
        its_seat,
        title="End this seat",
        button="End the seat",
        next_step="After that day the board has no such seat and no quorum counts it. Meetings held before keep it.",
        said="The last day of the seat is set.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.end_seat(seat=its_seat, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.LastDay(request.POST or None, on=today), do)
