"""Items taken in private: the resolution, and the summary that the public reads."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards.permissions import check_may_publish
from meetings.forms.summary import ResolutionForm, SummaryForm
from meetings.models import Meeting
from meetings.operations.summary import record_resolution, remove_summary, write_summary
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.private import PrivateItem, private_item, private_items, resolutions_of
from trust.tools.refusal import Refused


@require_safe
def in_private(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Every closed item that the officer may know of, with its grounds and what the public is told."""
    found = meeting_minuted_by(request.user, board, meeting)
    check_may_publish(request.user, found.board)
    context = {"meeting": found, "board": found.board, "items": private_items(found, request.user)}
    return render(request, "meetings/in_private.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def summary(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """Write what the public reads in the item’s place."""
    found, private = _private(request, board, meeting, item)
    kept = private.summary
    first = {"title": kept.title, "text": kept.text} if kept else {}
    form, status = SummaryForm(request.POST or None, initial=first), 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            write_summary(item=private.item, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, "The summary is kept. The public reads it once the minutes are published.")
            return redirect("meetings:in_private", board, meeting)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = refused.status
    return render(request, "meetings/summary.html", _context(found, private, form), status=status)


@require_POST
def remove(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    _, private = _private(request, board, meeting, item)
    remove_summary(item=private.item, by=request.user)
    messages.success(request, "The summary is taken back: the public edition leaves the item out.")
    return redirect("meetings:in_private", board, meeting)


@require_http_methods(["GET", "HEAD", "POST"])
def resolution(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """Which resolution closed the item, or left it open."""
    found, private = _private(request, board, meeting, item)
    form = ResolutionForm(request.POST or None, resolutions=resolutions_of(found))
    status = 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            record_resolution(item=private.item, **form.cleaned_data, by=request.user)
            messages.success(request, "The resolution is recorded with the item.")
            return redirect("meetings:in_private", board, meeting)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = refused.status
    return render(request, "meetings/resolution.html", _context(found, private, form), status=status)


def _private(request: HttpRequest, board: str, meeting: str, item: int) -> tuple[Meeting, PrivateItem]:
    found = meeting_minuted_by(request.user, board, meeting)
    check_may_publish(request.user, found.board)
    return found, private_item(found, request.user, item)


def _context(found: Meeting, private: PrivateItem, form: Any) -> dict[str, Any]:
    return {"meeting": found, "board": found.board, "private": private, "form": form}
