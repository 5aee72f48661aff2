"""The details under a verdict, for whoever wants to know more than whether a copy may be relied on."""

from typing import Protocol

from meetings.rules.record_standing import RecordStanding
from trust.tools.signing_check import SignatureCheck
from trust.tools.words import instant, short_date

Detail = tuple[str, str]

EDITIONS = {
    "full": "Full",
    "public": "Public, without what was taken in private",
    "summary": "Public, with a summary of what was taken in private",
}


class KnownRecord(Protocol):
    @property
    def subject(self) -> str: ...
    @property
    def edition(self) -> str: ...
    @property
    def standing(self) -> RecordStanding: ...
    @property
    def code(self) -> str: ...
    @property
    def text_sha256(self) -> str: ...


def details(found: SignatureCheck, known: KnownRecord | None) -> tuple[Detail, ...]:
    """Label and value, in the order in which they are asked for; what is not known is left out."""
    rows = (*_of_record(known), *_of_signature(found), ("Fingerprint of the file (SHA-256)", found.sha256))
    return tuple(row for row in rows if row[1])


def _of_record(known: KnownRecord | None) -> tuple[Detail, ...]:
    if known is None:
        return ()
    return (
        ("Minutes of", known.subject),
        ("Edition", EDITIONS.get(known.edition, "")),
        ("Version", f"{known.standing.version}, {known.standing.word}"),
        ("Code printed on it", known.code),
        ("Fingerprint of the words (SHA-256)", known.text_sha256),
    )


def _of_signature(found: SignatureCheck) -> tuple[Detail, ...]:
    """Of a signature we do not trust only what it claims, as a claim."""
    if not found.is_signed or not found.signer:
        return ()
    whose = ", ".join(filter(None, (found.signer, found.organisation)))
    if not found.is_trusted:
        return (("Name in the signature", f"{whose} (not confirmed)"),)
    return (
        ("Signed by", whose),
        ("Signed", _when(found)),
        ("Certificate", _certificate(found)),
        ("Later changes", "The signature allows none." if found.allows_no_change else ""),
        ("Made to last", _lasting(found)),
    )


def _when(found: SignatureCheck) -> str:
    if found.signed_at is None:
        return ""
    by = f"as the time-stamp authority “{found.time_stamped_by}” confirms" if found.time_stamped_by else ""
    return f"{instant(found.signed_at)}, {by or 'by the signer’s own clock'}"


def _certificate(found: SignatureCheck) -> str:
    if found.valid_from is None or found.valid_until is None:
        return ""
    days = f"valid from {short_date(found.valid_from)} to {short_date(found.valid_until)}"
    issuer = "For trying out, vouched for by nobody" if found.is_test else f"Issued by {found.issuer}"
    return f"{issuer}, {days}"


def _lasting(found: SignatureCheck) -> str:
    return "Yes: it can be checked after its certificates have run out." if found.is_made_to_last else ""
