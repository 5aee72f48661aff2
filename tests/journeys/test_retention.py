"""Retention from the first rule to the disposal register, in a real browser and with the keyboard (DOMAIN rule 54)."""

import pytest
from playwright.sync_api import Page, expect

from meetings.models import Comment
from tests.journeys.at_desk import clean, sign_in
from tests.meetings.kept import COMMENT, create_kept

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(cast, live_server, page) -> Page:
    create_kept(cast)
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(f"{live_server.url}{cast.board.get_absolute_url()}")
    return page


def by_keyboard(page: Page, role, name: str) -> None:
    page.get_by_role(role, name=name, exact=True).first.focus()
    page.keyboard.press("Enter")


def test_domain_54_rules_are_adopted_and_a_disposal_is_signed_off_by_keyboard(officer):
    by_keyboard(officer, "link", "Retention")
    expect(officer.get_by_text("the board has no retention rules yet")).to_be_visible()
    clean(officer)
    by_keyboard(officer, "link", "Adopt the standard rules")
    by_keyboard(officer, "button", "Adopt them")
    expect(officer.get_by_text("Four disposals to sign off")).to_be_visible()
    clean(officer)
    by_keyboard(officer, "link", "Sign off disposals")
    officer.get_by_role("checkbox", name="One comment").focus()
    officer.keyboard.press("Space")
    officer.get_by_label("Why now").fill("The minutes are approved.")
    clean(officer)
    by_keyboard(officer, "button", "Continue")
    expect(officer.get_by_text("Remains: Who commented when")).to_be_visible()
    clean(officer)
    by_keyboard(officer, "button", "Destroy them")
    expect(officer.get_by_role("heading", name="Disposal register")).to_be_visible()
    expect(officer.get_by_text("One comment", exact=False).first).to_be_visible()
    clean(officer)
    assert Comment.objects.get().text != COMMENT


def test_domain_54_a_hold_is_set_and_lifted_by_keyboard(officer):
    by_keyboard(officer, "link", "Retention")
    by_keyboard(officer, "link", "Hold records back")
    officer.get_by_label("Why").fill("A request is open.")
    clean(officer)
    by_keyboard(officer, "button", "Continue")
    by_keyboard(officer, "button", "Set the hold")
    expect(officer.get_by_text("Not to be destroyed")).to_be_visible()
    clean(officer)
    by_keyboard(officer, "link", "Lift this hold")
    officer.get_by_label("Why").fill("It is answered.")
    by_keyboard(officer, "button", "Continue")
    by_keyboard(officer, "button", "Lift it")
    expect(officer.get_by_text("It is answered.")).to_be_visible()
    clean(officer)
