"""One action: its page, and an owner's word on their part."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actions.forms.action import ReportForm
from actions.operations.progress import record_progress
from actions.permissions import check_may_report
from actions.queries.action import action_for
from actions.queries.page import action_page
from actions.views.acts import act_page
from trust.tools.refusal import why_not


def action(request: HttpRequest, board: str, year: int, number: int) -> HttpResponse:
    """Origin, parts, what was said; the reader's own part has its form on the page."""
    today = timezone.localdate()
    found = action_for(request.user, board, year, number, on=today)
    page = action_page(found, request.user, on=today)
    forms = [(mine.part, ReportForm(part=mine.part, auto_id=f"id_{mine.part.pk}_%s")) for mine in page.mine]
    return render(
        request, "actions/action.html", {"page": page, "action": found, "board": found.board, "reports": forms}
    )


def report(request: HttpRequest, board: str, year: int, number: int, part: int) -> HttpResponse:
    """How one part goes. Whoever may not say so reads why; what they wrote stays in the form."""
    today = timezone.localdate()
    found = action_for(request.user, board, year, number, on=today)
    owed = next((owed for owed in found.parts.all() if owed.pk == part), None)
    if owed is None:
        raise Http404("No part is at this address.")
    owed.action = found
    form = ReportForm(request.POST or None, part=owed)

    def do(said: dict[str, str]) -> object:
        record_progress(part=owed, state=said["state"], text=said["text"], by=request.user, at=timezone.now())
        return found

    locked = why_not(check_may_report, request.user, owed, on=today) if request.method != "POST" else ""
    context = {"action": found, "board": found.board, "part": owed, "locked_because": locked}
    return act_page(request, form, do, said="Your update is recorded.", context=context, page="actions/report.html")
