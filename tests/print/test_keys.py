"""What documents are sealed with, and the sentence where that cannot be used."""

import datetime as dt
import stat
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from tests.print.conftest import SIGNED_AT
from trust.tools.refusal import Refused, why_not
from trust.tools.signing import sign, verify
from trust.tools.signing_keys import TEST_NAME, signing_key


def keep_pkcs12(path: Path, *, last_day: dt.datetime, name: str = "Democratic Services") -> Path:
    """A certificate of an invented council, under the passphrase “harbour”."""
    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Northshire County Council"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    certificate = (
        x509.CertificateBuilder(subject, subject, private.public_key(), x509.random_serial_number())
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(last_day)
        .sign(private, hashes.SHA256())
    )
    passphrase = BestAvailableEncryption(b"harbour")
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", private, certificate, None, passphrase))
    return path


@pytest.fixture
def configured(settings, tmp_path) -> Path:
    path = keep_pkcs12(tmp_path / "seal.p12", last_day=dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
    settings.SIGNING_PKCS12, settings.SIGNING_PKCS12_PASSPHRASE = str(path), "harbour"
    return path


def test_the_test_key_says_what_it_is_and_is_for_its_owner_only(test_keys):
    key = signing_key(at=SIGNED_AT)
    assert (key.is_test, key.name) == (True, TEST_NAME)
    assert stat.S_IMODE((test_keys / "test_certificate.pem").stat().st_mode) == 0o600
    assert [path.name for path in test_keys.iterdir()] == ["test_certificate.pem"]
    assert signing_key(at=SIGNED_AT).certificate == key.certificate


def test_the_configured_certificate_signs(configured, plain):
    signed = sign(plain, key=signing_key(at=SIGNED_AT), reason="Approved", name="Harbour Board", at=SIGNED_AT)
    found = verify(signed)
    assert (found.is_intact, found.is_test) == (True, False)
    assert (found.signer, found.organisation) == ("Democratic Services", "Northshire County Council")


def test_wrong_passphrase(configured, settings):
    settings.SIGNING_PKCS12_PASSPHRASE = "lighthouse"
    assert "the passphrase is wrong or the file is damaged" in why_not(signing_key, at=SIGNED_AT)


def test_missing_file(configured, settings):
    configured.unlink()
    assert why_not(signing_key, at=SIGNED_AT) == "The signing certificate’s file cannot be read."


def test_expired(configured, settings, tmp_path):
    settings.SIGNING_PKCS12 = str(keep_pkcs12(tmp_path / "old.p12", last_day=dt.datetime(2024, 6, 3, tzinfo=dt.UTC)))
    assert why_not(signing_key, at=SIGNED_AT) == "The signing certificate ran out on Monday 3 June 2024."


def test_no_timestamp_no_signature(plain, settings):
    settings.SIGNING_TSA_URL = "http://127.0.0.1:9/"
    with pytest.raises(Refused, match="time-stamp authority did not answer"):
        sign(plain, key=signing_key(at=SIGNED_AT), reason="Approved", name="Harbour Board", at=SIGNED_AT)
