"""Interests, substitutes and the chair of an item, done at the desk in a real browser."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from meetings.models import SetAside
from tests.factories import create_minutes, create_person
from tests.journeys.in_the_room import ACTS, meeting_with_a_vice_chair, statuses

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def item(cast, live_server):
    return meeting_with_a_vice_chair(cast)


@pytest.mark.parametrize(("keys", "down"), [("Control+Alt+y", 1), ("Control+Alt+Shift+y", 0)])
def test_h6_employment_by_a_partner_concerned_is_answered_by_one_key(cast, desk, item, keys, down):
    item.concerns.add(cast.health)
    desk.mark("pp")
    desk.arrived()
    desk.open()
    proposed = desk.room.locator(".c-proposal--interest", has_text="Joss Lindqvist")
    expect(proposed).to_contain_text("works for Northshire Health Trust")
    desk.keys(keys)
    expect(proposed).to_have_count(0)
    desk.arrived()
    desk.open()
    expect(proposed).to_have_count(0)
    assert [one.kind for one in item.declarations.all()] == ["employment"] * down
    assert SetAside.objects.count() == 1 - down


def test_h6_an_interest_is_declared_in_few_keys(desk, item):
    desk.mark("pppp")
    desk.keys("Control+Enter")
    desk.pick("Control+Alt+j", "JL")
    desk.keys("Tab")
    desk.page.keyboard.type("Their sister works there")
    desk.keys("Tab", "L", "Enter")
    declared = "Joss Lindqvist: Their sister works there. Left the room."
    expect(desk.room).to_contain_text(declared)
    expect(desk.room.locator(".c-who", has_text="Joss Lindqvist")).to_contain_text("Declared an interest and left")
    desk.arrived()
    assert item.declarations.get().consequence == "left"
    expect(desk.room).to_contain_text(declared)


def test_h1_a_substitute_is_named_by_keys_and_by_mouse(cast, desk, item):
    create_person("Ines Okafor", partner=cast.police, post="Inspector")
    desk.open()
    desk.pick("Control+Alt+b", "JL")
    desk.page.keyboard.type("Ines Okafor")
    desk.keys("Enter")
    expect(desk.room.locator(".c-who", has_text="Ines Okafor")).to_contain_text("for Joss Lindqvist")
    desk.arrived()
    desk.room.get_by_role("button", name="Rhiannon Vale").click()
    desk.page.get_by_role("button", name="Apologies").click()
    desk.arrived()
    assert statuses(item)[:2] == ["apologies", "apologies"]


def test_whoever_leaves_the_chair_for_an_item_is_followed_by_one_key(desk, item):
    desk.mark("pppp")
    desk.keys("Control+Enter")
    desk.pick("Control+Alt+j", "RV")
    desk.keys("Tab")
    desk.page.keyboard.type("A trustee of the forum")
    desk.keys("Tab", "L", "L", "Enter")
    expect(desk.room).to_contain_text("Nobody is in the chair for this item.")
    desk.room.get_by_role("button", name="Tamsin Oakes takes it").click()
    expect(desk.section.locator("[data-chair]")).to_have_text("In the chair: Tamsin Oakes")
    desk.arrived()
    assert item.presidings.get().how == "recused"


def test_what_never_arrived_is_told_at_a_desk_that_is_closed(cast, desk, item):
    desk.page.route(ACTS, lambda route: route.abort())
    desk.mark("p")
    expect(desk.room.locator(".c-waiting")).to_be_visible()
    create_minutes(item.meeting, state="circulated", circulated_at=timezone.now(), circulated_by=cast.clerk)
    desk.open()
    kept = desk.room.locator(".c-refused")
    expect(kept).to_contain_text("Rhiannon Vale: present.")
    kept.get_by_role("button", name="Leave it out").click()
    desk.page.wait_for_selector("html:not([data-keeping])")
    desk.open()
    expect(kept).to_have_count(0)
