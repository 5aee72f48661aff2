"""Sealing approved minutes: rendered and signed once, kept as those bytes ever after."""

import datetime as dt
import hashlib
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from meetings import pdf
from meetings.models import Edition, Minutes, SignedMinutes
from meetings.permissions import check_may_export
from meetings.queries.minutes import minutes_document
from meetings.queries.publication import publication_of
from meetings.queries.seal import head_sha256, sealed_document
from meetings.queries.signature import signatory
from meetings.queries.signed import record_to_sign, signed_edition
from meetings.rules.document import MinutesDocument
from meetings.rules.signing import check_can_be_exported
from trust.tools import jobs
from trust.tools.keeping import keep
from trust.tools.signing import sign, signing_level, verify_own
from trust.tools.signing_keys import SigningKey, signing_key


@jobs.task
def export_signed_minutes(*, minutes_id: int, edition: str, by_id: int) -> None:
    """The worker’s part of ``ask_for_signed_minutes``."""
    minutes, by = Minutes.objects.get(pk=minutes_id), get_user_model().objects.get(pk=by_id)
    sign_minutes(minutes=minutes, edition=edition, by=by, at=timezone.now())


@transaction.atomic
def ask_for_signed_minutes(*, minutes: Minutes, edition: str = Edition.FULL, by: Any) -> jobs.Work | None:
    """Have the signed PDF made by the worker. None where it is kept already; asked for twice it is made once."""
    check_may_export(by, minutes.meeting.board)
    check_can_be_exported(minutes, signatory=signatory(minutes))
    if signed_edition(minutes, edition):
        return None
    return jobs.later(
        export_signed_minutes,
        about=_about(minutes, edition),
        subject=f"Signed minutes of {minutes.meeting}",
        by=by,
        minutes_id=minutes.pk,
        edition=edition,
        by_id=by.pk,
    )


def work_on(minutes: Minutes, edition: str = Edition.FULL) -> jobs.Work | None:
    """How the making of a signed PDF goes, or why it failed."""
    return jobs.work_about(export_signed_minutes, _about(minutes, edition))


@transaction.atomic
def sign_minutes(*, minutes: Minutes, edition: str, by: Any, at: dt.datetime) -> SignedMinutes:
    """The signed record of this edition; rendered and signed only if it is not kept yet."""
    minutes = Minutes.objects.select_for_update(of=["self"]).select_related("meeting__board").get(pk=minutes.pk)
    check_may_export(by, minutes.meeting.board)
    check_can_be_exported(minutes, signatory=signatory(minutes))
    kept = signed_edition(minutes, edition)
    if kept:
        return kept
    record = _record(minutes, edition, signing_key(at=at), at)
    record.signed_by = by
    return keep(record, by=by)


def _record(minutes: Minutes, edition: str, key: SigningKey, at: dt.datetime) -> SignedMinutes:
    document, head = _document(minutes, edition), head_sha256()
    unsigned = pdf.minutes_pdf_for_signing(document, minutes, is_test=key.is_test, head=head)
    sealed = sign(unsigned, key=key, reason="Approved minutes", name=key.name, at=at)
    if not verify_own(sealed).is_intact:
        raise RuntimeError("A signature just made does not verify.")
    return SignedMinutes(
        minutes=minutes,
        edition=edition,
        version=minutes.version,
        pdf=sealed,
        sha256=hashlib.sha256(sealed).hexdigest(),
        text_sha256=document.text_sha256,
        code=pdf.code_of(document, minutes),
        level=signing_level(),
        head_sha256=head,
        signer=key.name,
        with_test_certificate=key.is_test,
        signed_at=at,
    )


def _document(minutes: Minutes, edition: str) -> MinutesDocument:
    """As it was sealed when it was approved or published: later renames change nothing."""
    if edition == Edition.FULL:
        return record_to_sign(minutes)
    out = publication_of(minutes, minutes.version)
    sealed = sealed_document(out.seal) if out and out.edition == edition else None
    return sealed or minutes_document(minutes.meeting, edition=edition, with_exempt=False)


def _about(minutes: Minutes, edition: str) -> str:
    return f"minutes {minutes.pk} {edition} {minutes.version}"
