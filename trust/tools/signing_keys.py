"""What documents are sealed with: a key in a file (PKCS#12) or a hardware module (PKCS#11) by setting, else one for
trying out."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

from trust.tools.refusal import Refused
from trust.tools.signing_module import InModule, certificates_in_module, configured_module
from trust.tools.signing_revoked import check_not_revoked, long_day
from trust.tools.signing_test_key import TEST_NAME, kept_test_key

__all__ = ["TEST_NAME", "SigningKey", "name_in", "own_certificates", "signing_key"]

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class SigningKey:
    """A private key with its certificate and those that vouch for it. ``is_test``: made here, vouched for by nobody."""

    private: PrivateKey | InModule
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    is_test: bool

    @property
    def name(self) -> str:
        return name_in(self.certificate, NameOID.COMMON_NAME)


def name_in(certificate: x509.Certificate, part: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(part)
    return str(found[0].value) if found else ""


def signing_key(*, at: dt.datetime) -> SigningKey:
    """The key to sign with at this time. Refused, in a sentence, where the configured one cannot be used."""
    key = _configured_key()
    if key is None:
        private, certificate = kept_test_key(at=at)
        return SigningKey(private, certificate, (), is_test=True)
    if key.certificate.not_valid_after_utc < at:
        raise Refused(f"The signing certificate ran out on {long_day(key.certificate.not_valid_after_utc)}.")
    if key.certificate.not_valid_before_utc > at:
        raise Refused(f"The signing certificate is not valid before {long_day(key.certificate.not_valid_before_utc)}.")
    check_not_revoked(key.certificate, key.chain, at=at)
    return key


def own_certificates() -> list[x509.Certificate]:
    """The partnership’s own, run out or not: what it signed in its time stays its own.

    Not those that vouch for it, who vouch for others too.
    """
    try:
        key = _configured_key()
    except Refused:
        return []
    return [key.certificate] if key else []


def _configured_key() -> SigningKey | None:
    if settings.SIGNING_PKCS11_MODULE:
        module = configured_module()
        certificate, *others = certificates_in_module(module)
        return SigningKey(module, certificate, tuple(others), is_test=False)
    if settings.SIGNING_PKCS12:
        return _key_in_file(Path(settings.SIGNING_PKCS12), settings.SIGNING_PKCS12_PASSPHRASE)
    return None


def _key_in_file(path: Path, passphrase: str) -> SigningKey:
    try:
        content = path.read_bytes()
    except OSError:
        raise Refused("The signing certificate’s file cannot be read.") from None
    try:
        private, certificate, others = pkcs12.load_key_and_certificates(content, passphrase.encode() or None)
    except ValueError:
        raise Refused(
            "The signing certificate cannot be opened: the passphrase is wrong or the file is damaged."
        ) from None
    if certificate is None or not isinstance(private, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise Refused("The signing certificate’s file holds no key that can sign documents.")
    return SigningKey(private, certificate, tuple(others), is_test=False)
