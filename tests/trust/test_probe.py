"""What is missing on a machine is said in a sentence, and the browser that is there can be driven."""

from collections.abc import Iterator
from typing import Any

import pytest

from trust.tools import probe


@pytest.fixture(autouse=True)
def _fresh_probes() -> Iterator[None]:
    asked = (probe.missing_for_pdf, probe.browser, probe.missing_for_browser)
    for ask in asked:
        ask.cache_clear()
    yield
    for ask in asked:
        ask.cache_clear()


def test_no_pango_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "PDF_LIBRARIES", {"libnosuch.so.9": "nosuch"})
    assert probe.missing_for_pdf().startswith("PDFs cannot be made on this computer until Pango is installed")


def test_no_browser_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "BROWSERS", ())
    assert probe.missing_for_browser() == "No browser to test with: install chromium."


@pytest.mark.journey
def test_the_browser_can_be_driven(page: Any) -> None:
    page.set_content("<h1>Executive Group</h1>")
    assert page.get_by_role("heading").inner_text() == "Executive Group"
