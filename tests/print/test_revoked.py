"""A revoked certificate signs nothing more; what it signed before stays what it was."""

import datetime as dt

import pytest

from tests.print.authority import PASSPHRASE, Authority
from tests.print.conftest import SIGNED_AT
from trust.tools.refusal import why_not
from trust.tools.signing import sign, verify
from trust.tools.signing_keys import signing_key

BEFORE, AFTER = SIGNED_AT - dt.timedelta(days=3), SIGNED_AT + dt.timedelta(days=3)


@pytest.fixture
def kept(settings, tmp_path):
    """An authority, the certificate it vouches for, and where its list goes."""
    authority = Authority()
    certificate = authority.keep_key(tmp_path / "seal.p12")
    settings.SIGNING_PKCS12, settings.SIGNING_PKCS12_PASSPHRASE = str(tmp_path / "seal.p12"), PASSPHRASE
    settings.SIGNING_CRLS = [str(tmp_path / "revoked.crl")]
    return authority, certificate, tmp_path / "revoked.crl"


def test_revoked_before_it_signs(kept):
    authority, certificate, path = kept
    authority.keep_list(path, certificate, on=BEFORE)
    assert why_not(signing_key, at=SIGNED_AT) == "The signing certificate was revoked on Monday 17 March 2025."


def test_not_revoked_yet(kept):
    authority, certificate, path = kept
    authority.keep_list(path, certificate, on=AFTER)
    assert why_not(signing_key, at=SIGNED_AT) == ""


def test_a_list_that_ran_out_tells_nothing(kept):
    authority, _, path = kept
    authority.keep_list(path, until=BEFORE)
    assert "The list of revoked certificates ran out on Monday 17 March 2025" in why_not(signing_key, at=SIGNED_AT)


@pytest.mark.parametrize("content", [None, b"no list at all"])
def test_a_list_that_cannot_be_read(kept, content):
    _, _, path = kept
    if content:
        path.write_bytes(content)
    assert "cannot be read, so nothing is signed" in why_not(signing_key, at=SIGNED_AT)


def test_a_list_somebody_else_made_in_its_name_counts_for_nothing(kept):
    _, certificate, path = kept
    Authority().keep_list(path, certificate, on=BEFORE)
    assert why_not(signing_key, at=SIGNED_AT) == ""


@pytest.mark.parametrize(("on", "is_intact"), [(AFTER, True), (BEFORE, False)])
def test_a_copy_is_judged_by_the_day_it_was_signed(kept, plain, settings, on, is_intact):
    authority, certificate, path = kept
    authority.keep_list(path)
    signed = sign(plain, key=signing_key(at=SIGNED_AT), reason="Approved", name="Harbour Board", at=SIGNED_AT)
    authority.keep_list(path, certificate, on=on)
    found = verify(signed)
    assert (found.is_unaltered, found.is_intact) == (True, is_intact)
    assert found.revoked_on == on
