"""From the board's page to a called meeting and its attendance list, in a real browser (issue 2 §3.3, §3.4)."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from meetings.models import Meeting
from meetings.operations.agenda import renumber
from meetings.operations.attendance import open_attendance
from tests.factories import create_item, create_meeting, create_person, create_seat
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    """The clerk's window."""
    sign_in(page.context, live_server.url, cast.clerk)
    return page


@pytest.fixture
def meeting(cast) -> Meeting:
    """Today's meeting, called: two sections of two items, and four seats."""
    today = timezone.localdate()
    meeting = create_meeting(cast.board, today, address=today.isoformat())
    for title, items in (("Matters arising", ("Scheme", "Forum")), ("Decision making", ("Strategy", "Protocol"))):
        section = create_item(meeting, title, is_section=True)
        for item in items:
            create_item(meeting, item, section=section)
    renumber(meeting, by=cast.clerk)
    create_seat(cast.board, partner=cast.health, holder=create_person("Gwen Moss", partner=cast.health))
    open_attendance(meeting=meeting, by=cast.clerk)
    return meeting


def numbered(meeting: Meeting) -> list[str]:
    return [str(item) for item in meeting.items.filter(is_section=False)]


def test_a_meeting_is_called_from_the_boards_page(cast, clerk, live_server):
    day = timezone.localdate() + dt.timedelta(days=28)
    clerk.goto(f"{live_server.url}/boards/executive-group/standing-items/")
    clerk.get_by_role("button", name="Begin with the usual items").click()
    clerk.get_by_role("link", name="Call a meeting").click()
    for label, words in (("Day", day.day), ("Month", day.month), ("Year", day.year), ("Starts", "2pm")):
        clerk.get_by_label(label).fill(str(words))
    clerk.get_by_label("Where").fill("Civic Centre, Room 2")
    clean(clerk)
    clerk.get_by_role("button", name="Make the agenda").click()
    expect(clerk.get_by_text("Nobody else sees this agenda yet")).to_be_visible()
    clerk.get_by_role("link", name="Add an item to 4.0 Decision making").click()
    clerk.get_by_label("Title").fill("Transition strategy")
    clerk.get_by_role("button", name="Put on the agenda").click()
    expect(clerk.get_by_role("link", name="Check and call")).to_be_visible()
    clean(clerk)
    clerk.get_by_role("link", name="Check and call").click()
    expect(clerk.get_by_role("button", name="Call the meeting")).to_be_visible()
    clean(clerk)
    clerk.get_by_role("button", name="Call the meeting").click()
    expect(clerk.locator(".c-tags").first).to_contain_text("Called")


def test_items_are_ordered_by_keyboard_and_by_drag(clerk, live_server, meeting):
    clerk.goto(live_server.url + meeting.get_absolute_url())
    down = clerk.locator(f"#down-{meeting.items.get(title='Scheme').pk}")
    down.focus()
    clerk.keyboard.press("Enter")
    expect(clerk.locator("#status")).to_have_text("“Scheme” has moved down.")
    expect(down).to_be_focused()
    clerk.keyboard.press("Enter")
    expect(clerk.locator("[data-section]").nth(1)).to_contain_text("2.1")
    expect(down).to_be_focused()
    clean(clerk)
    clerk.get_by_text("2.3", exact=True).drag_to(clerk.get_by_text("2.1", exact=True))
    expect(clerk.locator("#status")).to_have_text("“Protocol” has moved.")
    assert numbered(meeting) == ["1.1 Forum", "2.1 Protocol", "2.2 Scheme", "2.3 Strategy"]


def test_attendance_is_taken_by_keyboard_alone(clerk, live_server, meeting):
    clerk.goto(f"{live_server.url}{meeting.get_absolute_url()}attendance/")
    clean(clerk)
    clerk.locator("[data-row] [data-key=p]").first.focus()
    for key in ("p", "a", "x"):
        clerk.keyboard.press(key)
    expect(clerk.locator("[data-row] [aria-pressed=true]")).to_have_count(3)
    expect(clerk.get_by_text("In the chair: Rhiannon Vale.")).to_be_visible()
    clerk.keyboard.press("ArrowUp")
    clerk.keyboard.press("ArrowUp")
    clerk.keyboard.press("s")
    expect(clerk.get_by_label("Substitute", exact=True)).to_be_focused()
    clerk.get_by_label("Or somebody not in the list").fill("Ines Okafor")
    clerk.keyboard.press("Enter")
    expect(clerk.locator("#status")).to_have_text("Ines Okafor sits for Joss Lindqvist.")
    clean(clerk)
    found = dict(meeting.attendances.values_list("name", "status"))
    assert found == {
        "Rhiannon Vale": "present",
        "Joss Lindqvist": "apologies",
        "Kirsty Sandhu": "absent",
        "Gwen Moss": "expected",
    }


def test_quick_clicks_do_not_undo_each_other(clerk, live_server, meeting):
    clerk.goto(f"{live_server.url}{meeting.get_absolute_url()}attendance/")
    marks = clerk.locator("[data-key=p]")
    last = marks.last.bounding_box()
    marks.first.click()
    expect(clerk.get_by_label("Who takes the chair")).to_be_enabled()
    assert marks.last.bounding_box() == last, "the list moved under the pointer"
    for button in marks.all()[1:]:
        button.click(no_wait_after=True)
    expect(clerk.locator("[data-key=p][aria-pressed=true]")).to_have_count(4)
    assert set(meeting.attendances.values_list("status", flat=True)) == {"present"}
