"""The browser under the journeys: the machine's own Chromium, and a reason where there is none."""

import os

import pytest
from playwright.sync_api import expect

from trust.tools import probe

#: How long a page may take on a busy computer, in ms; none of it is waited for where it is quicker.
PATIENCE = 30_000

QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure() -> None:
    # The browser's own loop runs in the test's thread, where Django would refuse a query.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    os.environ.setdefault("DJANGO_LIVE_TEST_SERVER_ADDRESS", "127.0.0.1")
    expect.set_options(timeout=PATIENCE)


def in_browser(item: pytest.Item) -> bool:
    return "playwright" in getattr(item, "fixturenames", ())


def when(item: pytest.Item) -> tuple[bool, bool]:
    """Last, in a browser; of those first the long ones, which all others would wait for in the end."""
    return in_browser(item), item.get_closest_marker("long") is None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: once begun, the browser's loop runs in the thread in which others start their own."""
    items.sort(key=when)
    reason = probe.missing_for_browser()
    for item in items:
        if reason and in_browser(item):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return browser_type_launch_args | {"executable_path": probe.browser(), "args": QUIET + sandbox}
