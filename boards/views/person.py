"""A person: posts, seats, how to reach them; and their way in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from boards import permissions
from boards.forms import person as forms
from boards.operations import person as operations
from boards.queries import people
from boards.rules import person as rules
from boards.views.acts import Act, act_page
from trust.tools.refusal import Refused, why_not


def person(request: HttpRequest, person: int) -> HttpResponse:
    """Posts and seats, as far as the reader may know of them; contact details for colleagues, or if public."""
    found, today = people.person_for(request.user, person), timezone.localdate()
    colleague = people.is_colleague(request.user, found, on=today)
    holdings = list(people.holdings_of(found, request.user))
    may_edit = not why_not(permissions.check_may_edit_person, request.user, found, on=today)
    context = {
        "person": found,
        "posts": list(people.posts_of(found, on=today)),
        "holdings": [held for held in holdings if held.to_date is None or held.to_date >= today],
        "former": [held for held in holdings if held.to_date and held.to_date < today],
        "substitutions": list(people.substitutions_of(found, request.user)),
        "is_colleague": colleague,
        "sees_contact": colleague or found.contact_is_public,
        "may_edit": may_edit,
        "not_invited_because": why_not(permissions.check_may_invite, request.user, found, on=today)
        or why_not(rules.check_can_invite, found, None),
        "today": today,
    }
    return render(request, "boards/person.html", context)


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
