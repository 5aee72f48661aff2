"""Seals a PDF with a signature, and says of any PDF what its signature is worth. Knows no minutes.

With the files whose names begin like its own the only importer of pyHanko. The signature is a certification that
allows no later change (PAdES B-B, B-T or B-LTA: signing_levels.py).
"""

import asyncio
import hashlib
import io
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from django.conf import settings
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko_certvalidator.errors import PathError, ValidationError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from trust.tools import signing_check
from trust.tools.apart import apart
from trust.tools.pdf_finish import SIGNATURE_FIELD
from trust.tools.refusal import Refused
from trust.tools.signing_check import SignatureCheck, Trust, check_signature
from trust.tools.signing_keys import SigningKey, own_certificates
from trust.tools.signing_levels import MetadataAsItIs, made_to_last, signing_level, timestamper
from trust.tools.signing_module import InModule, session_with, signer_in
from trust.tools.signing_revoked import revocation_lists
from trust.tools.signing_test_key import test_certificate
from trust.tools.workers import Died, TookTooLong, Workers

__all__ = ["sign", "signing_level", "verify", "verify_own"]

log = logging.getLogger(__name__)

# Room for the signature in the file, in characters of two a byte: it is not known how long it gets until the file
# around it stands. Certificates come on top.
ROOM_FOR_SIGNATURE = 6144
ROOM_FOR_TIMESTAMP = 24576

readers = Workers(signing_check.start, lambda: (settings.VERIFY_MEMORY_MEGABYTES,))


def sign(pdf: bytes, *, key: SigningKey, reason: str, name: str, at: datetime) -> bytes:
    """The PDF with its signature field filled. ``name``: who signs, as shown by PDF readers. Added to, not rewritten.

    Refused where the document has no empty field for it, or the time-stamp authority does not answer.
    """
    signing_level()
    try:
        return apart(lambda: asyncio.run(_sign(pdf, key, reason, name, at)))
    except TimestampRequestError:
        raise Refused("The time-stamp authority did not answer. Nothing was signed; try again later.") from None
    except (PathError, ValidationError) as problem:
        log.warning("signature for keeping: %s", problem)
        raise Refused(
            "What a signature for keeping (B-LTA) needs cannot be had: lists of revoked certificates, or trust in the "
            "time-stamp authority. Nothing was signed."
        ) from None
    except signers.pdf_byterange.SigningError:
        raise Refused("The document has no place for a signature, or is signed already.") from None


async def _sign(pdf: bytes, key: SigningKey, reason: str, name: str, at: datetime) -> bytes:
    stamper = timestamper()
    with _signer(key) as signer:
        signed = await _certified(
            pdf, signers.PdfSigner(_described(reason, name), signer=signer, timestamper=stamper), at
        )
    if stamper is None or signing_level() != "B-LTA":
        return signed
    vouching = [each for each in key.chain if each.subject == each.issuer] or key.chain or [key.certificate]
    return await made_to_last(signed, stamper, [*_trusted_clocks(), *map(_der, vouching)])


def _described(reason: str, name: str) -> signers.PdfSignatureMetadata:
    return signers.PdfSignatureMetadata(
        field_name=SIGNATURE_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        reason=reason,
        name=name,
    )


async def _certified(pdf: bytes, signer: signers.PdfSigner, at: datetime) -> bytes:
    session = signer.init_signing_session(MetadataAsItIs(io.BytesIO(pdf)), existing_fields_only=True)
    session.system_time = at
    prepared = session.prepare_tbs_document(validation_info=None, bytes_reserved=_room(signer))
    signed = io.BytesIO()
    digest, _ = prepared.digest_tbs_document(output=signed)
    finished = await prepared.perform_signature(
        document_digest=digest.document_digest,
        pdf_cms_signed_attrs=signers.pdf_cms.PdfCMSSignedAttributes(signing_time=at),
    )
    await finished.post_signature_processing(signed)
    return signed.getvalue()


def _room(signer: signers.PdfSigner) -> int:
    known = (signer.signer.signing_cert, *signer.signer.cert_registry)
    certificates = 2 * sum(len(each.dump()) for each in known)
    return ROOM_FOR_SIGNATURE + certificates + ROOM_FOR_TIMESTAMP * bool(signer.default_timestamper)


@contextmanager
def _signer(key: SigningKey) -> Iterator[Any]:
    own, chain = _asn1(key.certificate), [_asn1(each) for each in key.chain]
    if isinstance(key.private, InModule):
        with session_with(key.private, settings.SIGNING_PKCS11_PIN) as session:
            yield signer_in(key.private, session, own, chain)
        return
    pkcs8 = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = keys.PrivateKeyInfo.load(key.private.private_bytes(*pkcs8))
    yield signers.SimpleSigner(
        signing_cert=own, signing_key=private, cert_registry=SimpleCertificateStore.from_certs(chain)
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(_der(certificate))


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def verify(pdf: bytes) -> SignatureCheck:
    """What a PDF's signature is worth here. Takes anything; never raises.

    Read in a process of its own, with a limit of memory and time: a file may be made to break its reader.
    """
    if len(pdf) > settings.VERIFY_MAX_BYTES:
        return verify_own(pdf)
    try:
        return readers.run(settings.VERIFY_SECONDS, check_signature, pdf, _whom_to_trust())
    except (Died, TookTooLong):
        problem = "The file cannot be read: it asks for more time or memory than any record of ours."
        return SignatureCheck(hashlib.sha256(pdf).hexdigest(), problem=problem)


def verify_own(pdf: bytes) -> SignatureCheck:
    """The same for a file just made here, without a process of its own."""
    return apart(check_signature, pdf, _whom_to_trust())


def _whom_to_trust() -> Trust:
    test = test_certificate()
    try:
        lists = tuple(each.public_bytes(serialization.Encoding.DER) for each in revocation_lists())
    except Refused as refusal:
        log.error("check of a copy: %s", refusal)
        lists = ()
    return Trust(
        signers=tuple(map(_der, (*_in_files(settings.SIGNING_TRUST_ROOTS), *own_certificates()))),
        clocks=tuple(_trusted_clocks()),
        test=_der(test) if test else b"",
        revoked=lists,
        limit=settings.VERIFY_MAX_BYTES,
    )


def _trusted_clocks() -> list[bytes]:
    """Whose time-stamps are believed. They may not sign minutes: their authority vouches for half the world."""
    return [_der(each) for each in (*_in_files(settings.SIGNING_TSA_ROOTS), *_in_files(settings.SIGNING_TRUST_ROOTS))]


def _in_files(paths: Iterable[str]) -> list[x509.Certificate]:
    """The certificates of some files. One that cannot be read is passed over with a line in the log."""
    found: list[x509.Certificate] = []
    for path in paths:
        try:
            found += x509.load_pem_x509_certificates(Path(path).read_bytes())
        except (OSError, ValueError):
            log.error("certificates to trust: %s cannot be read", path)
    return found
