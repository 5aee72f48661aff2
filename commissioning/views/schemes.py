"""Setting up a scheme: its areas, who reports, its periods, and when a period is shared."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from boards.forms.agreement import Why
from boards.views.acts import Act, act_page, confirm_page
from commissioning.forms import schemes as forms
from commissioning.models import Scheme
from commissioning.operations import schemes as operations
from commissioning.permissions import check_may_set_up
from commissioning.queries.fund import boards_set_up_by
from commissioning.queries.schemes import (
    Bodies,
    Seen,
    boards_of_districts,
    bodies_to_report,
    period_for,
    periods_of,
    scheme_for,
    there_on,
)
from trust.tools.refusal import NotPermitted

TRAIL = ("Returns", "commissioning:schemes")


def managed(request: HttpRequest, pk: int) -> Seen:
    """A scheme, for the officers who manage its board."""
    seen = scheme_for(request.user, pk)
    check_may_set_up(request.user, seen.scheme.board)
    return seen


def act_of(scheme: Scheme, title: str, button: str, said: str, next_step: str, **more: Any) -> Act:
    """An act on the page where the scheme is set up."""
    then = reverse("commissioning:set_up_scheme", args=[scheme.pk])
    trail = ((TRAIL[0], reverse(TRAIL[1])), (scheme.title, scheme.get_absolute_url()), ("Set up", then))
    told = {"about": f"{scheme}, {scheme.board}", "place": "the scheme", "then": then, "trail": trail}
    return Act(**told | {"title": title, "button": button, "said": said, "next_step": next_step} | more)


@login_required
def add_scheme(request: HttpRequest) -> HttpResponse:
    boards = boards_set_up_by(request.user)
    if not boards.exists():
        raise NotPermitted("Only the officers who manage a board set up what is returned to it.")
    form = forms.SchemeForm(request.POST or None, boards=boards)
    schemes = reverse(TRAIL[1])
    act = Act(
        title="Set up a scheme of returns",
        about="Areas that districts, groups or partners return on, period by period",
        button="Set it up",
        next_step="Who reports and the periods are put down next. Everybody who reads the board’s papers can see it.",
        said="The scheme is set up. Say next who reports, and for which periods.",
        place="the returns",
        then=schemes,
        to_made=True,
        trail=((TRAIL[0], schemes),),
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_scheme(**given, by=request.user)

    return act_page(request, act, form, do)


@login_required
def set_up_scheme(request: HttpRequest, scheme: int) -> HttpResponse:
    """Areas, reporters and periods, each with what can be done about it."""
    seen, today = managed(request, scheme), timezone.localdate()
    context = {
        "scheme": seen.scheme,
        "areas": seen.areas,
        "reporters": seen.reporters,
        "periods": periods_of(seen.scheme)[::-1],
        "there": {one.pk for one in there_on(seen.reporters, today)},
        "today": today,
    }
    return render(request, "commissioning/set_up_scheme.html", context)


@login_required
def change_scheme(request: HttpRequest, scheme: int) -> HttpResponse:
    found = managed(request, scheme).scheme
    step = "Everybody who has to do with it sees it like this from now on. What it said before is in its history."
    act = act_of(found, "Change the scheme", "Change it", "It is changed.", step)
    form = forms.ChangeSchemeForm(request.POST or None, scheme=found)
    return act_page(request, act, form, _doing(request, operations.change_scheme, scheme=found))


@login_required
def add_areas(request: HttpRequest, scheme: int) -> HttpResponse:
    found = managed(request, scheme).scheme
    step = "Periods that end on that day or later ask for them. Earlier periods do not."
    act = act_of(found, "Add areas", "Add them", "They are added.", step)
    form = forms.AreasForm(request.POST or None, initial={"from_date": timezone.localdate()})
    return act_page(request, act, form, _doing(request, operations.add_areas, scheme=found))


@login_required
def change_area(request: HttpRequest, scheme: int, area: int) -> HttpResponse:
    seen = managed(request, scheme)
    found = seen.area(area)
    found.scheme = seen.scheme
    step = "Periods outside these days do not ask for it. What was returned on it stays."
    act = act_of(seen.scheme, f"Change “{found}”", "Change it", "It is changed.", step)
    form = forms.AreaForm(request.POST or None, of=found)
    return act_page(request, act, form, _doing(request, operations.change_area, area=found))


@login_required
def add_reporters(request: HttpRequest, scheme: int) -> HttpResponse:
    return _reporters(request, managed(request, scheme), "Add who reports", is_districts=False)


@login_required
def add_districts(request: HttpRequest, scheme: int) -> HttpResponse:
    """Every district’s own board, ticked, in one act."""
    return _reporters(request, managed(request, scheme), "Add every district", is_districts=True)


def _reporters(request: HttpRequest, seen: Seen, title: str, *, is_districts: bool) -> HttpResponse:
    today = timezone.localdate()
    already = [one.board_id for one in seen.reporters if one.board_id and one.to_date is None]
    partners = [one.partner_id for one in seen.reporters if one.partner_id and one.to_date is None]
    if is_districts:
        districts = boards_of_districts(on=today).exclude(pk__in=already)
        bodies, ticked = Bodies(districts, bodies_to_report(request.user, on=today).partners.none()), districts
    else:
        known = bodies_to_report(request.user, on=today)
        bodies = Bodies(known.boards.exclude(pk__in=already), known.partners.exclude(pk__in=partners))
        ticked = None
    step = (
        "Their officers, and who answers for a partner, find what is asked of them under Returns. Periods that end "
        "before that day ask nothing of them."
    )
    act = act_of(seen.scheme, title, "Add them", "They report from that day on.", step)
    form = forms.ReportersForm(request.POST or None, bodies=bodies, ticked=ticked, initial={"from_date": today})
    return act_page(request, act, form, _doing(request, operations.add_reporters, scheme=seen.scheme))


@login_required
def change_reporter(request: HttpRequest, scheme: int, reporter: int) -> HttpResponse:
    seen = managed(request, scheme)
    found = seen.reporter(reporter)
    found.scheme = seen.scheme
    step = "Periods that end outside these days ask nothing of it. What it returned stays."
    act = act_of(seen.scheme, f"When {found} reports", "Change it", "It is changed.", step)
    form = forms.OfDays(request.POST or None, of=found)
    return act_page(request, act, form, _doing(request, operations.change_reporter, reporter=found))


@login_required
def add_period(request: HttpRequest, scheme: int) -> HttpResponse:
    found = managed(request, scheme).scheme
    act = act_of(found, "Add a period", "Add it", "It is added.", ASKED)
    form = forms.PeriodForm(request.POST or None)

    def do(given: dict[str, Any]) -> object:
        return operations.add_periods(scheme=found, spans=[form.span()], by=request.user)

    return act_page(request, act, form, do)


ASKED = "Whoever reports on the last day of a period is asked for it, from its first day on."


@login_required
def add_year(request: HttpRequest, scheme: int) -> HttpResponse:
    """Four quarters in one act."""
    found = managed(request, scheme).scheme
    act = act_of(found, "Add a year’s four periods", "Add them", "The four periods are added.", ASKED)
    form = forms.YearForm(request.POST or None)

    def do(given: dict[str, Any]) -> object:
        return operations.add_periods(scheme=found, spans=form.spans(), by=request.user)

    return act_page(request, act, form, do)


@login_required
def change_period(request: HttpRequest, scheme: int, period: int) -> HttpResponse:
    found = period_for(managed(request, scheme).scheme, period)
    step = "Everybody sees it like this from now on. What it said before is in its history."
    act = act_of(found.scheme, f"Change “{found}”", "Change it", "It is changed.", step)
    form = forms.PeriodForm(request.POST or None, period=found)

    def do(given: dict[str, Any]) -> object:
        return operations.change_period(period=found, span=form.span(), by=request.user)

    return act_page(request, act, form, do)


@login_required
def share_period(request: HttpRequest, scheme: int, period: int) -> HttpResponse:
    """Read through: who will see what, and who is silent."""
    seen = managed(request, scheme)
    found, now = period_for(seen.scheme, period), timezone.now()
    step = (
        f"Everybody who reads the papers of {seen.scheme.board}, and all who report ({len(seen.reporters)}), see at "
        "once what each returned, with its reason. Who has not returned stands there as “No return”. Whoever returns "
        "late, or revises, is seen at once as well. It can be taken back."
    )
    then = f"{seen.scheme.get_absolute_url()}?period={found.pk}"
    act = act_of(seen.scheme, f"Share “{found}”", "Share it", f"“{found}” is shared.", step, then=then)
    on = timezone.localdate(now)
    return confirm_page(request, act, lambda: operations.share_period(period=found, by=request.user, at=now, on=on))


@login_required
def unshare_period(request: HttpRequest, scheme: int, period: int) -> HttpResponse:
    found = period_for(managed(request, scheme).scheme, period)
    step = "Each reporter reads only its own again, until it is shared anew. Whoever has read it meanwhile has read it."
    then = f"{found.scheme.get_absolute_url()}?period={found.pk}"
    act = act_of(
        found.scheme, f"Take back that “{found}” is shared", "Take it back", "It is not shared now.", step, then=then
    )
    return act_page(request, act, Why(request.POST or None), _doing(request, operations.unshare_period, period=found))


def _doing(request: HttpRequest, operation: Callable[..., object], **to: Any) -> Callable[[dict[str, Any]], object]:
    """The operation on a thing, with what the form was given."""

    def do(given: dict[str, Any]) -> object:
        return partial(operation, **to, by=request.user)(**given)

    return do
