"""Publishing approved minutes, and taking publication back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards.permissions import check_may_publish
from meetings.forms.minutes import Reason
from meetings.models import Minutes
from meetings.operations.publication import publish_minutes, withdraw_publication
from meetings.queries.checks import exempt_count, public_findings
from meetings.queries.inspection import open_until
from meetings.queries.public import exposures, summaries_of
from meetings.queries.publication import is_published_now, standing_publication
from meetings.queries.signature import signatory
from meetings.queries.signed import leaves_signed_copy
from meetings.queries.still_named import earlier_naming
from meetings.rules.publication import check_can_publish
from meetings.views.minutes import minuting
from trust.tools.refusal import Refused, why_not


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    found, standing = minuting(request, board, meeting)
    check_may_publish(request.user, found.board)
    asked = {"signatory": signatory(standing), "is_out": is_published_now(standing)}
    refusal = why_not(check_can_publish, standing, **asked)
    if request.method == "POST":
        try:
            publish_minutes(minutes=standing, by=request.user, at=timezone.now())
            messages.success(request, "The minutes are published.")
            return redirect(standing)
        except Refused as refused:
            refusal = str(refused)
    context = {
        "meeting": found,
        "board": found.board,
        "minutes": standing,
        "refusal": refusal,
        "findings": public_findings(standing),
        "exposed": exposures(standing),
        "summaries": summaries_of(found).count(),
        "exempt": exempt_count(found),
        "replaces": standing_publication(standing),
        "open_until": open_until(found),
        **_already_out(standing, refusal),
        "is_public": found.board.visibility == "public",
    }
    return render(request, "meetings/publish.html", context, status=409 if request.method == "POST" else 200)


def _already_out(standing: Minutes, refusal: str) -> dict[str, Any]:
    """What was published of these minutes and names somebody withheld since; whether its PDF would be left behind."""
    found, unsigned = earlier_naming(standing), not refusal and leaves_signed_copy(standing)
    return {"unsigned": unsigned, "still_named": found, "may_withdraw": {one.pk for one in found}}


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    found, standing = minuting(request, board, meeting)
    check_may_publish(request.user, found.board)
    form, status = Reason(request.POST or None), 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            withdraw_publication(minutes=standing, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, "Publication is withdrawn. Those entitled still read the minutes.")
            return redirect(standing)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = 409
    context = {"meeting": found, "board": found.board, "minutes": standing, "form": form}
    return render(request, "meetings/withdraw.html", context, status=status)
