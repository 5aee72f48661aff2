"""The lists of rounds, bids and allocations, on a page and as files."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.views.acts import asked
from boards.views.listed import as_asked
from commissioning.forms.allocation import AllocationsFilter
from commissioning.forms.bid import BidsFilter
from commissioning.forms.round import RoundsFilter
from commissioning.queries import ledger_rows as rows
from commissioning.queries.allocation import allocations_listed
from commissioning.queries.bid import bids_listed
from commissioning.queries.round import funds_to_divide, rounds_listed
from trust.tools.sheets import KINDS, sheet


@login_required
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    cut, reads, order = _rounds(request)
    context = {
        "reads": reads,
        "may_add": funds_to_divide(request.user).exists(),
        "here": reverse("commissioning:rounds"),
        **as_asked(request, cut, order or "-year"),
    }
    return render(request, "commissioning/rounds.html", context)


@login_required
@require_safe
def rounds_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    return _sheet(kind, "rounds", rows.ROUND_HEADS, rows.round_rows(_rounds(request)[1]))


def _rounds(request: HttpRequest) -> tuple[RoundsFilter, list[Any], str]:
    cut, order = RoundsFilter(request.GET, by=request.user), asked(request, "order")
    return cut, rounds_listed(request.user, cut.cut(), order=order, on=timezone.localdate()), order


@login_required
@require_safe
def bids(request: HttpRequest) -> HttpResponse:
    cut, reads, order = _bids(request)
    here = reverse("commissioning:bids")
    context = {"reads": reads, "here": here, **rows.bid_totals(reads), **as_asked(request, cut, order)}
    return render(request, "commissioning/bids.html", context)


@login_required
@require_safe
def bids_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    return _sheet(kind, "bids", rows.BID_HEADS, rows.bid_rows(_bids(request)[1]))


def _bids(request: HttpRequest) -> tuple[BidsFilter, list[Any], str]:
    cut, order = BidsFilter(request.GET, by=request.user), asked(request, "order")
    return cut, bids_listed(request.user, cut.cut(), order=order, on=timezone.localdate()), order


@login_required
@require_safe
def allocations(request: HttpRequest) -> HttpResponse:
    cut, reads, order = _allocations(request)
    here = reverse("commissioning:allocations")
    context = {"reads": reads, "here": here, **rows.allocation_totals(reads), **as_asked(request, cut, order)}
    return render(request, "commissioning/allocations.html", context)


@login_required
@require_safe
def allocations_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    found = _allocations(request)[1]
    return _sheet(kind, "allocations", rows.ALLOCATION_HEADS, rows.allocation_rows(found, request.user))


def _allocations(request: HttpRequest) -> tuple[AllocationsFilter, list[Any], str]:
    cut, order = AllocationsFilter(request.GET, by=request.user), asked(request, "order")
    return cut, allocations_listed(request.user, cut.cut(), order=order, on=timezone.localdate()), order


def _sheet(kind: str, name: str, heads: tuple[str, ...], lines: Any) -> HttpResponse:
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    return sheet(kind, name, heads, lines)
