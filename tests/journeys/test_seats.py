"""Seats, their attention and their terms by keyboard and mouse, in a real browser (issue 5 §3)."""

import pytest
from playwright.sync_api import Page, expect

from boards.models import Seat
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(f"{live_server.url}/boards/executive-group/")
    return page


def by_keyboard(page: Page, role, name: str) -> None:
    page.get_by_role(role, name=name).first.focus()
    page.keyboard.press("Enter")


def test_3_6_seats_of_an_agency_are_added_confirmed_and_filled_by_keyboard(cast, clerk):
    by_keyboard(clerk, "link", "Add a seat")
    clerk.get_by_label("Or an agency to be confirmed").focus()
    clerk.keyboard.type("third key agency")
    clerk.get_by_label("How many such seats").fill("4")
    clean(clerk)
    by_keyboard(clerk, "button", "Continue")
    expect(clerk.get_by_role("heading", name="Read it through")).to_be_visible()
    by_keyboard(clerk, "button", "Add")
    expect(clerk.get_by_role("rowheader", name="Third key agency, to be confirmed")).to_be_visible()
    clean(clerk)
    by_keyboard(clerk, "link", "Fill the seat of Third key agency, to be confirmed")
    by_keyboard(clerk, "link", "Say which partner it is")
    clerk.get_by_label("The partner").select_option(label="Northshire Police")
    by_keyboard(clerk, "button", "Continue")
    by_keyboard(clerk, "button", "Confirm the partner")
    expect(clerk.get_by_text("Stated in the paper as the third key agency")).to_be_visible()
    clean(clerk)
    assert Seat.objects.filter(board=cast.board, partner=cast.police).count() == 4


def test_what_needs_attention_leads_to_where_it_is_put_right(cast, clerk, live_server):
    clerk.get_by_role("link", name="Nobody covers for Rhiannon Vale and Joss Lindqvist.").click()
    clerk.get_by_role("link", name="Change the seat of Joss Lindqvist").click()
    clerk.get_by_role("link", name="Name a substitute").click()
    clerk.get_by_label("Who").select_option(label="Kirsty Sandhu, Policy Officer, Council")
    clerk.get_by_role("button", name="Continue").click()
    refused = "Kirsty Sandhu has a post with Northshire County Council, and none with Northshire Health Trust."
    expect(clerk.get_by_role("alert")).to_contain_text(refused)
    clean(clerk)
    clerk.goto(f"{live_server.url}/boards/attention/")
    expect(clerk.get_by_text("Nobody covers for Rhiannon Vale and Joss Lindqvist.")).to_be_visible()
    clean(clerk)


def test_1_11_terms_begin_as_a_draft_and_are_put_in_force(clerk, live_server):
    clerk.get_by_role("link", name="Change the terms").click()
    clerk.get_by_label("To be finalised with the partners").check()
    clerk.get_by_label("Voting seats that must be filled").fill("5")
    clean(clerk)
    clerk.get_by_role("button", name="Continue").click()
    clerk.get_by_role("button", name="Set down these terms").click()
    clerk.get_by_role("link", name="Version 2").click()
    clean(clerk)
    clerk.get_by_role("link", name="With version 1").click()
    expect(clerk.locator("ins").filter(has_text="Five").first).to_be_visible()
    clean(clerk)
    clerk.go_back()
    clerk.get_by_role("link", name="Put it in force").click()
    clerk.get_by_role("button", name="Continue").click()
    clerk.get_by_role("button", name="Put it in force").click()
    expect(clerk.get_by_text("Version 2 is in force from the day you gave.")).to_be_visible()
    clerk.goto(f"{live_server.url}/boards/balance/")
    clean(clerk)
