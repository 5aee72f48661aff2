"""Anybody checks a copy of signed minutes, or the code printed on one. Nothing that is brought is kept."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from meetings.forms.verify import CodeToCheck, CopyToCheck
from meetings.queries.verify import KnownRecord, may_know_of, record_with_code, record_with_fingerprint
from meetings.rules.verdict import said_of_code, verdict
from meetings.rules.verdict_details import details
from trust.tools.often import asked_too_often
from trust.tools.signing import verify as verify_signature
from trust.tools.uploads import hold_in_memory, stated_length

#: What a form around a file adds to it.
FORM_BYTES = 64 * 1024
TEN_MINUTES = 600
TOO_OFTEN = "That was more checks than we make for one computer within ten minutes. Wait ten minutes, then try again."


@csrf_exempt  # It changes nothing, and a file too large is refused before it is read.
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The page, and both answers. What a check costs is counted before anything of it is read."""
    if request.method != "POST" and "code" not in request.GET:
        return _page(request)
    if asked_too_often(request, "verify", most=settings.VERIFY_MOST, seconds=TEN_MINUTES):
        return _refused(request, TOO_OFTEN, status=429)
    return _copy(request) if request.method == "POST" else _code(request)


def _copy(request: HttpRequest) -> HttpResponse:
    """A file. It is read and forgotten, and does not touch the disk."""
    if stated_length(request) > settings.VERIFY_MAX_BYTES + FORM_BYTES:
        megabytes = settings.VERIFY_MAX_BYTES // (1024 * 1024)
        large = f"The file is larger than {megabytes} MB, which is more than a signed record takes."
        return _refused(request, large, status=413)
    hold_in_memory(request)
    form = CopyToCheck(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form=form, copy=form, status=422)
    found = verify_signature(form.cleaned_data["copy"].read())
    known = record_with_fingerprint(found.sha256)
    said: dict[str, Any] = {"verdict": verdict(found, known), "details": details(found, known)}
    return _page(request, **said | _where(request, known))


def _code(request: HttpRequest) -> HttpResponse:
    form = CodeToCheck(request.GET)
    if not form.is_valid():
        return _page(request, form=form, code=form, status=422)
    known = record_with_code(form.cleaned_data["code"])
    if known is None:
        form.add_error("code", f"No record of this partnership has the code {form.cleaned_data['code']}.")
        return _page(request, form=form, code=form, status=404)
    where = _where(request, known)
    return _page(request, said=said_of_code(known, may_know=bool(where)), code=form, **where)


def _where(request: HttpRequest, known: KnownRecord | None) -> dict[str, Any]:
    """The minutes, for whom they are there."""
    return {"minutes": known.record.minutes} if known and may_know_of(request.user, known) else {}


def _refused(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    """Nothing of the request was read."""
    form = CopyToCheck({})
    form.errors.clear()
    form.add_error("copy" if status == 413 else None, sentence)
    response = _page(request, form=form, copy=form, status=status)
    if status == 429:
        response.headers["Retry-After"] = str(TEN_MINUTES)
    return response


def _page(request: HttpRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    """``form`` is the one with errors, told at the head of the page."""
    empty = {"copy": CopyToCheck(), "code": CodeToCheck()}
    return render(request, "meetings/verify.html", empty | context, status=status)
