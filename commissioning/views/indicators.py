"""Indicators: the list, one with its chart, and what the officers put down."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.permissions import MANAGE, words_on
from boards.views.acts import Act, act_page
from boards.views.listed import as_asked
from commissioning.forms import indicators as forms
from commissioning.models import Indicator
from commissioning.operations import indicators as operations
from commissioning.pdf_indicators import indicators_pdf
from commissioning.permissions import check_may_set_up
from commissioning.queries.fund import boards_set_up_by
from commissioning.queries.indicators import (
    HEADS,
    boards_with_indicators,
    indicator_for,
    indicator_lines,
    line_of,
    put_right,
    reading_for,
    sheet_rows,
)
from commissioning.queries.priority import priorities_seen_by
from commissioning.rules.indicators import chart
from trust.tools.refusal import NotPermitted
from trust.tools.sheets import KINDS, sheet


def _cut(request: HttpRequest) -> forms.IndicatorsFilter:
    return forms.IndicatorsFilter(request.GET, boards=boards_with_indicators(request.user))


@login_required
@require_safe
def indicators(request: HttpRequest) -> HttpResponse:
    """Every indicator the reader may see, with a small chart each."""
    cut = _cut(request)
    lines = indicator_lines(request.user, cut.cut())
    context = {
        "lines": [(line, chart(line.points[-8:])) for line in lines],
        "may_set_up": boards_set_up_by(request.user).exists(),
        **as_asked(request, cut, cut.cut()["order"]),
    }
    return render(request, "commissioning/indicators.html", context)


@login_required
@require_safe
def indicators_file(request: HttpRequest, kind: str) -> HttpResponse:
    """As it is cut: a sheet of every figure, or on paper with the courses drawn."""
    if kind not in (*KINDS, "pdf"):
        raise Http404("No file of this kind is kept.")
    cut, today = _cut(request), timezone.localdate()
    lines = indicator_lines(request.user, cut.cut())
    if kind != "pdf":
        return sheet(kind, "indicators", HEADS, sheet_rows(lines))
    context = {"for_board": cut.cut()["board"], "is_cut": cut.is_cut()}
    answer = HttpResponse(indicators_pdf(lines, context, day=today), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="indicators-{today:%Y-%m-%d}.pdf"'
    return answer


@login_required
@require_safe
def indicator(request: HttpRequest, indicator: int) -> HttpResponse:
    """Its chart, the same as a table, and what was put right."""
    found = indicator_for(request.user, indicator)
    line, changed = line_of(found), put_right(found)
    context = {
        "indicator": found,
        "line": line,
        "chart": chart(line.points),
        "rows": [(point, changed.get(point.reading.pk, [])) for point in reversed(line.points)],
        "may_set_up": MANAGE in words_on(request.user, found.board),
    }
    return render(request, "commissioning/indicator.html", context)


def _act(title: str, button: str, said: str, then: str, about: str = "") -> Act:
    step = "Everybody who reads the papers of its board sees it. What it said before stays in its history."
    trail = (("Indicators", reverse("commissioning:indicators")),)
    return Act(title, about, button, step, said, "the indicators", then, trail=trail)


@login_required
def add_indicator(request: HttpRequest) -> HttpResponse:
    if not boards_set_up_by(request.user).exists():
        raise NotPermitted("Only the officers who manage a board set up its indicators.")
    then = reverse("commissioning:indicators")
    act = _act("Add an indicator", "Add it", "It is added. Put its first figure down next.", then)
    return _set(request, Indicator(), act)


@login_required
def change_indicator(request: HttpRequest, indicator: int) -> HttpResponse:
    found = _managed(request, indicator)
    act = _act("Change the indicator", "Change it", "It is changed.", found.get_absolute_url(), str(found))
    return _set(request, found, act)


def _set(request: HttpRequest, found: Indicator, act: Act) -> HttpResponse:
    boards = boards_set_up_by(request.user)
    priorities = priorities_seen_by(request.user).filter(board__in=[found.board] if found.pk else boards)
    form = forms.IndicatorForm(request.POST or None, boards=boards, priorities=priorities, of=found)

    def do(given: dict[str, Any]) -> object:
        told = dict(given)
        board = found.board if found.pk else told.pop("board")
        indicator = found if found.pk else Indicator()
        return operations.set_indicator(indicator=indicator, board=board, by=request.user, **told)

    return act_page(request, act, form, do)


def _managed(request: HttpRequest, pk: int) -> Indicator:
    found = indicator_for(request.user, pk)
    check_may_set_up(request.user, found.board)
    return found


@login_required
def add_reading(request: HttpRequest, indicator: int) -> HttpResponse:
    found = _managed(request, indicator)
    act = _act("Put a figure down", "Put it down", "The figure is put down.", found.get_absolute_url(), str(found))
    form = forms.ReadingForm(request.POST or None, initial={"date": timezone.localdate()})

    def do(given: dict[str, Any]) -> object:
        return operations.add_reading(indicator=found, **given, by=request.user, on=timezone.localdate())

    return act_page(request, act, form, do)


@login_required
def change_reading(request: HttpRequest, indicator: int, reading: int) -> HttpResponse:
    found = reading_for(_managed(request, indicator), reading)
    then = found.indicator.get_absolute_url()
    act = _act("Put a figure right", "Put it right", "The figure is put right.", then, str(found))
    form = forms.ReadingForm(request.POST or None, of=found)

    def do(given: dict[str, Any]) -> object:
        return operations.put_reading_right(reading=found, **given, by=request.user, on=timezone.localdate())

    return act_page(request, act, form, do)
