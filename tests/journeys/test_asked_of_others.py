"""What a board asks of others, and of its members between meetings, in a real browser with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.at_desk import clean, sign_in
from tests.meetings.neighbours import create_asking, create_neighbours, create_prepared
from tests.meetings.test_between import put, say

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    sign_in(page.context, live_server.url, cast.clerk)
    return page


def test_0_4_a_board_is_asked_and_finds_it_on_its_draft_agenda(cast, live_server, clerk):
    near, item = create_neighbours(cast), create_asking(cast)
    meeting = create_prepared(near.asked)
    clerk.goto(f"{live_server.url}{item.meeting.get_absolute_url()}")
    clerk.get_by_role("link", name="Ask another board or body: 1.1 Trust arrangements").press("Enter")
    clerk.get_by_label("To which board").select_option(label="Safeguarding Board")
    clerk.get_by_label("What is asked").fill("Send us your minutes.")
    clerk.get_by_label("They are asked for their minutes").press("Space")
    clean(clerk)
    clerk.get_by_role("button", name="Continue").press("Enter")
    expect(clerk.get_by_role("heading", name="What happens next")).to_be_visible()
    clerk.get_by_role("button", name="Ask them").press("Enter")
    expect(clerk.get_by_text("No reply since it was sent on")).to_be_visible()
    clean(clerk)
    assert meeting.items.filter(title="Request of the Executive Group").exists()
    clerk.get_by_role("link", name="Requests and referrals").press("Enter")
    expect(clerk.get_by_role("link", name="Request to Safeguarding Board")).to_be_visible()
    clean(clerk)


def test_23_what_members_agree_between_meetings_comes_on_the_agenda(cast, live_server, clerk):
    meeting, between = create_prepared(cast.board), put(cast)
    for who in ("chair", "member"):
        say(cast, between, who, "agrees")
    clerk.goto(live_server.url)
    clerk.get_by_role("link", name="Close: A stand at the fair").press("Enter")
    expect(clerk.get_by_text("Everybody has answered.")).to_be_visible()
    clean(clerk)
    clerk.get_by_role("link", name="Close it").press("Enter")
    expect(clerk.get_by_text("It is agreed, and a meeting is asked to ratify it.")).to_be_visible()
    clerk.get_by_role("button", name="Close it").press("Enter")
    expect(clerk.get_by_text("to be ratified.")).to_be_visible()
    clean(clerk)
    assert meeting.items.filter(title="To ratify: A stand at the fair").exists()
