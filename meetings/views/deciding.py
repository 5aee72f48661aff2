"""Recording what was decided under an item, and reopening it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from meetings.forms.deciding import ReasonForm
from meetings.models import AgendaItem, Meeting, MinutedItem
from meetings.operations.deciding import decide_item, reopen_item
from meetings.queries.deciding import to_record
from meetings.queries.entitled import items_seen
from meetings.queries.meeting import meeting_minuted_by
from meetings.rules.deciding import check_can_reopen
from trust.tools.htmx import asked_by_htmx
from trust.tools.refusal import Refused, why_not


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """What would be recorded, decision by decision; POST records it. Once it is, what was recorded."""
    found, about = _item(request, board, meeting, item)
    refusal, status = "", 200
    if request.method == "POST":
        try:
            decide_item(item=about, by=request.user, at=timezone.now())
        except Refused as refused:
            refusal, status = str(refused), refused.status
        else:
            if not asked_by_htmx(request):
                return redirect("meetings:decide_item", board, meeting, item)
    context = _context(found, about) | {"to_record": to_record(about), "refusal": refusal}
    name = "meetings/_decide.html" if asked_by_htmx(request) else "meetings/decide.html"
    return render(request, name, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """What was recorded may be changed again, for a reason."""
    found, about = _item(request, board, meeting, item)
    form = ReasonForm(request.POST or None)
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            reopen_item(item=about, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, f"“{about}” is open again. Record what was decided once it is put right.")
            return redirect("meetings:decide_item", board, meeting, item)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = refused.status
    minuted = MinutedItem.objects.filter(item=about).first()
    context = _context(found, about) | {"form": form, "refusal": why_not(check_can_reopen, about, minuted, "because")}
    return render(request, "meetings/reopen_item.html", context, status=status)


def _item(request: HttpRequest, board: str, meeting: str, item: int) -> tuple[Meeting, AgendaItem]:
    found = meeting_minuted_by(request.user, board, meeting)
    shown = items_seen(request.user, found).select_related("meeting__board", "section")
    return found, get_object_or_404(shown, pk=item)


def _context(found: Meeting, about: AgendaItem) -> dict[str, Any]:
    return {"meeting": found, "board": found.board, "item": about}
