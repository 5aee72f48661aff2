"""Reads the signature of a PDF that anybody may have sent. Knows no settings: what it trusts is handed to it.

With signing.py the only importer of pyHanko. A signature counts only where three things hold: it is valid and its
signer trusted, it covers the whole file, and nothing was added afterwards. Any one alone passes altered files. The
one thing that may stand after it is a trusted authority’s time-stamp over everything before (B-LTA).
"""

import hashlib
import io
import logging
import resource
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from trust.tools.workers import end_with_parent

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Trust:
    """Whom a check trusts, as DER: to sign, and to say the time, which is less.

    ``test`` is our certificate for trying out, ``revoked`` are lists of revoked certificates, ``limit`` is in bytes.
    """

    signers: tuple[bytes, ...]
    clocks: tuple[bytes, ...] = ()
    test: bytes = b""
    revoked: tuple[bytes, ...] = ()
    limit: int = 30 * 1024 * 1024

    def to_sign(self) -> list[bytes]:
        return [each for each in (*self.signers, self.test) if each]

    def to_say_the_time(self) -> list[bytes]:
        return [*self.signers, *self.clocks]


@dataclass(frozen=True)
class SignatureCheck:
    """What a file says of itself. ``signer`` and what follows mean something only where ``is_trusted``.

    ``signed_at`` is the signer's own word, unless ``time_stamped_by`` names the authority that vouches for it.
    """

    sha256: str
    is_readable: bool = False
    is_signed: bool = False
    is_unaltered: bool = False
    is_trusted: bool = False
    is_test: bool = False
    signer: str = ""
    organisation: str = ""
    signed_at: datetime | None = None
    problem: str = ""
    time_stamped_by: str = ""
    issuer: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    revoked_on: datetime | None = None
    allows_no_change: bool = False
    is_made_to_last: bool = False

    @property
    def is_intact(self) -> bool:
        """Signed by somebody trusted, whole, and unchanged since."""
        return self.is_signed and self.is_unaltered and self.is_trusted


def start(megabytes: int) -> None:
    """Make a process ready for strangers’ files: a few bytes of them may ask for gigabytes."""
    end_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024, megabytes * 1024 * 1024))


def check_signature(pdf: bytes, trust: Trust) -> SignatureCheck:
    """Check a file. Never raises."""
    found = SignatureCheck(hashlib.sha256(pdf).hexdigest())
    if problem := _problem_at_first_sight(pdf, trust.limit):
        return replace(found, problem=problem)
    try:
        return _read(pdf, found, trust)
    except Exception:
        # What breaks a reader is without end; whatever it was, this file says nothing that can be relied on.
        return replace(found, problem="The file is damaged or cut off, and cannot be read.")


def _problem_at_first_sight(pdf: bytes, limit: int) -> str:
    if not pdf:
        return "The file is empty."
    if len(pdf) > limit:
        return f"The file is larger than {limit // (1024 * 1024)} MB, which is more than a signed record takes."
    if not pdf.startswith(b"%PDF-"):
        return "The file is not a PDF, whatever its name says."
    return ""


def _read(pdf: bytes, found: SignatureCheck, trust: Trust) -> SignatureCheck:
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(pdf))
    if reader.encrypted:
        return replace(found, problem="The file is protected with a password, which our records never are.")
    signatures = reader.embedded_regular_signatures
    found = replace(found, is_readable=True)
    if not signatures:
        return replace(found, problem="The file carries no signature.")
    found = replace(found, is_signed=True, signed_at=_signed_at(signatures[0]))
    try:
        return _judge(found, reader, trust)
    except Exception:
        return replace(found, problem="The file’s signature is damaged.")


