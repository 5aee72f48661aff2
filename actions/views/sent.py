"""What a board's owners were sent, and which of their addresses fail: for its officers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actions.forms.sent import SentFilter
from actions.operations.bounce import try_again as try_address_again
from actions.operations.chase import send_again as send_reminder_again
from actions.queries.chase import unreached_on
from actions.queries.sent import HEADS, failing_for, failing_on, register_of, reminder_for, rows_of, sent_lines
from actions.views.chase import officers_board
from trust.tools.refusal import Refused
from trust.tools.sheets import KINDS, sheet

PAGE = 50


@require_safe
def sent(request: HttpRequest, board: str) -> HttpResponse:
    found, today = officers_board(request, board), timezone.localdate()
    cut = SentFilter(request.GET)
    pages = Paginator(register_of(found, request.user, cut.cut(), on=today), PAGE)
    page = pages.get_page(request.GET.get("page"))
    asked = request.GET.copy()
    for name in ("order", "page"):
        asked.pop(name, None)
    context = {
        "board": found,
        "filter": cut,
        "is_cut": cut.is_cut(),
        "count": pages.count,
        "page": page,
        "lines": sent_lines(page.object_list),
        "order": cut.cut().get("order") or "-when",
        "asked": asked.urlencode(),
        "failing": len(failing_on(found)),
    }
    return render(request, "actions/sent.html", context)


@require_safe
def sent_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found = officers_board(request, board)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    reminders = register_of(found, request.user, SentFilter(request.GET).cut(), on=timezone.localdate())
    return sheet(kind, f"reminders-{found.slug}", HEADS, rows_of(reminders))


@require_POST
def send_again(request: HttpRequest, board: str, reminder: int) -> HttpResponse:
    found, now = officers_board(request, board), timezone.now()
    mail = reminder_for(found, request.user, reminder, on=timezone.localdate(now))
    try:
        send_reminder_again(reminder=mail, board=found, by=request.user, at=now)
        messages.success(request, f"The mail to {mail.person.name} goes again.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:sent", found.slug)


@require_safe
def bounces(request: HttpRequest, board: str) -> HttpResponse:
    found = officers_board(request, board)
    unreached = unreached_on(found, request.user, on=timezone.localdate())
    context = {"board": found, "failing": failing_on(found), "unreached": unreached}
    return render(request, "actions/bounces.html", context)


@require_POST
def try_again(request: HttpRequest, board: str, bounce: int) -> HttpResponse:
    found = officers_board(request, board)
    failing = failing_for(found, bounce)
    try:
        try_address_again(bounce=failing, board=found, by=request.user, at=timezone.now())
        messages.success(request, f"Mail goes to {failing.address} again, with what is next to be said.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:bounces", found.slug)
