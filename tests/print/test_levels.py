"""How much a signature says of its time (PAdES B-B, B-T, B-LTA), proved against an authority of our own; and that no
level spoils the standards or allows a later change."""

import datetime as dt
import io
import re
from collections.abc import Iterator

import pikepdf
import pytest

from tests.print.authority import PASSPHRASE, Authority
from tests.print.conftest import SIGNED_AT
from tests.print.reading import failed_rules, said_by
from tests.print.test_tampering import TAMPERINGS
from trust.tools.refusal import Refused
from trust.tools.signing import sign, verify
from trust.tools.signing_keys import signing_key
from trust.tools.signing_levels import signing_level

STAMPED_AT = dt.datetime(2025, 3, 20, 9, 31, tzinfo=dt.UTC)
# What the checker says of B-LTA that the standard does not. It wants every signature to cover the whole file, where a
# time-stamp put over one covers more; a test below looks at that. And a certificate that is put in as it is may end in
# the byte of a line end, which the checker takes for the line end after it (one in some hundred).
OF_THE_CHECKER = ("PDFA3A-SIGNATURE-BYTERANGE-001", "PDFA3A-STREAM-LENGTH-001")
LEVELS = ("B-B", "B-T", "B-LTA")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def clock(authority) -> Iterator[str]:
    with authority.stamping(STAMPED_AT) as address:
        yield address


@pytest.fixture
def trusting(settings, tmp_path, authority, clock):
    """A key of the authority’s, its root trusted, its list at hand."""
    authority.keep_key(tmp_path / "seal.p12")
    authority.keep_list(tmp_path / "revoked.crl")
    settings.SIGNING_PKCS12, settings.SIGNING_PKCS12_PASSPHRASE = str(tmp_path / "seal.p12"), PASSPHRASE
    settings.SIGNING_TSA_ROOTS = [authority.keep_root(tmp_path / "root.pem")]
    settings.SIGNING_CRLS = [str(tmp_path / "revoked.crl")]
    settings.SIGNING_TSA_URL = clock
    return settings


@pytest.fixture(params=LEVELS)
def level(request, trusting) -> str:
    trusting.SIGNING_LEVEL = request.param
    return request.param


def sealed(plain: bytes) -> bytes:
    return sign(plain, key=signing_key(at=SIGNED_AT), reason="Approved minutes", name="Harbour Board", at=SIGNED_AT)


def test_what_each_level_says(plain, level):
    found = verify(sealed(plain))
    assert (found.is_intact, found.allows_no_change, found.problem) == (True, True, "")
    assert (found.signer, found.issuer) == ("Democratic Services", "Northshire Root")
    assert found.signed_at == (SIGNED_AT if level == "B-B" else STAMPED_AT)
    assert found.time_stamped_by == ("" if level == "B-B" else "Clock")
    assert found.is_made_to_last is (level == "B-LTA")


def test_no_level_breaks_a_rule(plain, level, tmp_path):
    path = tmp_path / "sealed.pdf"
    path.write_bytes(sealed(plain))
    assert [rule for rule in failed_rules(path) if not (level == "B-LTA" and rule.endswith(OF_THE_CHECKER))] == []
    assert "No syntax or stream encoding errors found" in said_by("qpdf", "--check", path)


def test_each_signature_covers_the_file_as_it_was(plain, level):
    pdf = sealed(plain)
    ranges = [list(map(int, found)) for found in re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]", pdf)]
    ends = [start + length for _, _, start, length in ranges]
    assert ends[-1] == len(pdf)
    assert all(pdf[:end].rstrip().endswith(b"%%EOF") for end in ends)
    assert all(pdf[first:start][:: start - first - 1] == b"<>" for _, first, start, _ in ranges)


def test_it_certifies_and_allows_no_change(plain, level):
    with pikepdf.open(io.BytesIO(sealed(plain))) as pdf:
        transform = pdf.Root.Perms.DocMDP.Reference[0]
        assert (str(transform.TransformMethod), int(transform.TransformParams.P)) == ("/DocMDP", 1)


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_is_refused_at_every_level(plain, level, how):
    found = verify(TAMPERINGS[how](sealed(plain), plain))
    assert not found.is_intact


def test_a_stamp_put_on_by_a_stranger_is_a_change(plain, trusting):
    """Made to last by somebody we do not trust: what they added covers the file, and counts for nothing."""
    trusting.SIGNING_LEVEL = "B-LTA"
    lasting = sealed(plain)
    trusting.SIGNING_TSA_ROOTS = []
    found = verify(lasting)
    assert (found.is_trusted, found.is_unaltered) == (True, False)


def test_the_clock_s_authority_vouches_for_no_other_signer(plain, trusting, tmp_path, authority):
    """Its certificates are sold to anybody."""
    trusting.SIGNING_LEVEL = "B-T"
    ours = trusting.SIGNING_PKCS12
    authority.keep_key(tmp_path / "theirs.p12", name="Harbour Pirates")
    trusting.SIGNING_PKCS12 = str(tmp_path / "theirs.p12")
    theirs = sealed(plain)
    trusting.SIGNING_PKCS12 = ours
    found = verify(theirs)
    assert (found.is_unaltered, found.is_trusted, found.time_stamped_by) == (True, False, "Clock")


def test_a_stamp_of_an_unknown_authority_is_not_named(plain, trusting):
    with Authority("Elsewhere").stamping(STAMPED_AT) as address:
        trusting.SIGNING_TSA_URL = address
        found = verify(sealed(plain))
    assert (found.is_intact, found.time_stamped_by) == (True, "")


def test_without_the_lists_it_is_not_made_to_last(plain, trusting):
    trusting.SIGNING_LEVEL, trusting.SIGNING_CRLS = "B-LTA", []
    with pytest.raises(Refused, match="for keeping"):
        sealed(plain)


@pytest.mark.parametrize(
    ("level", "address", "says"),
    [
        ("", "", "B-B"),
        ("", "http://clock.example/", "B-T"),
        ("B-LTA", "http://clock.example/", "B-LTA"),
        ("B-T", "", "need a time-stamp authority, and the settings name none"),
        ("B-X", "", "known are B-B, B-T and B-LTA"),
    ],
)
def test_the_level_is_the_settings(settings, level, address, says):
    settings.SIGNING_LEVEL, settings.SIGNING_TSA_URL = level, address
    try:
        said = signing_level()
    except Refused as refusal:
        said = str(refusal)
    assert says in said
