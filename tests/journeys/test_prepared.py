"""A member is prepared for a meeting in a real browser: by keys alone, and with no fault that axe finds."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from meetings.models import Briefed
from meetings.operations.briefing import send_briefing, write_briefing
from meetings.operations.invitation import invite_partners
from tests.factories import create_item, create_meeting
from tests.journeys.at_desk import sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

AT = dt.datetime(2030, 10, 1, 9, tzinfo=dt.UTC)
HERE = "/boards/executive-group/meetings/2030-10-15/"


@pytest.fixture
def briefing(cast, live_server):
    meeting = create_meeting(cast.board, dt.date(2030, 10, 15))
    section = create_item(meeting, "Decision making", number="1.0", is_section=True)
    item = create_item(meeting, "Short breaks", number="1.1", section=section)
    create_item(meeting, "Shared equipment store", number="1.2", section=section, capacity="pooled")
    create_item(meeting, "Therapists side by side", number="1.3", section=section, capacity="aligned")
    invite_partners(meeting=meeting, categories=["other"], partners=[], words="Please come.", by=cast.clerk, at=AT)
    made = write_briefing(meeting=meeting, item=item, text="Two options are put.\n\nBoth cost the same.", by=cast.clerk)
    return send_briefing(briefing=made, by=cast.clerk, at=AT)


def test_1_16_iii_a_member_answers_by_keys_alone(page, live_server, cast, briefing):
    sign_in(page.context, live_server.url, cast.member)
    page.goto(f"{live_server.url}{HERE}briefings/{briefing.pk}/answer/")
    page.get_by_label("I would not agree").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("We would lose two posts.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You would not agree.")).to_be_visible()
    expect(page.get_by_text("Your answer is with the officers.")).to_be_visible()
    assert Briefed.objects.get(person=cast.person("member")).foresees == "We would lose two posts."


@pytest.mark.parametrize("width", [1280, 390])
def test_1_16_iii_the_pages_have_no_fault_that_axe_finds(page, live_server, cast, briefing, width):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page.context, live_server.url, cast.clerk)
    for address in ("", "agenda/add/", "briefings/", f"briefings/{briefing.pk}/", "briefings/add/", "invitations/"):
        page.goto(f"{live_server.url}{HERE}{address}")
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [one["id"] for one in found] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
