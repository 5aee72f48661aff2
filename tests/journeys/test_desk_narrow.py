"""The desk on a phone: three tabs, and the save state and the tabs in sight however far down one writes."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_save_state_and_tabs_stay_in_sight_at_390(officer):
    desk = officer()
    desk.page.set_viewport_size({"width": 390, "height": 700})
    desk.write("A line of the discussion.\n" * 40)
    desk.saved()
    for part in ("#saved", "[data-desk-tabs]"):
        box = desk.page.locator(part).bounding_box()
        assert box
        assert 0 <= box["y"] < 80
    focused = desk.page.evaluate("document.activeElement.getBoundingClientRect().bottom")
    assert 80 < focused < 720
    desk.page.get_by_role("link", name="Items", exact=True).click()
    expect(desk.section).to_be_hidden()
    assert desk.page.evaluate("document.documentElement.scrollWidth") == 390
