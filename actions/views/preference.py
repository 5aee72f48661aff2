"""How somebody is reminded: on a page of their own, and by the signed link in a mail to them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from actions.forms.preference import PreferenceForm
from actions.operations.preference import set_preference, turn_off_all
from actions.queries.calendar import feed_address
from actions.queries.preference import choices_of, person_of
from boards.models import Person

SAID = "Saved. Reminders come like this from now on."
ENDED = "This link is too old, was altered, or went to an address that is not used any more."


@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    person = own_person(request)
    done = _answered(request, person, by=request.user)
    if done is None:
        return redirect(f"{reverse('actions:preferences')}?saved=yes")
    context = {"form": done, "choices": choices_of(person), "calendar": feed_address(person), "own": True}
    return _page(request, context, done)


@csrf_exempt
@never_cache
def preference_link(request: HttpRequest, token: str) -> HttpResponse:
    """Good for nothing else. A mail program’s own button posts here and has no cookie: the link itself is its right."""
    person = person_of(token)
    if person is None:
        return render(request, "actions/link_ended.html", {"why": ENDED}, status=410)
    if request.POST.get("List-Unsubscribe") == "One-Click":
        turn_off_all(person=person)
        return HttpResponse("Done.", content_type="text/plain")
    done = _answered(request, person, by=None)
    if done is None:
        return redirect(f"{reverse('actions:preference_link', args=[token])}?saved=yes")
    return _page(request, {"form": done, "choices": choices_of(person)}, done)


def own_person(request: HttpRequest) -> Person:
    person = Person.objects.select_related("user").filter(user=request.user.pk).first()
    if person is None:
        raise Http404("Nobody in the records has this login, so nothing is owed.")
    return person


def _answered(request: HttpRequest, person: Person, *, by: Any) -> PreferenceForm | None:
    """None once it is kept; else the form to be shown."""
    form = PreferenceForm(request.POST or None, choices=choices_of(person))
    if form.is_valid():
        set_preference(person=person, way=form.cleaned_data["way"], off=form.boards_off(), by=by)
        return None
    return form


def _page(request: HttpRequest, context: dict[str, Any], form: PreferenceForm) -> HttpResponse:
    said = SAID if "saved" in request.GET else ""
    return render(request, "actions/preferences.html", context | {"said": said}, status=422 if form.is_bound else 200)
