"""Signing minutes: the page of the signature, signing here, the leaves for signing by hand, their scan."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards.permissions import PUBLISH, SIGN
from meetings import pdf
from meetings.forms.signature import SignedOnPaper, SignHere
from meetings.models import Signature
from meetings.operations.signature import record_signed_on_paper, sign_here
from meetings.queries.minutes import Reading, minutes_for
from meetings.queries.signature import Signing, scan_of, signature_of, signer_for, signing_of
from meetings.queries.signed import record_to_sign
from meetings.rules.document import MinutesDocument
from meetings.rules.signature import (
    Signer,
    check_can_sign,
    check_may_keep_scan,
    check_may_see_signing,
    check_signs,
    intention,
)
from trust.tools.refusal import Refused, why_not
from trust.tools.scan import media_type
from trust.tools.sign_in import check_proved_again

OFFICERS = frozenset({PUBLISH, SIGN})


@require_http_methods(["GET", "HEAD", "POST"])
def signature(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Who signs, or signed. Whoever may, signs here, once they were asked again who they are."""
    reading, signing, signer = _signing(request, board, meeting)
    if request.method == "POST":
        return _sign(request, reading, signing, signer)
    document = _document(signing)
    initial = {"text_sha256": document.text_sha256} if document else {}
    return render(request, "meetings/signature.html", _page(reading, signing, signer, SignHere(initial=initial)))


@require_http_methods(["GET", "HEAD", "POST"])
def signed_on_paper(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The scan of the signed leaves: an officer brings it, or whoever signed brings their own."""
    reading, signing, signer = _signing(request, board, meeting)
    check_may_keep_scan(signer, reading.words)
    signers = signing.signers if PUBLISH in reading.words or signer is None else (signer,)
    form = SignedOnPaper(request.POST or None, request.FILES or None, signers=signers)
    status, document = 200, _document(signing)
    if request.method == "POST":
        status = 422
        if form.is_valid() and document:
            code = pdf.code_of(document, signing.minutes)
            try:
                given = form.asked | {"printed_code": code, "by": request.user, "at": timezone.now()}
                record_signed_on_paper(minutes=signing.minutes, **given)
                return redirect("meetings:signature", board, meeting)
            except Refused as refused:
                form.add_error(None, str(refused))
    page = _page(reading, signing, signer, form)
    return render(request, "meetings/signature_paper.html", page, status=409 if page["refusal"] else status)


@require_safe
def for_hand(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The leaves for signing by hand, as PDF: what is sealed, with a space for initials on each."""
    reading, signing, signer = _signing(request, board, meeting)
    check_may_keep_scan(signer, reading.words)
    check_can_sign(signing.minutes, signing.signatory, signing.signature)
    document = _document(signing)
    assert document is not None
    response = HttpResponse(pdf.minutes_pdf_by_hand(document, signing.minutes), content_type="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="Minutes for signing by hand.pdf"'
    return response


@require_safe
def scan(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """The scan of the signed leaves, for those from whom nothing in them is kept."""
    reading = minutes_for(request.user, board, meeting)
    found = signature_of(reading.minutes)
    if found is None or found.means != Signature.Means.ON_PAPER or not reading.reads_all:
        raise Http404("There is no scan of these minutes.")
    content = scan_of(found)
    response = HttpResponse(content, content_type=media_type(content))
    response.headers["Content-Disposition"] = f'attachment; filename="Signed minutes, scan.{_ending(content)}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _signing(request: HttpRequest, board: str, meeting: str) -> tuple[Reading, Signing, Signer | None]:
    reading = minutes_for(request.user, board, meeting)
    signing = signing_of(reading.minutes)
    signer = signer_for(signing, request.user)
    check_may_see_signing(signing.signers, is_signer=signer is not None, words=reading.words)
    return reading, signing, signer


def _sign(request: HttpRequest, reading: Reading, signing: Signing, signer: Signer | None) -> HttpResponse:
    check_signs(signer, signing.signers)
    form, status = SignHere(request.POST), 422
    if form.is_valid():
        check_proved_again(request)
        given = {"name": form.cleaned_data["name"], "shown_sha256": form.cleaned_data["text_sha256"]}
        try:
            sign_here(minutes=signing.minutes, **given, by=request.user, at=timezone.now())
            return redirect("meetings:signature", reading.meeting.board.slug, reading.meeting.address)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = 409
    return render(request, "meetings/signature.html", _page(reading, signing, signer, form), status=status)


def _page(reading: Reading, signing: Signing, signer: Signer | None, form: Any) -> dict[str, Any]:
    document = _document(signing)
    return {
        "meeting": reading.meeting,
        "board": reading.meeting.board,
        "minutes": signing.minutes,
        "signing": signing,
        "signer": signer,
        "states": intention(signer, signing.minutes) if signer else "",
        "refusal": why_not(check_can_sign, signing.minutes, signing.signatory, signing.signature),
        "is_officer": bool(reading.words & OFFICERS),
        "may_keep_scan": not why_not(check_may_keep_scan, signer, reading.words),
        "has_scan": signing.signature is not None and bool(signing.signature.scan_sha256) and reading.reads_all,
        "fingerprint": document.text_sha256 if document else "",
        "may_publish": PUBLISH in reading.words,
        "reads_all": reading.reads_all,
        "form": form,
    }


def _document(signing: Signing) -> MinutesDocument | None:
    """What is signed: the sealed words of the full edition."""
    return record_to_sign(signing.minutes) if signing.minutes.is_locked else None


def _ending(content: bytes) -> str:
    return media_type(content).rpartition("/")[2].replace("jpeg", "jpg")
