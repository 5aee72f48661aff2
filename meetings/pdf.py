"""The minutes as a PDF: drafts for reading, and the document that is sealed."""

import datetime as dt
import hashlib
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from boards.models import Board
from meetings.models import Edition, Minutes, Referral, Signature
from meetings.queries.inspection import open_until
from meetings.queries.signature import signature_of
from meetings.queries.withheld import withheld_at, without
from meetings.rules.document import MinutesDocument, canonical_json
from trust.tools.pdf import render_pdf
from trust.tools.pdf_attached import Attached

TEMPLATE = "meetings/print/minutes.html"
LETTER = "meetings/print/letter.html"


def minutes_pdf(document: MinutesDocument, minutes: Minutes) -> bytes:
    """For reading: nothing in it can be signed. A draft says DRAFT on every page."""
    standing = "Draft minutes" if document.is_draft else "Approved minutes, unsigned copy"
    return _render(document, minutes, standing=standing)


def minutes_pdf_for_signing(document: MinutesDocument, minutes: Minutes, *, is_test: bool, head: str = "") -> bytes:
    """The approved minutes with an empty signature field, and how to check a copy. The same minutes, the same bytes.

    ``head`` is the hash of the last seal of the record when it was made, which speaks for all before it.
    """
    code = code_of(document, minutes)
    return _render(document, minutes, standing="Approved minutes", code=code, is_test=is_test, head=head)


def minutes_pdf_by_hand(document: MinutesDocument, minutes: Minutes) -> bytes:
    """To be signed on paper: a space for initials on every leaf, and the code that binds the leaves to this text."""
    code = code_of(document, minutes)
    return _render(document, minutes, standing=f"For signing by hand, {code}", code=code, by_hand=True)


def code_of(document: MinutesDocument, minutes: Minutes) -> str:
    """What the record is called on paper: 7F3A-01B2-C9D4, from what it says and which edition it is."""
    digest = hashlib.sha256(_identifier(document, minutes).encode()).hexdigest().upper()
    return "-".join(digest[start : start + 4] for start in (0, 4, 8))


def _render(document: MinutesDocument, minutes: Minutes, *, standing: str, code: str = "", **printed: Any) -> bytes:
    """``printed`` is what only one kind of copy says: is_test, head, by_hand."""
    is_sealed = bool(code) and not printed.get("by_hand")
    return render_pdf(
        TEMPLATE,
        _context(document, minutes) | {"standing": standing, "code": code} | printed,
        identifier=_identifier(document, minutes),
        created=_date_of_content(minutes),
        attached=(_as_data(document),) if is_sealed else (),
        signature_label="Seal of the approved minutes" if is_sealed else "",
    )


def _context(document: MinutesDocument, minutes: Minutes) -> dict[str, Any]:
    address = settings.SITE_ADDRESS.rstrip("/") + reverse("meetings:verify")
    return {
        "document": document,
        "meeting": minutes.meeting,
        "open_until": open_until(minutes.meeting) if document.edition != Edition.FULL else "",
        "signature": _signature_told(document, minutes),
        "verify_address": address.removeprefix("https://").removeprefix("http://"),
        "partnership_name": settings.PARTNERSHIP_NAME,
        "service_name": settings.SERVICE_NAME,
    }


def _signature_told(document: MinutesDocument, minutes: Minutes) -> Signature | None:
    """Who signed; the public is told nothing of a meeting of another board that only its members may know of."""
    signature = signature_of(minutes) if document.is_locked else None
    at = signature.approval.at_meeting if signature else None
    is_elsewhere = at is not None and at.board_id != minutes.meeting.board_id
    if at and is_elsewhere and document.edition != Edition.FULL and at.board.visibility != Board.Visibility.PUBLIC:
        return None
    return _named_publicly(signature, minutes) if signature and document.edition != Edition.FULL else signature


def _named_publicly(signature: Signature, minutes: Minutes) -> Signature:
    """The signature as the public edition prints it: a name withheld there is withheld here. It is never saved so."""
    withheld = withheld_at(minutes.meeting, *filter(None, [signature.approval.at_meeting]))
    for field in ("name", "intention"):
        setattr(signature, field, without(getattr(signature, field), withheld))
    return signature


def _as_data(document: MinutesDocument) -> Attached:
    """The words of this edition and no other, as the bytes their fingerprint is made from."""
    description = "These minutes as data. The SHA-256 of this file is the fingerprint printed at the end."
    return Attached("minutes.json", description, canonical_json(document))


def _identifier(document: MinutesDocument, minutes: Minutes) -> str:
    meeting = minutes.meeting
    return f"{meeting.board.slug}/{meeting.address}/{document.edition}/{minutes.version}/{document.text_sha256}"


def _date_of_content(minutes: Minutes) -> dt.datetime:
    """When the words were agreed, or the day of the meeting: never the moment of printing."""
    day = dt.datetime.combine(minutes.meeting.date, dt.time(), tzinfo=timezone.get_default_timezone())
    return minutes.approved_at or day


def letter_pdf(referral: Referral) -> bytes:
    """A letter to a body outside, by which a board asks something of it. The same referral, the same bytes."""
    meeting = referral.item.meeting
    day = dt.datetime.combine(referral.sent_date or meeting.date, dt.time(), tzinfo=timezone.get_default_timezone())
    context = {
        "referral": referral,
        "meeting": meeting,
        "board": meeting.board,
        "partnership_name": settings.PARTNERSHIP_NAME,
        "service_name": settings.SERVICE_NAME,
    }
    return render_pdf(LETTER, context, identifier=f"{meeting.board.slug}/letter/{referral.pk}", created=day)
