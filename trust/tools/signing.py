"""Seals a PDF with a signature, and says of any PDF what its signature is worth. Knows no minutes.

With signing_check.py the only importer of pyHanko (PAdES baseline-B; baseline-T where SIGNING_TSA_URL is set).
"""

import asyncio
import hashlib
import io
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from trust.tools import signing_check
from trust.tools.apart import apart
from trust.tools.pdf_finish import SIGNATURE_FIELD
from trust.tools.refusal import Refused
from trust.tools.signing_check import SignatureCheck, check_signature
from trust.tools.signing_keys import SigningKey, signing_key, test_certificate
from trust.tools.workers import Died, TookTooLong, Workers

# Room for the signature in the file: it is not known how long it gets until the file around it stands.
BYTES_FOR_SIGNATURE = 8192
BYTES_WITH_TIMESTAMP = 24576


readers = Workers(signing_check.start, lambda: (settings.VERIFY_MEMORY_MEGABYTES,))


class _MetadataAsItIs(IncrementalPdfFileWriter):
    """pyHanko 0.38 rewrites the description of the standards in a form that PDF/A refuses: leave it as it is."""

    def _update_meta(self) -> None:
        pass


def sign(pdf: bytes, *, key: SigningKey, reason: str, name: str, at: datetime) -> bytes:
    """The PDF with its signature field filled. ``name``: who signs, as shown by PDF readers. Added to, not rewritten.

    Refused where the document has no empty field for it, or the time-stamp authority does not answer.
    """
    try:
        return apart(lambda: asyncio.run(_sign(pdf, key, reason, name, at)))
    except TimestampRequestError:
        raise Refused("The time-stamp authority did not answer. Nothing was signed; try again later.") from None
    except signers.pdf_byterange.SigningError:
        raise Refused("The document has no place for a signature, or is signed already.") from None


async def _sign(pdf: bytes, key: SigningKey, reason: str, name: str, at: datetime) -> bytes:
    timestamper = _timestamper()
    described = signers.PdfSignatureMetadata(
        field_name=SIGNATURE_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason,
        name=name,
    )
    signer = signers.PdfSigner(described, signer=_signer(key), timestamper=timestamper)
    session = signer.init_signing_session(_MetadataAsItIs(io.BytesIO(pdf)), existing_fields_only=True)
    session.system_time = at
    reserved = BYTES_WITH_TIMESTAMP if timestamper else BYTES_FOR_SIGNATURE
    prepared = session.prepare_tbs_document(validation_info=None, bytes_reserved=reserved)
    signed = io.BytesIO()
    digest, _ = prepared.digest_tbs_document(output=signed)
    finished = await prepared.perform_signature(
        document_digest=digest.document_digest,
        pdf_cms_signed_attrs=signers.pdf_cms.PdfCMSSignedAttributes(signing_time=at),
    )
    await finished.post_signature_processing(signed)
    return signed.getvalue()


def _signer(key: SigningKey) -> Any:
    pkcs8 = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return signers.SimpleSigner(
        signing_cert=_asn1(key.certificate),
        signing_key=keys.PrivateKeyInfo.load(key.private.private_bytes(*pkcs8)),
        cert_registry=SimpleCertificateStore.from_certs([_asn1(each) for each in key.chain]),
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(_der(certificate))


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def _timestamper() -> Any:
    return HTTPTimeStamper(settings.SIGNING_TSA_URL) if settings.SIGNING_TSA_URL else None


def verify(pdf: bytes) -> SignatureCheck:
    """What a PDF's signature is worth here. Takes anything; never raises.

    Read in a process of its own, with a limit of memory and time: a file may be made to break its reader.
    """
    if len(pdf) > settings.VERIFY_MAX_BYTES:
        return verify_own(pdf)
    try:
        return readers.run(settings.VERIFY_SECONDS, check_signature, pdf, *_whom_to_trust())
    except (Died, TookTooLong):
        problem = "The file cannot be read: it asks for more time or memory than any record of ours."
        return SignatureCheck(hashlib.sha256(pdf).hexdigest(), problem=problem)


def verify_own(pdf: bytes) -> SignatureCheck:
    """The same for a file just made here, without a process of its own."""
    return apart(check_signature, pdf, *_whom_to_trust())


def _whom_to_trust() -> tuple[list[bytes], bytes, int]:
    test = test_certificate()
    return trusted_certificates(), _der(test) if test else b"", settings.VERIFY_MAX_BYTES


def trusted_certificates() -> list[bytes]:
    """Those of SIGNING_TRUST_ROOTS, and the partnership's own with those that vouch for it."""
    found: list[x509.Certificate] = []
    for path in settings.SIGNING_TRUST_ROOTS:
        found += x509.load_pem_x509_certificates(Path(path).read_bytes())
    if settings.SIGNING_PKCS12:
        try:
            key = signing_key(at=datetime.now().astimezone())
        except Refused:
            return [_der(each) for each in found]
        found += [key.certificate, *key.chain]
    return [_der(each) for each in found]
