"""An officer chases by keyboard and takes it back; an owner turns the one mail for everything off (issue 6 §5)."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from actions.models import Bounce, ChaseSetting
from tests.factories import create_action, create_person
from tests.journeys.at_desk import clean, no_more, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
LONG_AGO = dt.date(2025, 9, 1)


@pytest.fixture
def owed(cast):
    """Two late actions of the member, one of somebody who cannot be written to, and an address that fails."""
    member, late = cast.person("member"), {"due_kind": "day", "due_date": LONG_AGO}
    create_action(cast.board, "Survey the quay", owners=[member], number=7, **late)
    create_action(cast.board, "Light the quay", owners=[member, create_person("Cerys Bowen")], number=8, **late)
    now = timezone.now()
    put = {"first_at": now, "last_at": now, "reason": "User unknown", "code": "5.1.1"}
    Bounce.objects.create(person=member, address="joss.old@example.org", **put)
    return ChaseSetting.objects.create(board=cast.board, may_turn_off=True)


@pytest.fixture
def window(live_server, new_context):
    """``window(user)``: a browser of theirs."""
    contexts = []

    def opened(user) -> Page:
        contexts.append(new_context())
        sign_in(contexts[-1], live_server.url, user)
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        no_more(context)


def chase(page: Page) -> None:
    page.get_by_role("link", name="Chase").press("Enter")
    expect(page.get_by_label("All that are late (2)")).to_be_checked()
    clean(page)
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.get_by_text("One mail to one person")).to_be_visible()
    expect(page.get_by_text("No e-mail address is known.")).to_be_visible()
    page.locator("summary").filter(has_text="Joss Lindqvist").press("Enter")
    expect(page.get_by_text("Light the quay")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Send the mail").press("Enter")
    expect(page.get_by_text("One mail waits to go")).to_be_visible()
    clean(page)


def test_issue_6_5_an_officer_reads_through_chases_and_takes_it_back(owed, cast, window, live_server):
    page = window(cast.clerk)
    page.goto(f"{live_server.url}/boards/{cast.board.slug}/actions/")
    chase(page)
    page.get_by_role("button", name="Take back what has not gone").press("Enter")
    expect(page.get_by_text("One mail will not go.")).to_be_visible()
    page.get_by_role("link", name="All that was sent for this board").press("Enter")
    expect(page.get_by_role("row").filter(has_text="Joss Lindqvist")).to_contain_text("Taken back before it went.")
    clean(page)
    page.get_by_role("link", name="Failing addresses (1)").press("Enter")
    expect(page.get_by_text("User unknown")).to_be_visible()
    clean(page)
    page.go_back()
    page.get_by_role("link", name="How this board reminds").press("Enter")
    clean(page)
    page.get_by_label("Remind a week before it is due").press("Space")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_text("The board reminds like this from now on.")).to_be_visible()
    expect(page.get_by_label("Remind a week before it is due")).not_to_be_checked()


def test_issue_6_5_an_owner_asks_for_a_mail_each_and_turns_a_board_off(owed, cast, window, live_server):
    page = window(cast.member)
    page.goto(f"{live_server.url}/actions/")
    page.get_by_role("link", name="How you are reminded").press("Enter")
    clean(page)
    page.get_by_label("One mail for each action").press("Space")
    page.get_by_label("Executive Group").press("Space")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_text("Reminders come like this from now on.")).to_be_visible()
    expect(page.get_by_label("One mail for each action")).to_be_checked()
    expect(page.get_by_label("Executive Group")).to_be_checked()
    page.get_by_role("button", name="Make an address").press("Enter")
    expect(page.get_by_role("button", name="Take the address back")).to_be_visible()
    clean(page)
