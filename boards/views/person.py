"""A person: posts, seats, how to reach them; and their way in."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from boards import permissions
from boards.forms import person as forms
from boards.models import Person
from boards.models.dated import Dated
from boards.operations import person as operations
from boards.queries import people
from boards.queries.access import partners_to_staff
from boards.queries.people_list import merges_of
from boards.rules import person as rules
from boards.rules.post import post_lines
from boards.rules.seat import CHAIRS
from boards.views.acts import Act, act_page
from boards.views.as_of import as_of
from trust.tools.refusal import Refused, why_not


def person(request: HttpRequest, person: int) -> HttpResponse:
    """Posts and seats, as far as the reader may know of them; contact details for colleagues, or if public.

    An entry that was merged leads to the one that was kept.
    """
    kept = people.kept_for(request.user, person)
    if kept:
        return redirect(kept)
    found, when, today = people.person_for(request.user, person), as_of(request), timezone.localdate()
    colleague = people.is_colleague(request.user, found, on=today)
    keeps = permissions.keeps_register(request.user, on=today)
    context = {
        "person": found,
        "is_colleague": colleague,
        "sees_contact": colleague or found.contact_is_public,
        "may_edit": not why_not(permissions.check_may_edit_person, request.user, found, on=today),
        "is_own": request.user.is_authenticated and found.user_id == request.user.pk,
        "when": when,
        "keeps": keeps and when.is_today,
        "staffs": set(partners_to_staff(request.user, on=today).values_list("pk", flat=True)) if when.is_today else (),
        "merges": list(merges_of(found)) if keeps else [],
        "not_invited_because": why_not(permissions.check_may_invite, request.user, found, on=today)
        or why_not(rules.check_can_invite, found, None),
    }
    held = _held(found, request.user, when.day, today)
    return render(request, "boards/person.html", context | held, status=when.status)


def _held(person: Person, reader: Any, day: dt.date, today: dt.date) -> dict[str, Any]:
    """Posts, seats and boards chaired (requirements 3.7, 4.9), those of the day apart from those before.

    Of today, with what is to come.
    """

    def lasts(row: Dated) -> bool:
        is_to_come = bool(day == today and row.from_date and row.from_date > day)
        return row.holds_on(day) or is_to_come

    posts, seats = list(people.posts_of(person)), list(people.holdings_of(person, reader))
    covered = list(people.substitutions_of(person, reader))
    holdings = [held for held in seats if lasts(held)]
    sitting = [held.seat for held in holdings if held.holds_on(day)]
    return {
        "posts": post_lines(post for post in posts if lasts(post)),
        "posts_before": post_lines(post for post in posts if post.to_date and post.to_date < day),
        "holdings": holdings,
        "former": [held for held in seats if held.to_date and held.to_date < day],
        "boards": list({seat.board_id: seat.board for seat in sitting}.values()),
        "chaired": list({seat.board_id: seat.board for seat in sitting if seat.role in CHAIRS}.values()),
        "substitutions": [row for row in covered if lasts(row)],
        "covered_before": [row for row in covered if row.to_date and row.to_date < day],
    }


def edit_person(request: HttpRequest, person: int) -> HttpResponse:
    found, today = people.person_for(request.user, person), timezone.localdate()
    permissions.check_may_edit_person(request.user, found, on=today)
    act = Act(
        title=f"Change what is put down about {found.name}",
        about="",
        button="Save",
        next_step="Agendas and minutes made from now on show this. Records made before keep what they say.",
        said="Saved.",
        place=found.name,
        then=found.get_absolute_url(),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.edit_person(person=found, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.EditedPerson(request.POST or None, instance=found), do)


def edit_contact(request: HttpRequest, person: int) -> HttpResponse:
    """How to reach somebody, and who may read it: their own choice too."""
    found, today = people.person_for(request.user, person), timezone.localdate()
    permissions.check_may_edit_contact(request.user, found, on=today)
    act = Act(
        title=f"How to reach {found.name}",
        about="",
        button="Save",
        next_step="Those who sit on the same boards read it; anybody does if you chose so. It does not change with "
        "which address anybody signs in.",
        said="Saved.",
        place=found.name,
        then=found.get_absolute_url(),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.edit_contact(person=found, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.OwnContact(request.POST or None, instance=found), do)


def invite(request: HttpRequest, person: int) -> HttpResponse:
    """Send somebody their way in. The page says to which address before it is sent."""
    found, today = people.person_for(request.user, person), timezone.localdate()
    permissions.check_may_invite(request.user, found, on=today)
    refusal = why_not(rules.check_can_invite, found, None)
    if request.method == "POST":
        try:
            operations.invite(person=found, by=request.user, on=today)  # type: ignore[arg-type]
            messages.success(request, f"The invitation is on its way to {found.email}.")
            return redirect(found)
        except Refused as refused:
            refusal = str(refused)
    status = 409 if request.method == "POST" else 200
    return render(request, "boards/invite.html", {"person": found, "refusal": refusal}, status=status)
