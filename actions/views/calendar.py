"""When what somebody owes is due, for their diary."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from actions.operations.calendar import make_address, withdraw_address
from actions.queries.calendar import days_due, feed_of
from actions.views.preference import own_person
from trust.tools.calendar import calendar_of_days
from trust.tools.refusal import Refused


@require_safe
@never_cache
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The diary has no sign-in: the address is the secret. What was withdrawn or made anew is not here."""
    feed = feed_of(token)
    if feed is None:
        raise Http404("No calendar is at this address.")
    now = timezone.now()
    content = calendar_of_days("Actions I owe", days_due(feed.person, on=timezone.localdate(now)), at=now)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


@require_POST
@login_required
def make(request: HttpRequest) -> HttpResponse:
    make_address(person=own_person(request), by=request.user, at=timezone.now())
    messages.success(request, "The address is made. An address that you had before opens nothing any more.")
    return redirect("actions:preferences")


@require_POST
@login_required
def withdraw(request: HttpRequest) -> HttpResponse:
    try:
        withdraw_address(person=own_person(request), by=request.user)
        messages.success(request, "The address is taken back: it opens nothing any more.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:preferences")
