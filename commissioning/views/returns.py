"""What was returned: the schemes of a reader, the map of a period, one reporter or area over time, one cell."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from commissioning.forms.returns import MapFilter
from commissioning.models import Period
from commissioning.pdf_returns import SHEETS, map_pdf
from commissioning.queries.fund import boards_set_up_by
from commissioning.queries.owed_returns import owed_by, schemes_listed
from commissioning.queries.return_sheet import HEADS, sheet_rows
from commissioning.queries.returns import (
    Grid,
    area_over_periods,
    cells_of_return,
    map_of_area,
    map_of_period,
    map_of_reporter,
)
from commissioning.queries.schemes import Seen, period_for, periods_of, scheme_for, usual_period
from commissioning.queries.silent import silent_in
from commissioning.queries.there import or_404
from trust.tools.sheets import KINDS, sheet


@login_required
@require_safe
def schemes(request: HttpRequest) -> HttpResponse:
    """What is asked of the reader, and every scheme they have to do with."""
    today = timezone.localdate()
    context = {
        "owed": owed_by(request.user, on=today),
        "schemes": schemes_listed(request.user),
        "may_set_up": boards_set_up_by(request.user).exists(),
    }
    return render(request, "commissioning/schemes.html", context)


def _map(request: HttpRequest, seen: Seen) -> tuple[list[Period], Period | None, MapFilter, Grid | None]:
    today = timezone.localdate()
    periods = periods_of(seen.scheme)
    begun = [one for one in periods if one.from_date <= today or one.shared_at]
    data = request.GET.copy()
    usual = usual_period(begun, on=today)
    if usual and not data.get("period"):
        data["period"] = str(usual.pk)
    scheme = seen.scheme
    cut = MapFilter(data, periods=scheme.periods.order_by("-from_date"), areas=scheme.areas.all())
    period = cut.cut()["period"] or usual
    grid = map_of_period(seen, periods, period, cut.cut(), on=today) if period else None
    return periods, period, cut, grid


@login_required
@require_safe
def scheme(request: HttpRequest, scheme: int) -> HttpResponse:
    """The map of a period: reporters by areas."""
    seen = scheme_for(request.user, scheme)
    periods, period, cut, grid = _map(request, seen)
    asked = request.GET.copy()
    asked.pop("order", None)
    has_begun = period is not None and period.from_date <= timezone.localdate()
    silent = silent_in(period, seen.reporters, seen.areas) if period and has_begun and seen.leads else []
    context = {
        "seen": seen,
        "scheme": seen.scheme,
        "period": period,
        "has_begun": has_begun,
        "grid": grid,
        "filter": cut,
        "is_cut": cut.is_cut(),
        "order": cut.cut()["order"],
        "asked": asked.urlencode(),
        "silent": silent,
        "given_by": _mine(seen, period),
        "may_set_up": seen.manages,
        **_beside(periods, period),
    }
    return render(request, "commissioning/scheme.html", context)


def _beside(periods: list[Period], period: Period | None) -> dict[str, Any]:
    """The periods before and after, to go to."""
    place = next((n for n, one in enumerate(periods) if period and one.pk == period.pk), None)
    if place is None:
        return {"before": None, "after": None}
    return {
        "before": periods[place - 1] if place else None,
        "after": periods[place + 1] if place + 1 < len(periods) else None,
    }


def _mine(seen: Seen, period: Period | None) -> list[Any]:
    """Reporters for which this reader can return now."""
    if period is None or period.from_date > timezone.localdate():
        return []
    return [one for one in seen.reporters if one.pk in seen.returns_for - seen.nobodys and one.holds_on(period.to_date)]


@login_required
@require_safe
def map_file(request: HttpRequest, scheme: int, kind: str) -> HttpResponse:
    """The map as it is cut, as CSV, Excel or PDF; ``?all=1`` has every period in a sheet."""
    seen = scheme_for(request.user, scheme)
    periods, period, _, grid = _map(request, seen)
    if period is None or grid is None:
        raise Http404("Nothing is asked for yet.")
    name = f"returns-{period.from_date:%d-%m-%Y}"
    if kind == "pdf":
        return _pdf(request, seen, grid, str(period), name)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    if request.GET.get("all"):
        return sheet(kind, "returns", HEADS, sheet_rows(_all(seen, periods)))
    return sheet(kind, name, HEADS, sheet_rows([grid]))


def _all(seen: Seen, periods: list[Period]) -> list[Grid]:
    return [map_of_reporter(seen, periods, one, on=timezone.localdate()) for one in seen.reporters]


def _pdf(request: HttpRequest, seen: Seen, grid: Grid, title: str, name: str) -> HttpResponse:
    paper = request.GET.get("paper", "a4")
    if paper not in SHEETS:
        raise Http404("It is not printed on this paper.")
    context = {"grid": grid, "scheme": seen.scheme, "title": title}
    answer = HttpResponse(map_pdf(context, paper=paper, day=timezone.localdate()), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{paper}.pdf"'
    return answer


@login_required
@require_safe
def reporter(request: HttpRequest, scheme: int, reporter: int) -> HttpResponse:
    """One reporter over all periods; ``?paper=a4`` as a PDF."""
    seen = scheme_for(request.user, scheme)
    found = seen.reporter(reporter)
    grid = map_of_reporter(seen, periods_of(seen.scheme), found, on=timezone.localdate())
    return _over_time(request, seen, grid, str(found), f"returns-{found.pk}")


@login_required
@require_safe
def area(request: HttpRequest, scheme: int, area: int) -> HttpResponse:
    """One area over all periods, reporter beside reporter; ``?paper=a3`` as a PDF."""
    seen = scheme_for(request.user, scheme)
    found = seen.area(area)
    grid = map_of_area(seen, periods_of(seen.scheme), found, on=timezone.localdate())
    return _over_time(request, seen, grid, str(found), f"returns-area-{found.pk}")


def _over_time(request: HttpRequest, seen: Seen, grid: Grid, title: str, name: str) -> HttpResponse:
    if request.GET.get("paper"):
        return _pdf(request, seen, grid, title, name)
    context = {"seen": seen, "scheme": seen.scheme, "grid": grid, "title": title}
    return render(request, "commissioning/over_time.html", context)


@login_required
@require_safe
def a_return(request: HttpRequest, scheme: int, period: int, reporter: int) -> HttpResponse:
    """All that one reporter said for a period."""
    seen, today = scheme_for(request.user, scheme), timezone.localdate()
    found, who = period_for(seen.scheme, period), seen.reporter(reporter)
    context = {
        "seen": seen,
        "scheme": seen.scheme,
        "period": found,
        "reporter": who,
        "cells": cells_of_return(seen, periods_of(seen.scheme), found, who, on=today),
        "may_return": who.pk in seen.returns_for and found.from_date <= today,
    }
    return render(request, "commissioning/return.html", context)


@login_required
@require_safe
def cell(request: HttpRequest, scheme: int, period: int, reporter: int, area: int) -> HttpResponse:
    """The reason, and everything that was said before it; then the same area over time."""
    seen, today = scheme_for(request.user, scheme), timezone.localdate()
    found, who, what = period_for(seen.scheme, period), seen.reporter(reporter), seen.area(area)
    course = area_over_periods(seen, periods_of(seen.scheme), who, what, on=today)
    here = or_404(next((one for one in course if one.period.pk == found.pk and one.is_open), None))
    context = {"seen": seen, "scheme": seen.scheme, "cell": here, "earlier": here.returns[-2::-1], "course": course}
    return render(request, "commissioning/cell.html", context)
