"""Two officers at one desk: each sees where the other is, and takes in what the other saved (requirement 2.9)."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.at_desk import SAVE, record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def two(officer, second):
    """The clerk and a second officer on the same item, both told of each other."""
    one, other = officer(), officer(user=second)
    expect(one.section.locator(".c-here")).to_have_text("Elan Prosser has this item open too.")
    return one, other


def test_2_9_each_sees_the_other_beside_the_item_and_at_its_top(two):
    one, other = two
    one.write("The forum met.")
    expect(other.section.locator(".c-here")).to_have_text("Kirsty Sandhu is writing here too.")
    entry = other.page.locator(".c-desk-item[aria-current=true] .c-desk-item__here")
    expect(entry).to_have_text("Kirsty Sandhu is writing")
    one.page.close()
    expect(other.section.locator(".c-here")).to_be_hidden()


def test_2_9_what_the_other_saved_comes_in_and_the_caret_stays(two, item):
    one, other = two
    one.write("The forum met. Members thanked it.")
    one.saved()
    expect(other.blocks.first).to_have_value("The forum met. Members thanked it.")
    other.told("Kirsty Sandhu’s wording of item 2.1 has come in.")
    one.page.evaluate("document.activeElement.setSelectionRange(13, 13)")
    other.blocks.first.click()
    other.page.keyboard.press("Control+Home")
    one.page.keyboard.type(" twice")
    one.saved()
    expect(other.blocks.first).to_have_value("The forum met twice. Members thanked it.")
    other.page.keyboard.type("Chair: ")
    other.saved()
    assert record(item) == ["Chair: The forum met twice. Members thanked it."]


def test_where_it_was_touched_the_conflict_comes_as_before(two):
    one, other = two
    other.page.route(SAVE, lambda route: route.abort())
    other.write("Mine.")
    other.status("Not saved: kept on this computer")
    one.write("Theirs.")
    one.saved()
    for _ in range(2):  # the first may have been on its way before
        with other.page.expect_response("**/pulse/"):
            pass
    assert other.texts == ["Mine."]
    other.page.unroute(SAVE)
    other.status("Somebody else saved this item")
    expect(other.section.locator(".c-both")).to_contain_text("Theirs.")


def test_a_block_begun_and_still_empty_stays_under_the_caret(two, item):
    one, other = two
    other.page.keyboard.press("Control+Alt+a")
    one.write("The forum met.")
    one.saved()
    expect(other.blocks.first).to_have_value("The forum met.")
    other.page.keyboard.type("write to it")
    other.saved()
    assert sorted(record(item)) == ["The forum met.", "write to it"]


@pytest.fixture
def contested(officer, second):
    """Both began from one sentence; the other saved a word more, and the clerk wrote a word of theirs meanwhile."""
    one = officer()
    one.write("The forum met. Members thanked it.")
    one.saved()
    other = officer(user=second)
    one.page.route(SAVE, lambda route: route.abort())
    one.page.keyboard.type(" Nothing was <b>resolved</b>.")
    one.status("Not saved: kept on this computer")
    other.blocks.first.click()
    other.page.keyboard.press("Control+Home")
    other.page.keyboard.type("Item taken first. ")
    other.saved()
    one.page.unroute(SAVE)
    one.status("Somebody else saved this item")
    return one


def test_a_conflict_proposes_both_put_together_word_by_word_to_be_changed(contested, item):
    desk = contested
    both = "Item taken first. The forum met. Members thanked it. Nothing was <b>resolved</b>."
    proposed = desk.section.get_by_label("Discussion, put together")
    expect(proposed).to_have_value(both)
    marked = [text.strip() for text in desk.section.locator(".c-both mark").all_inner_texts()]
    assert marked == ["Nothing was <b>resolved</b>.", "Item taken first."]
    expect(desk.section.locator(".c-both")).not_to_contain_text("false")
    found = Axe().run(desk.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.violations_count == 0, found.generate_report()
    proposed.fill(both.replace("<b>resolved</b>", "resolved"))
    desk.page.get_by_role("button", name="Take what is put together").press("Enter")
    desk.saved()
    assert record(item) == [both.replace("<b>resolved</b>", "resolved")]
    assert desk.section.locator(".c-aside__text").all_inner_texts() == [both.replace("Item taken first. ", "")]


def test_the_proposal_follows_what_is_still_written_below(contested, item):
    desk = contested
    desk.blocks.last.click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.type(" It closed.")
    expect(desk.section.get_by_label("Discussion, put together")).to_have_value(
        "Item taken first. The forum met. Members thanked it. Nothing was <b>resolved</b>. It closed."
    )
    desk.page.get_by_role("button", name="Keep theirs").click()
    desk.saved()
    expect(desk.section.locator(".c-aside")).to_contain_text("It closed.")
    assert record(item) == ["Item taken first. The forum met. Members thanked it."]
