"""An officer's browser at the minuting desk, as the journeys drive it."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import connection
from django.dispatch import receiver
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Locator, Page, expect

from boards.models import User
from meetings.models import AgendaItem

SAVE = "**/save/"
PATIENCE = 30  # seconds for what is on its way
AFTER_RETRIES = 60_000  # ms: between two tries a desk that was cut off waits up to half a minute
#: Keeps in the page all that it tells those who listen: the next sentence may soon take the place of one.
KEEP_WHAT_IS_SAID = """addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("status");
    const { dataset } = document.documentElement;
    const keep = () => (dataset.said = `${dataset.said ?? ""} ${status.textContent}`);
    if (status) new MutationObserver(keep).observe(status, { childList: true, characterData: true, subtree: true });
});"""
_answering: set[int] = set()


@receiver(request_started)
def _begins(**about: object) -> None:
    if threading.current_thread() is not threading.main_thread():
        _answering.add(threading.get_ident())


@receiver(request_finished)
def _ends(**about: object) -> None:
    _answering.discard(threading.get_ident())


def sign_in(context: BrowserContext, address: str, user: User) -> None:
    """Give the browser a session, as signing in would."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": address}])


def no_more(context: BrowserContext) -> None:
    """Cut the browser off, and let what is on its way arrive before the tables are emptied under it."""
    context.set_offline(True)
    last = time.monotonic() + PATIENCE
    while is_serving() and time.monotonic() < last:
        for page in context.pages[:1]:
            page.wait_for_timeout(100)


def is_serving() -> bool:
    """Whether a request is being answered, or some other connection to the database was at work a moment ago."""
    if _answering:
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            " AND (state <> 'idle' OR state_change > clock_timestamp() - interval '400 ms'))"
        )
        return bool(cursor.fetchone()[0])


def clean(page: Page) -> None:
    """Nothing for axe to find and nothing wider than the window, on a desk and on a phone; of a page that is there."""
    page.wait_for_load_state()
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
    is_listening: bool = field(default=False, init=False)

    @property
    def path(self) -> str:
        meeting = self.item.meeting
        return f"{reverse('meetings:desk', args=[meeting.board.slug, meeting.address])}#desk-{self.item.pk}"

    def open(self) -> "AtDesk":
        if not self.is_listening:
            self.page.add_init_script(KEEP_WHAT_IS_SAID)
            self.is_listening = True
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

    def status(self, words: str) -> None:
        expect(self.page.locator("#saved")).to_contain_text(words, timeout=AFTER_RETRIES)

    def told(self, words: str) -> None:
        """Those who listen were told so, whatever they were told since."""
        said = re.compile(re.escape(words).replace("\\ ", r"\s+"))
        expect(self.page.locator("html")).to_have_attribute("data-said", said)

    def saved(self) -> None:
        self.status("Saved ")


def record(item: AgendaItem) -> list[str]:
    """What the record holds of the item, in order."""
    return list(item.blocks.values_list("text", flat=True))


def meanwhile(desk: AtDesk, mine: str, other: AtDesk, theirs: str) -> None:
    """Something is written at the desk and cannot go; the other desk saves meanwhile; then it goes, and meets that."""
    desk.page.route(SAVE, lambda route: route.abort())
    desk.write(mine)
    desk.status("Not saved: kept on this computer")
    other.write(theirs)
    other.saved()
    desk.page.unroute(SAVE)
    desk.status("Somebody else saved this item")


def until(page: Page, is_so: Callable[[], object]) -> None:
    """Wait for what nobody sees on the page: what a server has committed and not answered."""
    last = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < last, "It never came to be so."
        page.wait_for_timeout(50)
