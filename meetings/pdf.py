"""The minutes as a PDF: drafts for reading, and the document that is sealed."""

import datetime as dt
import hashlib

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from meetings.models import Minutes, Referral
from meetings.rules.document import MinutesDocument, canonical_json
from trust.tools.pdf import render_pdf
from trust.tools.pdf_attached import Attached

TEMPLATE = "meetings/print/minutes.html"
LETTER = "meetings/print/letter.html"


def minutes_pdf(document: MinutesDocument, minutes: Minutes) -> bytes:
    """For reading: nothing in it can be signed. A draft says DRAFT on every page."""
    standing = "Draft minutes" if document.is_draft else "Approved minutes, unsigned copy"
    return _render(document, minutes, standing=standing)


def minutes_pdf_for_signing(document: MinutesDocument, minutes: Minutes, *, is_test: bool) -> bytes:
    """The approved minutes with an empty signature field, and how to check a copy. The same minutes, the same bytes."""
    code = code_of(document, minutes)
    return _render(document, minutes, standing="Approved minutes", code=code, is_test=is_test)


def code_of(document: MinutesDocument, minutes: Minutes) -> str:
    """What the record is called on paper: 7F3A-01B2-C9D4, from what it says and which edition it is."""
    digest = hashlib.sha256(_identifier(document, minutes).encode()).hexdigest().upper()
    return "-".join(digest[start : start + 4] for start in (0, 4, 8))


def _render(
    document: MinutesDocument, minutes: Minutes, *, standing: str, code: str = "", is_test: bool = False
) -> bytes:
    address = settings.SITE_ADDRESS.rstrip("/") + reverse("meetings:verify")
    context = {
        "document": document,
        "meeting": minutes.meeting,
        "standing": standing,
        "code": code,
        "is_test": is_test,
        "verify_address": address.removeprefix("https://").removeprefix("http://"),
        "partnership_name": settings.PARTNERSHIP_NAME,
        "service_name": settings.SERVICE_NAME,
    }
    return render_pdf(
        TEMPLATE,
        context,
        identifier=_identifier(document, minutes),
        created=_date_of_content(minutes),
        attached=(_as_data(document),) if code else (),
        signature_label="Seal of the approved minutes" if code else "",
    )


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
