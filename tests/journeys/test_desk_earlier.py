"""Earlier wordings at the desk and on their own page; coming back to where one was."""

import pytest
from playwright.sync_api import expect

from meetings.models import MinutedItem
from tests.journeys.at_desk import record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

BEFORE = "Four options were presented, and members preferred the third of them by a long way."


def saved_as(desk, item, *texts: str) -> None:
    """Once the page has said so, the record holds these blocks."""
    desk.saved()
    assert record(item) == list(texts)


@pytest.fixture
def rewritten(officer, item):
    """An item whose paragraph was cut short: so much went that history kept the one before."""
    desk = officer()
    desk.write(BEFORE)
    saved_as(desk, item, BEFORE)
    desk.blocks.first.fill("Four options were presented.")
    saved_as(desk, item, "Four options were presented.")
    return desk


def test_demand_4_a_wording_is_compared_and_restored_at_the_desk(rewritten, item):
    desk = rewritten
    desk.page.keyboard.press("Control+Alt+h")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog.locator(".c-compared__text del")).to_contain_text(
        "and members preferred the third of them by a long way"
    )
    expect(dialog.locator("#earlier-said")).to_be_focused()
    dialog.get_by_role("button", name="Restore wording 1").click()
    expect(dialog).to_have_count(0)
    assert desk.texts == [BEFORE]
    expect(desk.blocks.first).to_be_focused()
    saved_as(desk, item, BEFORE)
    desk.page.keyboard.press("Control+z")
    assert desk.texts == ["Four options were presented."]
    saved_as(desk, item, "Four options were presented.")
    assert MinutedItem.history.count() >= 3


def test_any_two_are_compared_in_the_dialog_and_the_page_opens_by_its_link(rewritten):
    desk = rewritten
    desk.section.get_by_role("link", name="Earlier wordings").click()
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label("with wording").select_option("1")
    dialog.get_by_role("button", name="Compare").click()
    expect(dialog.locator("#earlier-said")).to_have_text("These two say the same.")
    dialog.get_by_role("link", name="Compare with now").click()
    expect(dialog.locator(".c-compared__text del")).to_have_count(1)
    desk.page.keyboard.press("Escape")
    expect(desk.section.get_by_role("link", name="Earlier wordings")).to_be_focused()


def test_without_the_network_the_dialog_says_so_and_tries_again(rewritten):
    desk = rewritten
    desk.page.context.set_offline(True)
    desk.page.keyboard.press("Control+Alt+h")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("could not be fetched")
    desk.page.context.set_offline(False)
    dialog.get_by_role("button", name="Try again").click()
    expect(dialog.locator(".c-compared__text del")).to_have_count(1)


def test_demand_4_without_javascript_the_page_compares_and_restores(rewritten, item, new_context, live_server):
    context = new_context(java_script_enabled=False)
    context.add_cookies(rewritten.page.context.cookies())
    page = context.new_page()
    page.goto(rewritten.section.get_by_role("link", name="Earlier wordings").evaluate("link => link.href"))
    expect(page.locator(".c-compared__text del")).to_contain_text("and members preferred")
    page.get_by_role("button", name="Restore wording 1").click()
    expect(page.get_by_role("status")).to_contain_text("That wording stands again.")
    assert record(item) == [BEFORE]


def test_who_comes_back_to_an_item_is_where_they_left_it(officer):
    desk = officer()
    desk.write("One.\nTwo.\nThree.")
    for _ in range(3):
        desk.page.keyboard.press("ArrowUp")
    desk.page.keyboard.press("ArrowRight")
    before = desk.page.evaluate("document.activeElement.selectionStart")
    desk.page.keyboard.press("Control+Enter")
    desk.page.keyboard.type("Elsewhere.")
    desk.page.keyboard.press("Control+Shift+Enter")
    expect(desk.blocks.first).to_be_focused()
    assert desk.page.evaluate("document.activeElement.selectionStart") == before
    desk.page.locator(".c-desk-item", has_text="2.2").click()
    desk.page.locator(".c-desk-item", has_text="2.1").click()
    assert desk.page.evaluate("document.activeElement.selectionStart") == before


def test_an_address_ends_with_a_block_and_opens_it(officer, item):
    desk = officer()
    desk.write("First.\n/dec Second.")
    saved_as(desk, item, "First.", "Second.")
    key = item.blocks.get(text="Second.").key
    address = desk.page.url.split("#")[0]
    desk.page.goto("about:blank")
    desk.page.goto(f"{address}#block-{key}")
    expect(desk.blocks.nth(1)).to_be_focused()
    desk.page.evaluate("location.hash = 'desk-attendance'")
    expect(desk.section).to_be_hidden()
    desk.page.evaluate("(key) => (location.hash = `block-${key}`)", str(key))
    expect(desk.blocks.nth(1)).to_be_focused()
