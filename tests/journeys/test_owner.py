"""An owner with a phone, in two touches and by the link in a mail; an agency's lead at a desk (issue 6 §2, §3, §7)."""

import datetime as dt
import re

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from actions.operations.links import make_link
from boards.models import Post
from boards.operations.access import refresh_partner_access
from tests.factories import create_action, create_meeting, create_person
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TODAY = timezone.localdate


@pytest.fixture
def phone(new_context) -> Page:
    return new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()


@pytest.fixture
def owed(cast):
    """The member's: one late, one due before the next meeting; Anna Bell, without a login, owes a third."""
    create_meeting(cast.board, TODAY() + dt.timedelta(days=9))
    due = {"due_kind": "day"}
    joss = [cast.person("member")]
    late = {"due_date": TODAY() - dt.timedelta(days=10)}
    soon = {"due_date": TODAY() + dt.timedelta(days=5)}
    bell = create_person("Anna Bell", partner=cast.health, post="Nurse consultant", email="anna.bell@example.org")
    return {
        "late": create_action(cast.board, "Query the report card", owners=joss, **due, **late),
        "soon": create_action(cast.board, "Circulate the protocol", owners=joss, **due, **soon),
        "hers": create_action(cast.board, "Send the school places table", owners=[bell], **due, **soon),
    }


def fits_a_thumb(button: Locator) -> None:
    box = button.bounding_box()
    assert box is not None
    assert min(box["height"], box["width"]) >= 44


def clean_on(phone: Page) -> None:
    """Nothing wrong at any width, and back at that of the phone."""
    clean(phone)
    phone.set_viewport_size({"width": 390, "height": 844})
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_demand_23_an_owner_updates_in_two_touches_on_a_phone(cast, live_server, phone, owed):
    sign_in(phone.context, live_server.url, cast.member)
    phone.goto(f"{live_server.url}/actions/")
    expect(phone.get_by_role("heading", name="Late 1")).to_be_visible()
    clean_on(phone)
    update = phone.get_by_role("link", name=re.compile("Update.*Query the report card"))
    fits_a_thumb(update)
    update.tap()
    done = phone.get_by_role("button", name="It is done", exact=True)
    fits_a_thumb(done)
    clean_on(phone)
    done.tap()
    expect(phone.get_by_text("Your update is recorded.")).to_be_visible()
    phone.goto(f"{live_server.url}/actions/")
    expect(phone.get_by_role("heading", name="Done, to be agreed")).to_be_visible()


def test_more_time_is_asked_on_a_phone_and_answered_by_the_clerk(cast, live_server, phone, owed, page):
    sign_in(phone.context, live_server.url, cast.member)
    phone.goto(f"{live_server.url}/actions/")
    phone.get_by_role("link", name=re.compile("Update.*Circulate the protocol")).tap()
    asking = phone.locator("#more_time")
    for box, value in zip(("Day", "Month", "Year"), ("1", "3", str(TODAY().year + 1)), strict=True):
        asking.get_by_label(box).fill(value)
    asking.get_by_role("button", name="Ask for more time").tap()
    expect(asking.get_by_text("Why?").first).to_be_visible()
    asking.get_by_label("Why?").fill("The schools are shut until then.")
    asking.get_by_role("button", name="Ask for more time").tap()
    expect(phone.get_by_text("Until they answer it is due as before.")).to_be_visible()
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(live_server.url)
    page.get_by_role("link", name=re.compile("Answer.*Answer Joss Lindqvist")).press("Enter")
    expect(page.get_by_text("The schools are shut until then.")).to_be_visible()
    clean(page)
    page.get_by_label("Grant it").press("Space")
    page.get_by_label("In a sentence").fill("Until the first of March.")
    page.get_by_role("button", name="Answer").press("Enter")
    expect(page.get_by_text("Your answer is recorded")).to_be_visible()
    clean(page)
    phone.goto(f"{live_server.url}/actions/")
    expect(phone.get_by_text("Granted: Until the first of March.")).to_be_visible()


def test_demand_23_by_the_link_in_a_mail_without_a_login(cast, live_server, phone, owed):
    link = make_link(owed["hers"].parts.get(), at=timezone.now()).removeprefix(settings.SITE_ADDRESS)
    phone.goto(live_server.url + link)
    expect(phone.get_by_role("heading", name="Send the school places table")).to_be_visible()
    clean_on(phone)
    phone.get_by_label("A file that shows it is done").set_input_files(
        {"name": "places.csv", "mimeType": "text/csv", "buffer": b"school,places\n"}
    )
    phone.get_by_role("button", name="It is done", exact=True).tap()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    clean_on(phone)
    phone.goto(live_server.url + link)
    expect(phone.get_by_text("You have said that your part is done.")).to_be_visible()
    clean_on(phone)


def test_gap_6_an_agencys_lead_hands_on_and_makes_one_return(cast, live_server, page, owed):
    Post.objects.filter(person=cast.person("member")).update(manages_partner=True)
    refresh_partner_access(cast.health, on=TODAY())
    sign_in(page.context, live_server.url, cast.member)
    page.goto(live_server.url)
    page.get_by_role("link", name="What Health Trust owes on every board").press("Enter")
    clean(page)
    page.get_by_role("link", name=re.compile("Update or hand on.*Anna Bell")).press("Enter")
    passing = page.locator("#pass_on")
    passing.get_by_label("To whom?").select_option(label="Joss Lindqvist")
    passing.get_by_role("button", name="Hand it on").press("Enter")
    expect(page.get_by_text("It is handed on.")).to_be_visible()
    page.goto(f"{live_server.url}/partners/{cast.health.slug}/actions/")
    page.get_by_role("link", name="Executive Group", exact=True).press("Enter")
    row = page.get_by_role("group", name="Query the report card")
    row.get_by_label("How is it going?").select_option(label="Blocked")
    page.get_by_role("button", name="Make the return").press("Enter")
    expect(row.get_by_text("Say what stands in the way, or who.")).to_be_visible()
    clean(page)
    row.get_by_label("who or what stands in the way").fill("Council")
    page.get_by_role("button", name="Make the return").press("Enter")
    expect(page.get_by_text("Your return is recorded: one update.")).to_be_visible()
    clean(page)
