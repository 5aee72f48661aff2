"""Nothing warned of: the server and the browser are killed while an officer writes (§3)."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from meetings.models import Act, MinutedItem
from tests.journeys.at_desk import PATIENCE, AtDesk, no_more, record, sign_in, until
from tests.journeys.counted import Count, words
from tests.journeys.own_server import OwnServer

pytestmark = [pytest.mark.journey, pytest.mark.long, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def server(tmp_path: Path, item) -> Iterator[OwnServer]:
    own = OwnServer(tmp_path)
    own.start()
    yield own
    own.kill()


def test_the_server_is_killed_between_request_and_answer(cast, item, server, new_context, counted):
    """The save is committed and its answer never comes; the retry, at a server started anew, makes no second block."""
    context, count, own = new_context(), Count(), words("kirsty")
    sign_in(context, server.address, cast.clerk)
    desk = AtDesk(context.new_page(), server.address, item).open()
    server.late.touch()
    desk.blocks.last.click()
    count.type(desk, [next(own) for _ in range(8)])
    until(desk.page, lambda: record(item))
    server.kill()
    count.type(desk, [next(own) for _ in range(8)])
    desk.status("Not saved: kept on this computer")
    server.late.unlink()
    server.start()
    desk.saved()
    assert (item.blocks.count(), MinutedItem.objects.get().version) == (1, 2)
    counted(count.found([item], [desk]))
    no_more(context)


def test_the_server_is_killed_between_an_act_and_its_answer(cast, item, server, new_context):
    """A late item is on the agenda and its answer never comes; what follows waits, and each arrives once, in order."""
    context = new_context()
    sign_in(context, server.address, cast.clerk)
    desk = AtDesk(context.new_page(), server.address, item).open()
    server.late.touch()
    desk.come_late("Snow at the school", "It fell last night")
    until(desk.page, Act.objects.exists)
    server.kill()
    desk.come_late("Ice on the steps", "It froze since")
    desk.status("Not saved: kept on this computer")
    server.late.unlink()
    server.start()
    desk.status("Saved ")
    late = item.meeting.items.filter(is_late=True)
    assert [*late.order_by("pk").values_list("title", flat=True)] == ["Snow at the school", "Ice on the steps"]
    assert Act.objects.filter(kind="late_item").count() == 2
    no_more(context)


@pytest.fixture
def persistent(browser_type, browser_type_launch_args, tmp_path: Path) -> Iterator[Callable[[], BrowserContext]]:
    """A browser with a folder of its own, as an officer's is: what it keeps is there when it is opened again."""
    folder, open_now = tmp_path / "browser", []

    def opened() -> BrowserContext:
        open_now.append(browser_type.launch_persistent_context(folder, **browser_type_launch_args))
        return open_now[-1]

    yield opened
    open_now[-1].close()


def processes_of(folder: Path) -> Iterator[int]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (process / "cmdline").read_bytes().decode(errors="replace")
            if f"--user-data-dir={folder}" in command:
                yield int(process.name)


def kill_browser(folder: Path) -> None:
    """Every process of the browser at once: it writes nothing down any more. Another can have its folder then."""
    last = time.monotonic() + PATIENCE
    while (left := list(processes_of(folder))) and time.monotonic() < last:
        for process in left:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.1)


def test_the_browser_is_killed_offline_and_gives_everything_back(
    cast, item, live_server, persistent, tmp_path: Path, counted
):
    context, count, own = persistent(), Count(), words("kirsty")
    sign_in(context, live_server.url, cast.clerk)
    desk = AtDesk(context.new_page(), live_server.url, item).open()
    desk.write("Saved before. ")
    desk.saved()
    context.set_offline(True)
    count.type(desk, [next(own) for _ in range(40)])
    desk.page.wait_for_selector("html:not([data-keeping])")
    kill_browser(tmp_path / "browser")
    context = persistent()
    sign_in(context, live_server.url, cast.clerk)
    again = AtDesk(context.new_page(), live_server.url, item)
    again.page.goto(f"{live_server.url}{again.path}")
    again.page.wait_for_selector("[data-desk][data-ready]")  # until then the page's own words of an earlier save stand
    again.saved()
    offered = again.section.locator(".c-both")
    expect(offered).to_contain_text("In the minutes until now")
    expect(offered).to_contain_text("Saved before.")
    again.page.get_by_role("button", name="Keep it").click()
    counted(count.found([item], [again]))
    no_more(context)
