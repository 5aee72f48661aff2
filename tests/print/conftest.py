"""The sample document, plain and signed with a test certificate of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import override_settings

from tests.print.sample import sample_pdf
from trust.tools.probe import missing_for_pdf
from trust.tools.signing import sign
from trust.tools.signing_keys import signing_key

SIGNED_AT = datetime(2025, 3, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def test_keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("keys") / "signing"
    with override_settings(TEST_KEY_FOLDER=folder, SIGNING_PKCS12="", SIGNING_TSA_URL="", SIGNING_TRUST_ROOTS=[]):
        yield folder


@pytest.fixture(scope="session")
def plain() -> bytes:
    if missing := missing_for_pdf():
        pytest.skip(missing)
    return sample_pdf()


@pytest.fixture(scope="session")
def signed(plain: bytes, test_keys: Path) -> bytes:
    return sign(plain, key=signing_key(at=SIGNED_AT), reason="Approved minutes", name="Harbour Board", at=SIGNED_AT)


@pytest.fixture(scope="session", params=["plain", "signed"])
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a file, before and after signing: signing must spoil nothing."""
    path = tmp_path_factory.mktemp("print") / f"{request.param}.pdf"
    path.write_bytes(request.getfixturevalue(request.param))
    return path
