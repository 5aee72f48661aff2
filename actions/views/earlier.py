"""Restoring an earlier wording: in this storey, because the actions of its action blocks come back with it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from actions.forms.earlier import Restore
from actions.operations.earlier import restore_wording
from meetings.queries.earlier import item_minuted_by
from trust.tools.refusal import Refused


@require_POST
def restore(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """Back to the list, where the restored wording is the one that stands, or the reason why it is not."""
    found = item_minuted_by(request.user, board, meeting, item)
    form = Restore(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose the wording to restore from the list.")
        return redirect("meetings:earlier", board, meeting, item)
    try:
        restore_wording(
            item=found,
            number=form.cleaned_data["was"],
            base=form.cleaned_data["base"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, "That wording stands again. The one before it is kept in this list.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("meetings:earlier", board, meeting, item)
