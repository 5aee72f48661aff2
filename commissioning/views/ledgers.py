"""The lists of rounds, bids and allocations, on a page and as files."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
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
from commissioning.queries.allocation_list import Selected, allocations_read, allocations_selected
from commissioning.queries.bid import bids_listed
from commissioning.queries.round import funds_to_divide, rounds_read, rounds_selected
from trust.tools.sheets import KINDS, sheet

PAGE = 100


@login_required
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    cut, keys, order = _rounds(request)
    page = _page(request, keys)
    context = {
        "page": page,
        "reads": rounds_read(page.object_list, request.user, on=timezone.localdate()),
        "may_add": funds_to_divide(request.user).exists(),
        "here": reverse("commissioning:rounds"),
        **as_asked(request, cut, order),
    }
    return render(request, "commissioning/rounds.html", context)


@login_required
@require_safe
def rounds_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    reads = rounds_read(_rounds(request)[1], request.user, on=timezone.localdate())
    return _sheet(kind, "rounds", rows.ROUND_HEADS, rows.round_rows(reads))


def _rounds(request: HttpRequest) -> tuple[RoundsFilter, list[int], str]:
    cut, order = RoundsFilter(request.GET, by=request.user), asked(request, "order") or "-year"
    return cut, rounds_selected(request.user, cut.cut(), order=order, on=timezone.localdate()), order


@login_required
@require_safe
def bids(request: HttpRequest) -> HttpResponse:
    cut, reads, order = _bids(request)
    page = _page(request, reads)
    context = {
        "page": page,
        "reads": page.object_list,
        "here": reverse("commissioning:bids"),
        **rows.bid_totals(reads),
        **as_asked(request, cut, order),
    }
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
    """A page of them; what they come to is of all that are asked for."""
    cut, selected, order = _allocations(request)
    page = _page(request, selected.keys)
    context = {
        "page": page,
        "reads": allocations_read(page.object_list, request.user, on=timezone.localdate()),
        "selected": selected,
        "here": reverse("commissioning:allocations"),
        **as_asked(request, cut, order),
    }
    return render(request, "commissioning/allocations.html", context)


@login_required
@require_safe
def allocations_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    found = allocations_read(_allocations(request)[1].keys, request.user, on=timezone.localdate())
    return _sheet(kind, "allocations", rows.ALLOCATION_HEADS, rows.allocation_rows(found, request.user))


def _allocations(request: HttpRequest) -> tuple[AllocationsFilter, Selected, str]:
    cut, order = AllocationsFilter(request.GET, by=request.user), asked(request, "order")
    return cut, allocations_selected(request.user, cut.cut(), order=order, on=timezone.localdate()), order


def _page(request: HttpRequest, found: Sequence[Any]) -> Page[Any]:
    return Paginator(found, PAGE).get_page(request.GET.get("page"))


def _sheet(kind: str, name: str, heads: tuple[str, ...], lines: Any) -> HttpResponse:
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    return sheet(kind, name, heads, lines)
