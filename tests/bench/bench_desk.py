"""From the last key to "Saved" in a real browser, while twenty desks save and two hundred members follow.

The server is what ./run starts: gunicorn with as many sync workers, on a database of its own, on this machine alone. A
saved word waits 0.6 seconds for the next key first: what is above that is the server's and the wire's.

python -m tests.bench.bench_desk
"""

import itertools
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from tests.bench import ground
from tests.bench.crowd import Told, Visitor, pressing

BOARDS, FOLLOWERS_OF_EACH, ITEMS = 20, 10, 16
SECONDS, PORT = 40, 8191
SENTENCE = "Members asked what it would cost and heard that the budget of the year would bear it "
#: In the page: how long after each last key the words "Saved" stood again. Nothing of it is polled.
WATCH = """() => {
  const shown = document.getElementById("saved");
  window.taken = []; let last = 0;
  addEventListener("input", () => { last = performance.now(); }, true);
  new MutationObserver(() => {
    if (last && shown.textContent.startsWith("Saved")) { window.taken.push(performance.now() - last); last = 0; }
  }).observe(shown, { childList: true, characterData: true, subtree: true });
}"""


def main() -> None:
    ground.set_up()
    with ground.databases("bench_desk"), tempfile.TemporaryDirectory() as folder:
        ground.stand_on("bench_desk")
        desks, followers = people()
        with server(folder):
            rows = [
                row("one desk alone", *measured(desks[0], [])),
                row(f"{BOARDS} desks", *measured(desks[0], desks[1:])),
                row(f"{BOARDS} desks, {len(followers)} followers", *measured(desks[0], [*desks[1:], *followers])),
            ]
    head = ("with", "saves seen", "key to Saved, p50", "p95", "most", "ms at the server, p50 and p95", "answers")
    ground.table(f"From key to Saved, milliseconds, {os.environ.get('WEB_CONCURRENCY', '2')} workers", head, rows)


def row(named: str, taken: list[float], told: Told) -> tuple[str, ...]:
    asked = [f"{what} {pair(ms)}" for what, ms in sorted(told.taken.items())]
    answers = ", ".join(f"{what}: {number}" for what, number in sorted(told.statuses.items()))
    seen = [f"{at(taken, share):.0f}" for share in (0.5, 0.95, 1)]
    return (named, str(len(taken)), *seen, "; ".join(asked), answers)


def pair(ms: list[float]) -> str:
    return f"{at(ms, 0.5):.0f}/{at(ms, 0.95):.0f}"


def at(taken: list[float], share: float) -> float:
    """The value below which this share of them lies."""
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * share))] if taken else float("nan")


def people() -> tuple[list[Visitor], list[Visitor]]:
    """A clerk at the desk of each board's meeting of today, and its members, who follow."""
    from django.utils import timezone

    from boards.models import User
    from tests.factories import create_board, create_item, create_meeting, create_person, create_seat

    desks, followers = [], []
    for n in range(BOARDS):
        board = create_board(f"Board {n}", reference_prefix=f"L{n}")
        users = [User.objects.create(email=f"p{n}-{m}@area.example") for m in range(FOLLOWERS_OF_EACH + 1)]
        for m, user in enumerate(users):
            create_seat(board, holder=create_person(f"P {n} {m}", user=user), role="member" if m else "minute_taker")
        meeting = create_meeting(board, timezone.localdate(), called_by=users[0], called_at=timezone.now())
        item = [create_item(meeting, f"Item {i}", number=f"1.{i}") for i in range(ITEMS)][-1]
        place = f"/boards/{board.slug}/meetings/{meeting.address}/"
        desks.append(Visitor(cookie(users[0]), place, item.pk))
        followers += [Visitor(cookie(user), place) for user in users[1:]]
    return desks, followers


def cookie(user: Any) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


@contextmanager
def server(folder: str) -> Iterator[None]:
    """As ./run serves, at a port of its own; ended whatever happens."""
    from django.db import connection

    told = connection.settings_dict
    where = f"postgres://{told['USER']}@/{told['NAME']}?host={told['HOST']}"
    env = os.environ | {"DATABASE_URL": where, "STATIC_ROOT": f"{folder}/static", "LOG_LEVEL": "WARNING"}
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], env=env, check=True)
    workers = os.environ.get("WEB_CONCURRENCY", "2")
    command = ["-m", "gunicorn", "trust.wsgi", "--bind", f"127.0.0.1:{PORT}", "--workers", workers]
    web = subprocess.Popen([sys.executable, *command, "--log-level", "warning"], env=env)
    try:
        until(lambda: urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/", timeout=5).status == 200)
        yield
    finally:
        web.terminate()
        web.wait(15)


def until(ready: Callable[[], bool], *, seconds: float = 40) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        with suppress(OSError):
            if ready():
                return
        time.sleep(0.3)
    raise SystemExit("The server did not come up.")


def measured(desk: Visitor, others: list[Visitor]) -> tuple[list[float], Told]:
    """Milliseconds from each last key to Saved at one desk, while the others are at work."""
    with pressing(PORT, others) as leave:
        taken = typed(desk)
        return taken, leave()


ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def at_desk(browser: Any, desk: Visitor) -> Any:
    """A page at the open item of a desk, ready to be written in."""
    name, value = desk.cookie.split("=", 1)
    address = f"http://127.0.0.1:{PORT}"
    context = browser.new_context()
    context.add_cookies([{"name": name, "value": value, "url": address}])
    page = context.new_page()
    page.goto(f"{address}{desk.meeting}desk/#desk-{desk.item}", timeout=60_000)
    page.wait_for_selector("[data-desk][data-ready]", timeout=60_000)
    return page


def typed(desk: Visitor) -> list[float]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        try:
            page = at_desk(browser, desk)
            page.evaluate(WATCH)
            page.locator(f"#desk-{desk.item} textarea").last.click()
            ends, words = time.monotonic() + SECONDS, itertools.cycle(SENTENCE.split())
            while time.monotonic() < ends:
                page.keyboard.type(next(words) + " ", delay=40)
                page.wait_for_timeout(1_100)
            page.wait_for_timeout(3_000)
            found: list[float] = page.evaluate("window.taken")
            return found
        finally:
            browser.close()


if __name__ == "__main__":
    main()
