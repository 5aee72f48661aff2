"""What the page says of the signed record: kept, being made, failed, or to be made."""

from typing import Any

from boards.permissions import PUBLISH, SIGN
from meetings.operations import signing
from meetings.queries.minutes import Reading
from meetings.queries.signed import signed_for
from meetings.rules.signing import check_can_be_signed
from trust.tools.probe import missing_for_pdf
from trust.tools.refusal import why_not


def signed_card(reading: Reading) -> dict[str, Any]:
    """The context of ``meetings/_signed.html``; the minutes page includes it as well."""
    signed = signed_for(reading)
    may = bool(reading.words & {PUBLISH, SIGN})
    not_yet = missing_for_pdf() or why_not(check_can_be_signed, reading.minutes)
    return {
        "minutes": reading.minutes,
        "meeting": reading.meeting,
        "signed": signed,
        "kilobytes": _kilobytes(signed.pdf) if signed else 0,
        "work": signing.work_on(reading.minutes) if may and not signed else None,
        "may_export": may,
        "not_yet": not_yet,
    }


def _kilobytes(pdf: Any) -> int:
    return max(1, round(len(pdf) / 1024))
