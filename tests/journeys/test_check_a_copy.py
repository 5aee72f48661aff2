"""Somebody without a login checks the copy in their hand, with the keyboard alone (demand 25; rules 57, 58)."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from meetings.models import SignedMinutes
from meetings.operations import signing
from tests.journeys.at_desk import clean
from tests.meetings.minuted import AT
from tests.meetings.signed import create_approved, sign
from trust.tools.probe import missing_for_pdf

pytestmark = [
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf()),
]


@pytest.fixture
def record(cast, settings, tmp_path) -> SignedMinutes:
    settings.TEST_KEY_FOLDER, settings.SIGNING_PKCS12, settings.SIGNING_TSA_URL = tmp_path / "keys", "", ""
    minutes = create_approved(cast)
    sign(minutes, cast.chair)
    return signing.sign_minutes(minutes=minutes, edition="full", by=cast.clerk, at=AT)


@pytest.fixture
def copies(record, tmp_path) -> dict[str, Path]:
    """The record as it was handed out, and with something put after it."""
    written = {"record": bytes(record.pdf), "altered": bytes(record.pdf) + b"\n%more\n"}
    found = {name: tmp_path / f"{name}.pdf" for name in written}
    for name, path in found.items():
        path.write_bytes(written[name])
    return found


@pytest.fixture
def stranger(copies, live_server, page) -> Page:
    page.goto(f"{live_server.url}/verify/")
    return page


def test_demand_25_a_stranger_checks_a_copy_and_then_an_altered_one(stranger, copies):
    stranger.get_by_label("The PDF to check").set_input_files(copies["record"])
    stranger.get_by_role("button", name="Check this copy").press("Enter")
    expect(stranger.get_by_role("heading", name="Intact, and the latest version")).to_be_visible()
    stranger.locator("#details summary").press("Enter")
    expect(stranger.get_by_text("The signature allows none.")).to_be_visible()
    clean(stranger)
    stranger.get_by_label("The PDF to check").set_input_files(copies["altered"])
    stranger.get_by_role("button", name="Check this copy").press("Enter")
    expect(stranger.get_by_role("heading", name="Altered: do not rely on this file")).to_be_visible()
    clean(stranger)


def test_demand_25_a_stranger_looks_up_the_code_on_paper(stranger, record):
    stranger.get_by_label("The code printed on it").fill("seven")
    stranger.get_by_label("The code printed on it").press("Enter")
    expect(stranger.get_by_role("link", name="A code is twelve figures and letters")).to_be_visible()
    clean(stranger)
    stranger.get_by_label("The code printed on it").fill(record.code.lower().replace("-", " "))
    stranger.get_by_label("The code printed on it").press("Enter")
    expect(stranger.get_by_text("It is version 1, the latest version.")).to_be_visible()
    clean(stranger)
