"""Faults, done while an officer writes: at the end every character is in the record or on a screen that asks (§3)."""

import os
import time

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from playwright.sync_api import expect

from meetings.models import Attendance, MinutedItem
from tests.factories import PASSWORD
from tests.journeys.at_desk import SAVE, AtDesk, until
from tests.journeys.counted import Count, words

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

#: How long two browsers type into one item. NEVER_LOST_SECONDS=60 runs the whole minute.
SECONDS = float(os.environ.get("NEVER_LOST_SECONDS", "6"))


def some(names, count):
    return [next(names) for _ in range(count)]


def test_the_network_is_cut_in_the_middle_of_a_word(officer, item, counted):
    desk, count, own = officer(), Count(), words("kirsty")
    desk.blocks.last.click()
    count.type(desk, some(own, 5))
    desk.page.keyboard.type("half")
    desk.page.context.set_offline(True)
    desk.page.keyboard.type("word; ")
    count.typed.append("halfword; ")
    count.type(desk, some(own, 20))
    desk.status("Not saved: kept on this computer")
    desk.page.context.set_offline(False)
    desk.saved()
    counted(count.found([item], [desk]))


def test_every_second_answer_is_lost(officer, item, counted):
    desk, count, own, seen = officer(), Count(), words("kirsty"), []

    def lose(route):
        seen.append(1)
        route.fetch() if len(seen) % 2 else None
        route.abort() if len(seen) % 2 else route.continue_()

    desk.page.route(SAVE, lose)
    desk.blocks.last.click()
    while len(seen) < 4:
        count.type(desk, some(own, 6))
        desk.page.wait_for_timeout(900)
    desk.saved()
    counted(count.found([item], [desk]))
    assert item.blocks.count() == 1


def test_the_database_is_restarted_while_somebody_writes(officer, item, counted):
    """Every connection is broken off by the server, thrice, as a restart does."""
    desk, count, own = officer(), Count(), words("kirsty")
    desk.blocks.last.click()
    for _ in range(3):
        count.type(desk, some(own, 6))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        count.type(desk, some(own, 6))
        desk.page.wait_for_timeout(700)
    desk.saved()
    counted(count.found([item], [desk]))


def test_the_laptop_slept_past_the_end_of_the_session(officer, item, counted):
    desk, count, own = officer(), Count(), words("kirsty")
    desk.blocks.last.click()
    count.type(desk, some(own, 6))
    sleep = desk.page.context.new_cdp_session(desk.page)
    sleep.send("Page.setWebLifecycleState", {"state": "frozen"})
    Session.objects.all().delete()
    sleep.send("Page.setWebLifecycleState", {"state": "active"})
    count.type(desk, some(own, 6))
    desk.status("You are signed out. Sign in again")
    desk.page.get_by_role("button", name="Sign in again").click()
    desk.page.get_by_label("Password").fill(PASSWORD)
    desk.page.keyboard.press("Enter")
    desk.saved()
    count.type(desk, some(own, 3))
    desk.saved()
    desk.page.wait_for_timeout(1_500)
    counted(count.found([item], [desk]))


def test_offline_for_long_in_two_items_and_the_attendance_then_all_of_it_arrives(officer, item, counted):
    desk, count, own = officer(), Count(), words("kirsty")
    other = item.meeting.items.get(number="2.2")
    desk.page.context.set_offline(True)
    for _ in range(2):
        desk.blocks.last.click()
        count.type(desk, some(own, 10))
        desk.page.keyboard.press("Control+Enter")
        count.type(desk, some(own, 10))
        desk.page.keyboard.press("Control+Shift+Enter")
    desk.page.keyboard.press("Control+Alt+p")
    line = desk.page.locator("[data-row]").filter(has_text="Joss Lindqvist")
    line.get_by_role("button", name="Apologies").click()
    desk.status("Not saved: kept on this computer")
    desk.page.context.set_offline(False)
    desk.saved()
    assert Attendance.objects.get(name="Joss Lindqvist").status == "apologies"
    versions = MinutedItem.objects.values_list("version", flat=True)
    assert [version <= 2 for version in versions] == [True, True]  # what was tried at the cut, and all that followed
    counted(count.found([item, other], [desk]))


def test_loaded_again_while_offline_the_text_is_offered_back_on_return(officer, item, counted):
    """No copy of the page is kept for want of the network: the browser says so, and the text waits (see README)."""
    desk, count, own = officer(), Count(), words("kirsty")
    desk.blocks.last.click()
    desk.page.context.set_offline(True)
    count.type(desk, some(own, 12))
    desk.page.on("dialog", lambda asked: asked.accept())
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        desk.page.reload()
    desk.page.context.set_offline(False)
    desk.open()
    desk.saved()
    counted(count.found([item], [desk]))


def test_an_answer_is_lost_and_somebody_saves_before_it_is_asked_for_again(officer, second, item, counted):
    """The other desk has the words by then: met with them as another's, they would stand there twice."""
    one, other, count = officer(), officer(user=second), Count()
    one.blocks.last.click()
    count.type(one, ["begun; "])
    one.saved()
    one.page.route(SAVE, lambda route: (route.fetch(), route.abort()))
    count.type(one, ["first; "])
    expect(other.blocks.first).to_have_value("begun; first; ")
    count.type(one, ["second; "])
    other.blocks.first.click()
    other.page.keyboard.press("Control+End")
    count.type(other, ["third; "])
    other.saved()
    one.page.unroute(SAVE)
    one.status("Somebody else saved this item")
    take_both(one)
    one.saved()
    counted(count.found([item], [one, other]))


@pytest.mark.long
def test_two_browsers_type_into_one_item(officer, second, item, counted):
    one, other = officer(), officer(user=second)
    count, names = Count(), {one.page: words("kirsty"), other.page: words("elan")}
    for desk in (one, other):
        desk.blocks.last.click()
    last = time.monotonic() + SECONDS
    while time.monotonic() < last:
        for desk in (one, other):
            count.type(desk, some(names[desk.page], 3))
            take_both(desk)
    until(one.page, lambda: all(agrees(desk) for desk in (one, other)))
    counted(count.found([item], [one, other]))


def agrees(desk: AtDesk) -> bool:
    """All of it is saved; where the desk asks, it is taken together first, which the other desk may meet once more."""
    desk.page.wait_for_timeout(1_200)
    take_both(desk)
    return "Saved " in desk.page.locator("#saved").inner_text()


def take_both(desk: AtDesk) -> None:
    """Where the desk asks, the officer takes what it has put together, and writes on; the other may save meanwhile."""
    take = desk.section.get_by_role("button", name="Take what is put together")
    if take.is_visible():
        take.click()
        desk.blocks.last.click()
        desk.page.keyboard.press("Control+End")
