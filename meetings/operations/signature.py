"""Minutes are signed: here, by who may, asked again who they are; or on paper, and the scan is kept."""

import datetime as dt
import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import PUBLISH, SIGN
from meetings.models import Minutes, Seal, Signature
from meetings.operations.circulation import lock_minutes
from meetings.operations.seal import seal_approved, seal_event
from meetings.operations.signing import ask_for_signed_minutes
from meetings.permissions import words_at
from meetings.queries.signature import Signing, signer_for, signing_of
from meetings.rules import signature as rules
from meetings.rules.sealed import text_sha256_in
from trust.tools.keeping import keep
from trust.tools.scan import check_scan


@transaction.atomic
def sign_here(*, minutes: Minutes, name: str, shown_sha256: str, by: Any, at: dt.datetime) -> Signature:
    """Whoever may by the terms signs what they were shown, of the fingerprint ``shown_sha256``.

    That they were asked again who they are is the view's to see to. A second signature is refused.
    """
    signing = _open(minutes)
    signer = signer_for(signing, by)
    rules.check_signs(signer, signing.signers)
    assert signer is not None
    rules.check_full_name(signer, name)
    seal = seal_approved(minutes=signing.minutes, by=by, at=at)
    rules.check_same_text(shown_sha256, text_sha256_in(seal.record))
    signature = _signature(signing, signer, seal, by=by, at=at)
    signature.means, signature.signed_date = Signature.Means.IN_PRODUCT, timezone.localdate(at)
    return _keep(signature, signing.minutes, by=by, at=at)


@transaction.atomic
def record_signed_on_paper(
    *,
    minutes: Minutes,
    name: str,
    signed_date: dt.date,
    code: str,
    printed_code: str,
    scan: Any,
    by: Any,
    at: dt.datetime,
) -> Signature:
    """The scan of the signed leaves is kept; ``code`` is as read off them, ``printed_code`` as printed.
    The sealed PDF is asked for with it: whoever holds the leaves looks up their code, and finds it by that."""
    signing, words = _open(minutes), words_at(by, minutes.meeting)
    rules.check_may_keep_scan(signer_for(signing, by), words)
    signer = rules.named(signing.signers, name)
    rules.check_may_keep_scan(signer_for(signing, by), words, signer)
    rules.check_signed_date(signed_date, signer, on=timezone.localdate(at))
    rules.check_same_code(code, printed_code)
    content = scan.read()
    check_scan(content)
    seal = seal_approved(minutes=signing.minutes, by=by, at=at)
    signature = _signature(signing, signer, seal, by=by, at=at)
    signature.means, signature.signed_date = Signature.Means.ON_PAPER, signed_date
    signature.scan, signature.scan_name = content, scan.name[:200]
    signature.scan_sha256 = hashlib.sha256(content).hexdigest()
    signature = _keep(signature, signing.minutes, by=by, at=at)
    if words & {PUBLISH, SIGN}:
        ask_for_signed_minutes(minutes=signing.minutes, by=by)
    return signature


def _open(minutes: Minutes) -> Signing:
    """The minutes locked, while they can still be signed."""
    signing = signing_of(lock_minutes(minutes.pk))
    rules.check_can_sign(signing.minutes, signing.signatory, signing.signature)
    return signing


def _signature(signing: Signing, signer: rules.Signer, seal: Seal, *, by: Any, at: dt.datetime) -> Signature:
    return Signature(
        minutes=signing.minutes,
        version=signing.minutes.version,
        approval=signer.approval,
        attendance=signer.attendance,
        person=signer.person,
        name=signer.name,
        capacity=signer.capacity,
        intention=rules.intention(signer, signing.minutes),
        text_sha256=text_sha256_in(seal.record),
        seal=seal,
        recorded_at=at,
        recorded_by=by,
    )


def _keep(signature: Signature, minutes: Minutes, *, by: Any, at: dt.datetime) -> Signature:
    """With its own link of the chain; from here on the minutes are signed."""
    keep(signature, by=by)
    seal_event(minutes=minutes, event=Seal.Event.SIGNED, record=rules.signed_told(signature), by=by, at=at)
    minutes.state = Minutes.State.SIGNED
    keep(minutes, by=by, because=f"Signed by {signature.name}")
    return signature
