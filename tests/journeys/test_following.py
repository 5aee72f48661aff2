"""A follower's page when the network, the sign-in or the meeting goes; and how often it asks."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from meetings.operations.sitting import end_sitting, take_item
from tests.journeys.at_desk import no_more, sign_in, until
from tests.meetings.sitting import create_going_on, titled

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TROUBLE = "[data-follow-trouble]"


@pytest.fixture
def meeting(cast, live_server):
    return create_going_on(cast, starts_at=dt.time(0))


@pytest.fixture
def follower(cast, live_server, meeting, new_context):
    context = new_context()
    sign_in(context, live_server.url, cast.member)
    page = context.new_page()
    page.goto(live_server.url + reverse("meetings:follow", args=[meeting.board.slug, meeting.address]))
    yield page
    no_more(context)


def test_a_network_that_goes_is_told_and_mended_by_itself(cast, follower, meeting):
    follower.context.set_offline(True)
    expect(follower.locator(TROUBLE)).to_contain_text("This computer cannot reach the meeting.")
    take_item(item=titled(meeting, "a"), by=cast.clerk, at=timezone.now())
    follower.context.set_offline(False)
    expect(follower.locator("#follow-title")).to_have_text("1.1 a")
    expect(follower.locator(TROUBLE)).to_be_hidden()


def test_a_session_that_ends_is_told_with_the_way_back(follower):
    follower.context.clear_cookies(name="sessionid")
    expect(follower.locator(TROUBLE)).to_contain_text("You have been signed out. Sign in again")


def test_what_is_open_to_the_keyboard_stays_under_it_and_the_end_is_told(cast, follower, meeting):
    follower.get_by_role("link", name="The agenda page").focus()
    take_item(item=titled(meeting, "a"), by=cast.clerk, at=timezone.now())
    expect(follower.locator("#follow-title")).to_have_text("1.1 a")
    expect(follower.get_by_role("link", name="The agenda page")).to_be_focused()
    end_sitting(meeting=meeting, by=cast.clerk, at=timezone.now())
    expect(follower.locator("#status")).to_have_text("The meeting is over.")


def test_it_asks_every_four_seconds_a_little_apart_and_seldom_once_it_is_over(cast, follower, meeting):
    asked = []
    follower.on("request", lambda request: "follow/now" in request.url and asked.append(request))
    until(follower, lambda: len(asked) > 1)
    assert [request.response().status for request in asked[:2]] == [304, 304]
    one, next_one = (request.timing["startTime"] for request in asked[:2])
    assert next_one - one > 3_500
    take_item(item=titled(meeting, "a"), by=cast.clerk, at=timezone.now())
    end_sitting(meeting=meeting, by=cast.clerk, at=timezone.now())
    expect(follower.locator("#follow-title")).to_have_text("The meeting is over")
    before = len(asked)
    follower.wait_for_timeout(6_000)
    assert len(asked) == before
