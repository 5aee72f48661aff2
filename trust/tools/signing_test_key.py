"""The certificate for trying out: made when first needed and kept, so that what it signed stays recognisable."""

import datetime as dt
import os
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

TEST_NAME = "Test certificate – not for records"
TEST_YEARS = 20


def kept_test_key(*, at: dt.datetime) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    """The key and its certificate."""
    path = _place()
    if not path.exists():
        _keep(path, _make_test_key(at))
    content = path.read_bytes()
    private = serialization.load_pem_private_key(content, None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    return private, x509.load_pem_x509_certificate(content)


def test_certificate() -> x509.Certificate | None:
    """The certificate for trying out, where one was ever made."""
    return x509.load_pem_x509_certificate(_place().read_bytes()) if _place().exists() else None


def _place() -> Path:
    return Path(settings.TEST_KEY_FOLDER) / "test_certificate.pem"


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
