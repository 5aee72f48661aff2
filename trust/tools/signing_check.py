"""Reads the signature of a PDF that anybody may have sent. Knows no settings: what it trusts is handed to it.

With signing.py the only importer of pyHanko. A signature counts only where three things hold: it is valid and its
signer trusted, it covers the whole file, and nothing was added afterwards. Any one alone passes altered files.
"""

import hashlib
import io
import logging
import resource
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from trust.tools.workers import end_with_parent

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class SignatureCheck:
    """What a file says of itself. ``signer`` and what follows mean something only where ``is_trusted``."""

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

    @property
    def is_intact(self) -> bool:
        """Signed by somebody trusted, whole, and unchanged since."""
        return self.is_signed and self.is_unaltered and self.is_trusted


def start(megabytes: int) -> None:
    """Make a process ready for strangers’ files: a few bytes of them may ask for gigabytes."""
    end_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024, megabytes * 1024 * 1024))


def check_signature(pdf: bytes, trusted: Sequence[bytes], test: bytes, limit: int) -> SignatureCheck:
    """Check a file. ``trusted``: certificates (DER); ``test``: ours for trying out; ``limit``: bytes. Never raises."""
    found = SignatureCheck(hashlib.sha256(pdf).hexdigest())
    if problem := _problem_at_first_sight(pdf, limit):
        return replace(found, problem=problem)
    try:
        return _read(pdf, found, trusted, test)
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


def _read(pdf: bytes, found: SignatureCheck, trusted: Sequence[bytes], test: bytes) -> SignatureCheck:
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(pdf))
    if reader.encrypted:
        return replace(found, problem="The file is protected with a password, which our records never are.")
    signatures = reader.embedded_regular_signatures
    found = replace(found, is_readable=True)
    if not signatures:
        return replace(found, problem="The file carries no signature.")
    found = replace(found, is_signed=True, signed_at=signatures[0].self_reported_timestamp)
    try:
        return _judge(found, signatures[0], trusted, test)
    except Exception:
        return replace(found, problem="The file’s signature is damaged.")


def _judge(found: SignatureCheck, signature: Any, trusted: Sequence[bytes], test: bytes) -> SignatureCheck:
    """Whose signature, and whether it holds."""
    status = _status(signature, [each for each in (*trusted, test) if each], found.signed_at)
    whole = status.coverage.name == "ENTIRE_FILE"
    unchanged = status.modification_level is not None and status.modification_level.name == "NONE"
    holds = status.bottom_line or not status.trusted
    unaltered = bool(status.intact and status.valid and whole and unchanged and holds)
    subject = signature.signer_cert.subject.native
    return replace(
        found,
        is_unaltered=unaltered,
        is_trusted=bool(status.trusted),
        is_test=bool(test) and signature.signer_cert.dump() == test,
        signer=str(subject.get("common_name", "")),
        organisation=str(subject.get("organization_name", "")),
        problem="" if unaltered else "The file was changed after it was signed.",
    )


def _status(signature: Any, trusted: Sequence[bytes], at: datetime | None) -> Any:
    """pyHanko’s findings. An archive outlives its certificates, so they are judged by the time of signing."""
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    roots = [Certificate.load(each) for each in trusted]
    uses = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
    return validate_pdf_signature(
        signature,
        ValidationContext(trust_roots=roots, allow_fetching=False, moment=at),
        ValidationContext(trust_roots=roots, allow_fetching=False),
        key_usage_settings=uses,
    )
