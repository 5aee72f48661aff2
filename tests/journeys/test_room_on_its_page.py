"""Coming and going on the attendance page, with the keyboard alone (requirement 2.1; demands 14, 15)."""

import pytest
from playwright.sync_api import Page, expect

from meetings.models import Attendance, Meeting
from tests.journeys.at_desk import clean, sign_in
from tests.meetings.minuted import create_with_items, numbers_away

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(cast) -> Meeting:
    return create_with_items(cast, "1", "2", "3")


@pytest.fixture
def clerk(cast, live_server, page, meeting) -> Page:
    """The clerk's window on the attendance page, nobody marked yet."""
    Attendance.objects.update(status="expected", is_presiding=False)
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(f"{live_server.url}{meeting.get_absolute_url()}attendance/")
    return page


def test_demand_14_somebody_leaves_and_it_is_taken_back_by_keyboard(clerk, meeting):
    for name in ("Rhiannon Vale", "Joss Lindqvist"):
        line = clerk.get_by_role("group", name=name).or_(clerk.get_by_label(name, exact=True))
        line.get_by_role("button", name="Present").press("Enter")
        expect(line.get_by_role("button", name="Present")).to_have_attribute("aria-pressed", "true")
    expect(clerk.get_by_text("Everybody here is recorded as here from beginning to end")).to_be_visible()
    clerk.get_by_role("link", name="Somebody came or went").press("Enter")
    clerk.get_by_label("Who").select_option(label="Joss Lindqvist, Health Trust")
    clerk.get_by_label("At which item").select_option(label="2 Business")
    clerk.get_by_label("At what time").press("Enter")
    expect(clerk.get_by_text("There is no quorum now: 1 of the 2 voting seats needed was filled.")).to_be_visible()
    assert numbers_away(meeting) == ["2", "3"]
    clean(clerk)
    clerk.get_by_role("button", name="Take back").press("Enter")
    expect(clerk.get_by_text("Taken back: Joss Lindqvist left the meeting at item 2.")).to_be_visible()
    assert numbers_away(meeting) == []
