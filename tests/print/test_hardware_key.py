"""A key in a hardware module signs without leaving it (PKCS#11), tried with a module made of software."""

import os
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, load_der_public_key

from tests.print.authority import Authority
from tests.print.conftest import SIGNED_AT
from tests.print.reading import failed_rules
from trust.tools.refusal import why_not
from trust.tools.signing import sign, verify
from trust.tools.signing_keys import signing_key
from trust.tools.signing_module import certificates_in_module

PLACES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
)
MODULE = next(filter(os.path.exists, PLACES), "")
PIN, TOKEN, LABEL = "2486", "Seals", "minutes"
pytestmark = pytest.mark.skipif(not MODULE, reason="softhsm2 is not installed: apt-get install softhsm2")


@pytest.fixture(scope="module")
def token(tmp_path_factory) -> Path:
    """A token with a key made inside it and the certificate an authority gave it. One for all: a module reads where
    its tokens are once."""
    folder = tmp_path_factory.mktemp("module")
    (folder / "tokens").mkdir()
    rules = folder / "softhsm2.conf"
    rules.write_text(f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(rules)
    made = ["softhsm2-util", "--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", "97531"]
    subprocess.run(made, check=True, capture_output=True)
    fill(Authority())
    return folder


def fill(authority: Authority) -> None:
    import pkcs11
    from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters

    token = pkcs11.lib(MODULE).get_token(token_label=TOKEN)
    with token.open(user_pin=PIN, rw=True) as session:
        curve = encode_named_curve_parameters("secp256r1")
        kind = pkcs11.KeyType.EC
        parameters = session.create_domain_parameters(kind, {pkcs11.Attribute.EC_PARAMS: curve}, local=True)
        public, _ = parameters.generate_keypair(store=True, label=LABEL)
        made = load_der_public_key(encode_ec_public_key(public))
        inside = type("Inside", (), {"public_key": lambda self: made})()
        for label, each in ((LABEL, authority.vouch("Seal in a box", inside)), ("root", authority.certificate)):
            said = {pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509}
            said |= {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE, pkcs11.Attribute.TOKEN: True}
            said |= {pkcs11.Attribute.SUBJECT: each.subject.public_bytes(), pkcs11.Attribute.LABEL: label}
            session.create_object(said | {pkcs11.Attribute.VALUE: each.public_bytes(Encoding.DER)})


@pytest.fixture
def configured(settings, token):
    certificates_in_module.cache_clear()
    settings.SIGNING_PKCS11_MODULE, settings.SIGNING_PKCS11_TOKEN = MODULE, TOKEN
    settings.SIGNING_PKCS11_KEY, settings.SIGNING_PKCS11_PIN = LABEL, PIN
    return settings


def sealed(plain: bytes) -> bytes:
    return sign(plain, key=signing_key(at=SIGNED_AT), reason="Approved", name="Harbour Board", at=SIGNED_AT)


def test_it_signs_and_the_signature_holds(configured, plain, tmp_path):
    path = tmp_path / "sealed.pdf"
    path.write_bytes(sealed(plain))
    found = verify(path.read_bytes())
    assert (found.is_intact, found.is_test, found.signer) == (True, False, "Seal in a box")
    assert failed_rules(path) == []


def test_a_wrong_pin(configured, plain):
    configured.SIGNING_PKCS11_PIN = "0000"
    assert "does not accept the PIN" in why_not(sealed, plain)


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("SIGNING_PKCS11_TOKEN", "Elsewhere", "The hardware module that keeps the signing key does not answer."),
        ("SIGNING_PKCS11_KEY", "another", "The hardware module holds no certificate named “another”."),
        ("SIGNING_PKCS11_MODULE", "/nowhere/module.so", "The hardware module that keeps the signing key does not"),
    ],
)
def test_a_missing_module_token_or_key(configured, setting, value, says):
    setattr(configured, setting, value)
    assert says in why_not(signing_key, at=SIGNED_AT)


def test_a_certificate_without_its_key(configured, plain):
    configured.SIGNING_PKCS11_KEY = "root"
    assert "holds no key named “root”" in why_not(sealed, plain)
