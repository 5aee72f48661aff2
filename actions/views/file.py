"""The log as a file: a short one straight away; a long one is made by the worker, and its page says how far it is."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms.asked import FILES, Asked, asked_for, log_address
from actions.operations import file as operations
from actions.queries.file import file_for
from trust.tools.htmx import asked_by_htmx
from trust.tools.sheets import KINDS, attached

#: A longer list is made by the worker: whoever asks for it would wait, and others with them.
AT_ONCE = 500
TYPES = KINDS | {"pdf": "application/pdf"}


@require_http_methods(["GET", "HEAD", "POST"])
def log_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """Of one board."""
    return _file(request, kind, board)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def whole_log_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """Over all boards."""
    return _file(request, kind)


def _file(request: HttpRequest, kind: str, board: str = "") -> HttpResponse:
    today = timezone.localdate()
    asked = asked_for(request.user, request.GET, board, on=today)
    if kind not in TYPES:
        raise Http404
    count = asked.found.order_by().count()
    operations.check_fits(kind, count)
    if request.method == "POST":
        return redirect("actions:file", _asked(request, asked, kind, count))
    if count > AT_ONCE:
        context = {"log": asked, "count": count, "said": FILES[kind], "back": f"{asked.address}?{asked.cut.query()}"}
        return render(request, "actions/file_ask.html", context)
    return attached(operations.file_of(asked, kind, on=today), TYPES[kind], f"{asked.name}.{kind}")


def _asked(request: HttpRequest, asked: Asked, kind: str, count: int) -> int:
    told = {"name": asked.name, "about": asked.about, "count": count, "by": request.user, "at": timezone.now()}
    board = asked.board.slug if asked.board else ""
    return operations.ask_for_file(board=board, query=asked.cut.query(), kind=kind, **told).pk  # type: ignore[arg-type]


@require_safe
@login_required
def file(request: HttpRequest, file: int) -> HttpResponse:
    """How far it is, and then the file."""
    found = file_for(request.user, file, at=timezone.now())
    back = f"{log_address(found.asked['board'])}?{found.asked['query']}"
    context = {"file": found, "work": operations.work_on(found), "said": FILES[found.kind], "back": back}
    return render(request, "actions/_file.html" if asked_by_htmx(request) else "actions/file.html", context)


@require_safe
@login_required
def take_file(request: HttpRequest, file: int) -> HttpResponse:
    """The file itself, for its asker alone."""
    found = file_for(request.user, file, at=timezone.now())
    if found.body is None:
        return redirect("actions:file", found.pk)
    return attached(bytes(found.body), TYPES[found.kind], f"{found.name}.{found.kind}")