def _judge(found: SignatureCheck, reader: Any, trust: Trust) -> SignatureCheck:
    """Whose signature, and whether it holds."""
    signature = reader.embedded_regular_signatures[0]
    status = _status(signature, trust, found.signed_at)
    stamp = status.timestamp_validity
    kept_whole = _is_untouched(status) or _is_stamped_over(reader, status, trust)
    stamp_holds = stamp is None or bool(stamp.intact and stamp.valid)
    unaltered = bool(status.intact and status.valid and kept_whole and stamp_holds)
    certificate = signature.signer_cert
    revoked_on = _revoked_on(certificate, trust)
    in_force = revoked_on is None or (found.signed_at is not None and found.signed_at < revoked_on)
    return replace(
        found,
        is_unaltered=unaltered,
        is_trusted=bool(status.trusted) and in_force,
        is_test=bool(trust.test) and certificate.dump() == trust.test,
        signer=_named(certificate.subject, "common_name"),
        organisation=_named(certificate.subject, "organization_name"),
        issuer=_named(certificate.issuer, "common_name") or _named(certificate.issuer, "organization_name"),
        valid_from=certificate.not_valid_before,
        valid_until=certificate.not_valid_after,
        revoked_on=revoked_on,
        time_stamped_by=_named(stamp.signing_cert.subject, "common_name") if stamp and stamp.trusted else "",
        allows_no_change=signature.docmdp_level is not None and signature.docmdp_level.name == "NO_CHANGES",
        is_made_to_last=unaltered and not _is_untouched(status),
        problem="" if unaltered else _what_happened(status),
    )


def _what_happened(status: Any) -> str:
    """What the signature covers may be as it was, and something stand after it all the same."""
    as_it_was = status.intact and status.valid and status.coverage.name == "ENTIRE_REVISION"
    return f"{'Something was added to the file' if as_it_was else 'The file was changed'} after it was signed."


def _revoked_on(certificate: Any, trust: Trust) -> datetime | None:
    """When a list says so. Of a certificate trusted as itself pyHanko asks no list."""
    from asn1crypto.crl import CertificateList

    for each in map(CertificateList.load, trust.revoked):
        if each.issuer == certificate.issuer:
            for entry in each["tbs_cert_list"]["revoked_certificates"]:
                if entry["user_certificate"].native == certificate.serial_number:
                    return entry["revocation_date"].native
    return None


def _named(name: Any, part: str) -> str:
    said = name.native.get(part, "")
    return str(said[0] if isinstance(said, list) else said)


def _signed_at(signature: Any) -> datetime | None:
    """The time-stamp’s time where there is one, else the signer’s own word."""
    from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

    for stamp in extract_tst_data_iter(signature.signer_info, signed=False):
        return stamp["encap_content_info"]["content"].parsed["gen_time"].native
    return signature.self_reported_timestamp


def _is_untouched(status: Any) -> bool:
    """The signature covers every byte of the file."""
    modified = status.modification_level
    return status.coverage.name == "ENTIRE_FILE" and modified is not None and modified.name == "NONE"


def _is_stamped_over(reader: Any, status: Any, trust: Trust) -> bool:
    """Only what keeps a signature checkable was added, and a trusted authority’s time-stamp covers every byte."""
    from pyhanko.sign.validation import validate_pdf_timestamp

    modified = status.modification_level
    stamps = reader.embedded_timestamp_signatures
    if modified is None or modified.name != "LTA_UPDATES" or not status.docmdp_ok or not stamps:
        return False
    if len(reader.embedded_signatures) != 1 + len(stamps):
        return False
    at = stamps[-1].signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    over = validate_pdf_timestamp(stamps[-1], _context(trust.to_say_the_time(), trust, at))
    covers_all = over.coverage is not None and over.coverage.name == "ENTIRE_FILE"
    return bool(over.intact and over.valid and over.trusted and covers_all)


def _status(signature: Any, trust: Trust, at: datetime | None) -> Any:
    """pyHanko’s findings. An archive outlives its certificates, so they are judged by the time of signing."""
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    uses = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
    signing, stamping = _context(trust.to_sign(), trust, at), _context(trust.to_say_the_time(), trust, at)
    return validate_pdf_signature(signature, signing, stamping, key_usage_settings=uses)


def _context(roots: list[bytes], trust: Trust, at: datetime | None) -> Any:
    from asn1crypto.crl import CertificateList
    from asn1crypto.x509 import Certificate
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=[Certificate.load(each) for each in roots],
        crls=[CertificateList.load(each) for each in trust.revoked],
        allow_fetching=False,
        moment=at,
        retroactive_revinfo=True,
    )
