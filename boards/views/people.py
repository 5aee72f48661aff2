"""The list of people, and somebody added to it."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from boards.forms.person import NewPersonForm
from boards.operations import person as operations
from boards.permissions import check_may_keep_register, keeps_register
from boards.queries.access import partners_to_staff
from boards.queries.people import people_known_to
from boards.queries.people_list import called_alike, partners_of_people, people_called, people_rows
from boards.rules.post import post_lines
from boards.views.acts import Act, act_page, asked
from trust.tools.sheets import KINDS, sheet

PAGE = 100
COLUMNS = ("Name", "Posts", "Partners", "Appointed", "Boards")


def people(request: HttpRequest) -> HttpResponse:
    """Everybody the reader may know of by name, found by name, post or partner."""
    today = timezone.localdate()
    cut = {name: asked(request, name) for name in ("words", "partner", "order")}
    page = Paginator(people_called(request.user, **cut, on=today), PAGE).get_page(request.GET.get("page"))
    kept = {name: asked for name, asked in cut.items() if asked and name != "order"}
    context = {
        "page": page,
        "people": [(one, post_lines(one.held)) for one in page],  # type: ignore[attr-defined]
        "cut": cut,
        "asked": urlencode(kept),
        "order": cut["order"] or "name",
        "is_cut": bool(cut["words"] or cut["partner"]),
        "partners": list(partners_of_people(request.user)),
        "may_add": partners_to_staff(request.user, on=today).exists(),
    }
    return render(request, "boards/people.html", context)


def people_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404
    cut = {name: asked(request, name) for name in ("words", "partner", "order")}
    found = people_called(request.user, **cut, on=timezone.localdate())
    return sheet(kind, "people", COLUMNS, people_rows(found))


def add_person(request: HttpRequest) -> HttpResponse:
    """Put down somebody the register does not know. ``?partner=``: where it is asked from a partner’s page."""
    today = timezone.localdate()
    keeps, partners = keeps_register(request.user, on=today), partners_to_staff(request.user, on=today)
    if not partners.exists():
        check_may_keep_register(request.user, on=today)
    of = partners.filter(slug=asked(request, "partner")).first()
    form = NewPersonForm(request.POST or None, keeps=keeps, partners=partners, initial={"partner": of} if of else {})
    act = Act(
        title="Add a person",
        about="",
        button="Add them",
        next_step="They have a page, and can be given posts and seats. A way to sign in is sent from their page.",
        said="The person is added.",
        place="People",
        then=reverse("boards:people"),
        points_out=lambda given: _alike(request, given["name"]),
    )

    def do(given: dict[str, Any]) -> object:
        partner, post, by = given["partner"], form.of_post(), request.user
        return operations.add_person(partner=partner, post=post, by=by, on=today, **form.of_person())  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def _alike(request: HttpRequest, name: str) -> list[str]:
    """Who that the reader may know of stands under this name already: another may, and is not the same for that."""
    known = called_alike(name).filter(pk__in=people_known_to(request.user).values("pk"))
    there = [", ".join(map(str, [one.name, *one.posts.all()])) for one in known]
    return [f"Already in the register: {one}. Two people with one name stay two." for one in there]
