"""The minutes as PDF: made by the worker when they are to be signed, kept, and downloaded."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from meetings import pdf
from meetings.models import Meeting
from meetings.operations import signing
from meetings.queries.minutes import minutes_for
from meetings.queries.signed import signed_for
from meetings.rules.copies import file_name
from meetings.views.signed_card import signed_card
from trust.tools.htmx import answer, asked_by_htmx
from trust.tools.refusal import NotPermitted, Refused


@require_safe
def minutes_pdf(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The signed record where there is one for this reader, as the bytes once signed; else a copy made now."""
    reading = minutes_for(request.user, board, meeting)
    signed = signed_for(reading)
    document = reading.document
    content = bytes(signed.pdf) if signed else pdf.minutes_pdf(document, reading.minutes)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{_file_name(reading.meeting, signed, is_draft=document.is_draft)}"'
    )
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _file_name(meeting: Meeting, signed: Any, *, is_draft: bool) -> str:
    return file_name(meeting, "signed" if signed else "DRAFT" if is_draft else "unsigned copy", "pdf")


@require_POST
def ask_for_signed(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """A refusal is told in the card itself where htmx asked, else on a page of its own."""
    reading = minutes_for(request.user, board, meeting)
    refusal = ""
    try:
        signing.ask_for_signed_minutes(minutes=reading.minutes, by=request.user)
    except Refused as refused:
        if not asked_by_htmx(request) or isinstance(refused, NotPermitted):
            raise
        refusal = str(refused)
    context = signed_card(reading) | {"refusal": refusal}
    said = refusal or "The signed PDF is being made. It is on this page in a few seconds."
    then, status = reading.minutes, 409 if refusal else 200
    return answer(request, "meetings/_signed.html", context, then=then, said=said, status=status)


@require_safe
def signed_state(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """How the signed PDF is getting on, asked every two seconds while it is being made."""
    return render(request, "meetings/_signed.html", signed_card(minutes_for(request.user, board, meeting)))
