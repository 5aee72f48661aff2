"""Signing in a real browser with the keyboard alone, and the pages of the record without a fault (issue 4 §3)."""

import pytest
from playwright.sync_api import expect

from meetings.models import Signature
from tests.factories import PASSWORD
from tests.journeys.at_desk import clean, sign_in
from tests.meetings.minuted import HERE
from tests.meetings.signed import create_approved, reopen, sign_and_publish

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAGE = f"{HERE}minutes/"


def test_whoever_presided_signs_with_the_keyboard_and_is_asked_again(cast, page, live_server):
    create_approved(cast)
    sign_in(page.context, live_server.url, cast.chair)
    page.goto(live_server.url + PAGE)
    page.get_by_role("link", name="Sign the minutes").press("Enter")
    expect(page.get_by_label("Your full name")).to_be_visible()
    clean(page)
    page.get_by_label("Your full name").fill("Rhiannon Vale")
    page.get_by_label("This is my signature").press("Space")
    page.get_by_role("button", name="Sign the minutes").press("Enter")
    expect(page.get_by_role("heading", name="Is it still you?")).to_be_visible()
    clean(page)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The minutes are signed")).to_be_visible()
    clean(page)
    assert Signature.objects.get().person == cast.person("chair")


def test_the_officer_finds_who_signs_and_the_way_on_paper(cast, page, live_server):
    create_approved(cast)
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(live_server.url + PAGE)
    page.get_by_role("link", name="How they are signed").press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Rhiannon Vale")
    clean(page)
    page.get_by_role("link", name="Bring the scan").press("Enter")
    page.get_by_role("button", name="Keep the scan").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Choose the file of the scan.")
    clean(page)


def test_an_earlier_version_and_its_notice(cast, page, live_server):
    minutes = create_approved(cast)
    sign_and_publish(minutes, cast)
    reopen(minutes, cast)
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(live_server.url + PAGE)
    page.get_by_role("link", name="Version 1").press("Enter")
    expect(page.get_by_role("main")).to_contain_text("because: The vote was miscounted.")
    clean(page)
