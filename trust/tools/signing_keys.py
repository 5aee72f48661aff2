"""What documents are sealed with: the partnership's own certificate by setting, else one made here for trying out."""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

from trust.tools.refusal import Refused

TEST_NAME = "Test certificate – not for records"
TEST_YEARS = 20

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class SigningKey:
    """A private key with its certificate and those that vouch for it. ``is_test``: made here, vouched for by nobody."""

    private: PrivateKey
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
    if not settings.SIGNING_PKCS12:
        return test_key(at=at)
    key = _configured_key(Path(settings.SIGNING_PKCS12), settings.SIGNING_PKCS12_PASSPHRASE)
    if key.certificate.not_valid_after_utc < at:
        raise Refused(f"The signing certificate ran out on {_day(key.certificate.not_valid_after_utc)}.")
    if key.certificate.not_valid_before_utc > at:
        raise Refused(f"The signing certificate is not valid before {_day(key.certificate.not_valid_before_utc)}.")
    return key


def _configured_key(path: Path, passphrase: str) -> SigningKey:
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


def _day(moment: dt.datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def test_key(*, at: dt.datetime) -> SigningKey:
    """The certificate for trying out; made when first needed and kept, so that what it signed stays recognisable."""
    path = Path(settings.TEST_KEY_FOLDER) / "test_certificate.pem"
    if not path.exists():
        _keep(path, _make_test_key(at))
    content = path.read_bytes()
    private = serialization.load_pem_private_key(content, None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    return SigningKey(private, x509.load_pem_x509_certificate(content), (), is_test=True)


def test_certificate() -> x509.Certificate | None:
    """The certificate for trying out, where one was ever made."""
    path = Path(settings.TEST_KEY_FOLDER) / "test_certificate.pem"
    return x509.load_pem_x509_certificate(path.read_bytes()) if path.exists() else None


def _keep(path: Path, content: bytes) -> None:
    """Write the file whole or not at all, for its owner only; of two who make it at once, the first is kept."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    try:
        os.link(unfinished, path)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()


def _make_test_key(at: dt.datetime) -> bytes:
    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, settings.PARTNERSHIP_NAME[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, TEST_NAME),
        ]
    )
    use = {"digital_signature": True, "content_commitment": True} | dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False
    )
    certificate = (
        x509.CertificateBuilder(subject_name=subject, issuer_name=subject, public_key=private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(at + dt.timedelta(days=366 * TEST_YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**use, encipher_only=False, decipher_only=False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
        .sign(private, hashes.SHA256())
    )
    as_pem = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return private.private_bytes(*as_pem) + certificate.public_bytes(serialization.Encoding.PEM)
