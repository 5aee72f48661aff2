"""What the page says of the signed record: kept, being made, failed, or to be made."""

from typing import Any

from boards.permissions import PUBLISH, SIGN
from meetings.operations import signing
from meetings.queries.minutes import Reading
from meetings.queries.signature import signatory, signer_for, signing_of
from meetings.queries.signed import signed_for
from meetings.rules.signing import check_can_be_exported
from trust.tools.probe import missing_for_pdf
from trust.tools.refusal import why_not


def signed_card(reading: Reading) -> dict[str, Any]:
    """The context of ``meetings/_signed.html``; the minutes page includes it as well."""
    signed = signed_for(reading)
    may = bool(reading.words & {PUBLISH, SIGN})
    signs = signatory(reading.minutes) if reading.minutes.is_locked else ""
    due = "" if reading.publication else why_not(check_can_be_exported, reading.minutes, signatory=signs)
    return {
        "minutes": reading.minutes,
        "meeting": reading.meeting,
        "signed": signed,
        "kilobytes": _kilobytes(signed.pdf) if signed else 0,
        "work": signing.work_on(reading.minutes) if may and not signed else None,
        "may_export": may,
        "is_record": reading.seal is not None or reading.minutes.is_locked,
        "not_yet": missing_for_pdf() or due,
    }


def signature_card(reading: Reading, reader: Any) -> dict[str, Any]:
    """The context of ``meetings/_signature.html``: who signed, or whom it waits for; for members and officers."""
    if not reading.words or not reading.minutes.is_locked:
        return {"signing": None}
    found = signing_of(reading.minutes)
    is_signer = signer_for(found, reader) is not None
    return {
        "signing": found,
        "is_signer": is_signer,
        "may_see_signing": is_signer or bool(reading.words & {PUBLISH, SIGN}),
    }


def _kilobytes(pdf: Any) -> int:
    return max(1, round(len(pdf) / 1024))
