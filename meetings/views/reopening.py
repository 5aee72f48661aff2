"""Opening approved minutes again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards.permissions import check_may_publish
from meetings.forms.minutes import Reopen
from meetings.operations.reopening import reopen_minutes
from meetings.rules.reopening import check_can_reopen
from meetings.views.minutes import minuting
from trust.tools.refusal import Refused, why_not


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What reopening does and leaves, the reason, and the one act."""
    found, standing = minuting(request, board, meeting)
    check_may_publish(request.user, found.board)
    form, status = Reopen(request.POST or None), 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            opened = reopen_minutes(minutes=standing, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, f"The minutes are open again, as version {opened.version}.")
            return redirect(opened)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = refused.status
    context = {"meeting": found, "board": found.board, "minutes": standing, "form": form}
    context["locked_because"] = why_not(check_can_reopen, standing, "given")
    return render(request, "meetings/reopen_minutes.html", context, status=status)
