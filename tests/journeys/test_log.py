"""The log, its saved views, the chair's view before the meeting and the forward plan, in a browser (issue 6 §7)."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.factories import create_action, create_meeting
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
DAY = dt.timedelta(days=1)


@pytest.fixture
def owed(cast):
    """Three late actions of the last meeting, one of which three owe; and the meeting to come."""
    today = timezone.localdate()
    for days in (200, 150, 100, 50):
        create_meeting(cast.board, today - days * DAY, state="held")
    before = cast.board.meetings.latest("date")
    everybody = [cast.person(who) for who in ("member", "chair", "clerk")]
    for number, text in enumerate(("Circulate the scheme", "Invite the police", "Query the red crosses"), 1):
        due = {"due_kind": "day", "due_date": today - number * DAY}
        owners = everybody if number == 3 else [cast.person("member")]
        create_action(cast.board, text, owners=owners, meeting=before, number=number, **due)
    return create_meeting(cast.board, today + 9 * DAY)


@pytest.fixture
def at(cast, owed, live_server, page):
    def signed_in(who: str) -> Page:
        sign_in(page.context, live_server.url, getattr(cast, who))
        page.goto(f"{live_server.url}/boards/{cast.board.slug}/")
        return page

    return signed_in


def follow(page: Page, role, name: str) -> None:
    page.get_by_role(role, name=name).first.focus()
    page.keyboard.press("Enter")


def test_h12_the_chair_sees_how_actions_stand_before_the_meeting(at):
    page = at("chair")
    follow(page, "link", "All actions of Executive Group")
    expect(page.get_by_text("Three actions, three late, three with no return")).to_be_visible()
    clean(page)
    follow(page, "link", "How they stand before the meeting")
    expect(page.get_by_role("heading", name="Health Trust, three late")).to_be_visible()
    expect(page.get_by_role("row", name="Query the red crosses").first).to_be_visible()
    expect(page.locator("svg").last).to_be_visible()
    clean(page)
    follow(page, "link", "Go through them for that meeting")
    expect(page.get_by_text("Three actions from before this meeting")).to_be_visible()


def test_a_view_is_saved_shared_and_deleted_by_keyboard(at):
    page = at("clerk")
    follow(page, "link", "All actions of Executive Group")
    page.get_by_text("Choose by state, owner").click()
    page.get_by_label("State").select_option(label="No return")
    follow(page, "button", "Show")
    follow(page, "link", "Save this view")
    page.get_by_label("Name").fill("To be chased")
    page.get_by_label("Share it with everybody who reads this log").check()
    clean(page)
    follow(page, "button", "Save this view")
    expect(page.get_by_role("status")).to_contain_text("The view is saved.")
    expect(page.get_by_role("link", name="To be chased", exact=True)).to_have_attribute("aria-current", "true")
    clean(page)
    follow(page, "link", "Delete “To be chased”")
    follow(page, "button", "Delete this view")
    expect(page.get_by_role("status")).to_contain_text("No action is changed by that.")


def test_0_11_a_promised_report_is_planned_and_stands_at_its_meeting(at, owed):
    page = at("clerk")
    follow(page, "link", "Forward plan")
    follow(page, "link", "Put something on the plan")
    clean(page)
    page.get_by_label("What it is, in one line").fill("Review of all levels of the Directorate")
    page.get_by_label("Month").fill(f"{owed.date:%B %Y}")
    follow(page, "button", "Continue")
    follow(page, "button", "Put it down")
    expect(page.get_by_text("One planned item")).to_be_visible()
    clean(page)
    page.goto(page.url.split("/boards/")[0] + f"{owed.get_absolute_url()}actions/")
    expect(page.get_by_role("heading", name="Promised for this meeting")).to_be_visible()
    clean(page)
    follow(page, "button", "Put it on the agenda")
    expect(page.get_by_text("“Review of all levels of the Directorate” is on the agenda.")).to_be_visible()
    clean(page)
    follow(page, "button", "Take it off the agenda")
    expect(page.get_by_text("is off the agenda, and promised as before.")).to_be_visible()
    expect(page.get_by_role("button", name="Put it on the agenda")).to_be_visible()
