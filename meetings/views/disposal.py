"""What becomes of an item, late items and the order taken: plain pages, for whoever is not at the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from meetings.forms.disposal import DisposalForm, LateForm
from meetings.models import AgendaItem, Meeting
from meetings.operations import acts_disposal, disposal, late, sitting
from meetings.queries.agenda import order_page
from meetings.queries.entitled import items_seen, sight_at
from meetings.queries.meeting import meeting_minuted_by
from trust.tools.refusal import Refused


@require_http_methods(["GET", "POST"])
def dispose(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """Deferred, withdrawn, taken with another, divided, or a matter of it tabled."""
    found = meeting_minuted_by(request.user, board, meeting)
    about = _item(request, found, item)
    form = DisposalForm(request.POST or None, item=about, sight=sight_at(request.user, found))
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            messages.success(request, acts_disposal.dispose(about, **form.cleaned_data, by=request.user))
            return redirect(f"{found.get_absolute_url()}#{about.anchor}")
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    return render(request, "meetings/disposal.html", {"meeting": found, "item": about, "form": form}, status=status)


@require_POST
def put_back(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """On the agenda again; a late item, a part or a matter from elsewhere comes off instead with ``off``."""
    found = meeting_minuted_by(request.user, board, meeting)
    about = _item(request, found, item)
    try:
        if "off" in request.POST:
            late.take_off(item=about, by=request.user)
            messages.success(request, f"“{about.title}” is off the agenda again.")
        else:
            disposal.put_back(item=about, by=request.user)
            messages.success(request, f"“{about}” is on the agenda again.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{found.get_absolute_url()}#{about.anchor}")


@require_http_methods(["GET", "POST"])
def add_late(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """A late item, behind any other."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = LateForm(request.POST or None, meeting=found, sight=sight_at(request.user, found))
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            added = late.late_item(meeting=found, **form.cleaned_data, by=request.user)
            messages.success(request, f"Late item “{added}” is on the agenda.")
            return redirect(f"{found.get_absolute_url()}#{added.anchor}")
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    return render(request, "meetings/late_item.html", {"meeting": found, "form": form}, status=status)


@require_http_methods(["GET", "POST"])
def order(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The order in which items were taken, and putting it right: up, down, or not taken."""
    found = meeting_minuted_by(request.user, board, meeting)
    if request.method == "POST":
        moved = _item(request, found, request.POST.get("item", ""))
        try:
            if request.POST.get("to") == "out":
                sitting.take_out_of_order(item=moved, by=request.user)
            else:
                sitting.shift_taken(item=moved, up=request.POST.get("to") == "up", by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("meetings:order_taken", found.board.slug, found.address)
    context = {"meeting": found, "order": order_page(found, sight_at(request.user, found))}
    return render(request, "meetings/order_taken.html", context)


def _item(request: HttpRequest, found: Meeting, item: int | str) -> AgendaItem:
    """Of this meeting; an exempt one is not there for those not entitled."""
    items = items_seen(request.user, found).select_related("meeting__board", "section")
    return get_object_or_404(items, pk=item if str(item).isdecimal() else 0)
