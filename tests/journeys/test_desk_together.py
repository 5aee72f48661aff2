"""Two officers at one desk: each sees where the other is, and takes in what the other saved (requirement 2.9)."""

import pytest
from playwright.sync_api import expect

from tests.journeys.at_desk import record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def two(officer, second):
    """The clerk and a second officer on the same item, both told of each other."""
    one, other = officer(), officer(user=second)
    expect(one.section.locator(".c-here")).to_have_text("Elan Prosser has this item open too.", timeout=10_000)
    return one, other


def test_2_9_each_sees_the_other_beside_the_item_and_at_its_top(two):
    one, other = two
    one.write("The forum met.")
    expect(other.section.locator(".c-here")).to_have_text("Kirsty Sandhu is writing here too.", timeout=10_000)
    entry = other.page.locator(".c-desk-item[aria-current=true] .c-desk-item__here")
    expect(entry).to_have_text("Kirsty Sandhu is writing")
    one.page.close()
    expect(other.section.locator(".c-here")).to_be_hidden(timeout=10_000)


def test_2_9_what_the_other_saved_comes_in_and_the_caret_stays(two, item):
    one, other = two
    one.write("The forum met. Members thanked it.")
    one.saved()
    expect(other.blocks.first).to_have_value("The forum met. Members thanked it.", timeout=10_000)
    expect(other.page.locator("#status")).to_have_text("Kirsty Sandhu’s wording of item 2.1 has come in.")
    one.page.evaluate("document.activeElement.setSelectionRange(13, 13)")
    other.blocks.first.click()
    other.page.keyboard.press("Control+Home")
    one.page.keyboard.type(" twice")
    one.saved()
    expect(other.blocks.first).to_have_value("The forum met twice. Members thanked it.", timeout=10_000)
    other.page.keyboard.type("Chair: ")
    other.saved()
    assert record(item) == ["Chair: The forum met twice. Members thanked it."]


def test_where_it_was_touched_the_conflict_comes_as_before(two):
    one, other = two
    other.page.route("**/save/", lambda route: route.abort())
    other.write("Mine.")
    other.status("Not saved: kept on this computer")
    one.write("Theirs.")
    one.saved()
    other.page.wait_for_timeout(5_000)
    assert other.texts == ["Mine."]
    other.page.unroute("**/save/")
    other.status("Somebody else saved this item", timeout=15_000)
    expect(other.section.locator(".c-both")).to_contain_text("Theirs.")


def test_a_block_begun_and_still_empty_stays_under_the_caret(two, item):
    one, other = two
    other.page.keyboard.press("Control+Alt+a")
    one.write("The forum met.")
    one.saved()
    expect(other.blocks.first).to_have_value("The forum met.", timeout=10_000)
    other.page.keyboard.type("write to it")
    other.saved()
    assert sorted(record(item)) == ["The forum met.", "write to it"]
