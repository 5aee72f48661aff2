"""An officer's browser at the minuting desk, as the journeys drive it."""

import time
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Locator, Page, expect

from boards.models import User
from meetings.models import AgendaItem

SAVE = "**/save/"
PATIENCE = 15  # seconds for what is on its way


def sign_in(context: BrowserContext, address: str, user: User) -> None:
    """Give the browser a session, as signing in would."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": address}])


def no_more(context: BrowserContext) -> None:
    """Cut the browser off, and let what is on its way arrive before the tables are emptied under it."""
    context.set_offline(True)
    until = time.monotonic() + PATIENCE
    while is_serving() and time.monotonic() < until:
        for page in context.pages[:1]:
            page.wait_for_timeout(100)


def is_serving() -> bool:
    """Whether some other connection to the database is at work, or was a moment ago: its request may not be over."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            " AND (state <> 'idle' OR state_change > clock_timestamp() - interval '400 ms'))"
        )
        return bool(cursor.fetchone()[0])


def clean(page: Page) -> None:
    """Nothing for axe to find and nothing wider than the window, on a desk and on a phone."""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert not [found["id"] for found in Axe().run(page).response["violations"]]
    page.set_viewport_size({"width": 1280, "height": 900})


@dataclass
class AtDesk:
    """One window on one item."""

    page: Page
    address: str
    item: AgendaItem

    @property
    def path(self) -> str:
        meeting = self.item.meeting
        return f"{reverse('meetings:desk', args=[meeting.board.slug, meeting.address])}#desk-{self.item.pk}"

    def open(self) -> "AtDesk":
        self.page.goto(f"{self.address}{self.path}")
        self.page.reload()
        self.page.wait_for_selector("[data-desk][data-ready]")
        return self

    @property
    def section(self) -> Locator:
        return self.page.locator(f"#desk-{self.item.pk}")

    @property
    def blocks(self) -> Locator:
        return self.section.locator("textarea")

    @property
    def texts(self) -> list[str]:
        return [area.input_value() for area in self.blocks.all()]

    def write(self, text: str) -> None:
        self.blocks.last.click()
        self.page.keyboard.type(text)

    def come_late(self, title: str, why: str) -> None:
        """A late item comes on after this one."""
        self.section.get_by_role("button", name="This item…").click()
        asked = self.page.get_by_role("dialog")
        asked.get_by_label("A late item comes on after it").check()
        asked.get_by_label("Title").fill(title)
        asked.get_by_label("Why it is late").fill(why)
        asked.get_by_role("button", name="Record it").click()

    def status(self, words: str, *, timeout: float = 10_000) -> None:
        expect(self.page.locator("#saved")).to_contain_text(words, timeout=timeout)

    def saved(self) -> None:
        self.status("Saved ")


def record(item: AgendaItem) -> list[str]:
    """What the record holds of the item, in order."""
    return list(item.blocks.values_list("text", flat=True))
