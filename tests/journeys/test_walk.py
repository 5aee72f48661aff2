"""The clerk goes through the list of actions at the meeting by keyboard alone (issue 6 §4 and §7)."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories import create_action, create_meeting
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
DAY = dt.timedelta(days=1)


@pytest.fixture
def walk(cast, live_server, page):
    """The clerk at the list of today's meeting, with three actions of the one before."""
    today = timezone.localdate()
    before = create_meeting(cast.board, today - 40 * DAY, state="held")
    meeting = create_meeting(cast.board, today)
    for number, text in enumerate(("Circulate the scheme", "Invite the police", "Query the red crosses"), 1):
        due = {"due_kind": "day", "due_date": today - number * DAY}
        create_action(cast.board, text, owners=[cast.person("member")], meeting=before, number=number, **due)
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(f"{live_server.url}{meeting.get_absolute_url()}actions/")
    return page


def does(walk, key: str, *words: str) -> None:
    """One act by its key, with what is typed into its boxes, sent with Enter."""
    if key:
        walk.keyboard.press(key)
    for number, said in enumerate(words):
        if number:
            walk.keyboard.press("Tab")
        walk.keyboard.type(said)
    walk.keyboard.press("Enter")


def test_2_7_the_list_is_walked_by_keyboard_and_taken_back(walk):
    said, line = walk.get_by_role("status"), lambda number: walk.get_by_role("listitem", name=f"EG/2025/{number}")
    expect(walk.get_by_text("Three actions from before this meeting")).to_be_visible()
    clean(walk)
    walk.locator("body").press("ArrowDown")
    does(walk, "n", "It is with the printer.")
    expect(said).to_contain_text("EG/2025/1: noted.")
    expect(line(2)).to_be_focused()
    does(walk, "c")
    expect(walk.get_by_role("alert")).to_contain_text("Joss Lindqvist has not done their part.")
    does(walk, "", "The police came by themselves.")
    expect(said).to_contain_text("EG/2025/2: closed.")
    expect(line(3)).to_be_focused()
    does(walk, "e", "in two weeks", "The figures are late.")
    expect(said).to_contain_text("EG/2025/3: due date changed.")
    expect(walk.get_by_text("extended once")).to_be_visible()
    clean(walk)
    walk.keyboard.press("z")
    expect(said).to_contain_text("EG/2025/3: taken back.")
    expect(walk.get_by_text("extended once")).to_be_hidden()
    clean(walk)
