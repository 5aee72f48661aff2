"""A reorganisation by keyboard alone, and the picture before and after it; nothing for axe to find (gap 9, 2.17)."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from boards.models import Board, BoardRelation
from tests.boards.keeper import create_keeper
from tests.factories import create_board
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def keeper(cast, live_server, page) -> Page:
    """The keeper's window, a trust and two partnerships under it."""
    trust = create_board("Trust Board", visibility="public")
    for name in ("Learning Delivery Partnership", "Health Delivery Partnership"):
        board = create_board(name, visibility="public")
        BoardRelation.objects.create(board=board, to_board=trust, kind="under", from_date=dt.date(2009, 4, 1))
        BoardRelation.objects.create(board=board, to_board=trust, kind="reports_to", from_date=dt.date(2009, 4, 1))
    sign_in(page.context, live_server.url, create_keeper())
    page.goto(f"{live_server.url}/boards/")
    return page


def test_2_17_groups_replace_partnerships_from_april_and_both_pictures_are_right(keeper, live_server):
    keeper.get_by_role("link", name="Replace boards by others").press("Enter")
    for part, value in (("Day", "1"), ("Month", "4"), ("Year", "2011")):
        keeper.get_by_label(part).fill(value)
    ended = keeper.get_by_role("group", name="Boards that end")
    for name in ("Learning Delivery Partnership", "Health Delivery Partnership"):
        ended.get_by_label(name).press("Space")
    keeper.get_by_label("New boards (optional)").fill("Early Help Group\nLearning Group")
    keeper.get_by_label("Anyone may know of it").press("Space")
    keeper.get_by_label("The new boards are under").select_option(label="Trust Board")
    clean(keeper)
    keeper.get_by_role("button", name="Continue").press("Enter")
    expect(keeper.get_by_role("heading", name="Read it through")).to_be_visible()
    keeper.get_by_role("button", name="Replace them").press("Enter")
    expect(keeper.get_by_text("The boards are replaced from that day.")).to_be_visible()
    keeper.goto(f"{live_server.url}/boards/picture/?on=2011-03-31")
    expect(keeper.locator("svg").get_by_text("Learning Delivery")).to_be_visible()
    expect(keeper.locator("svg").get_by_text("Early Help Group")).to_have_count(0)
    keeper.goto(f"{live_server.url}/boards/picture/?on=2011-04-01&since=2011-03-31")
    expect(keeper.locator("svg").get_by_text("Early Help Group")).to_be_visible()
    took = "Health Delivery Partnership is no longer there: Early Help Group and Learning Group take its place."
    expect(keeper.get_by_text(took)).to_be_visible()
    clean(keeper)


@pytest.mark.parametrize("place", ["executive-group/network/", "footprints/", "add/", "districts/add/", "picture/"])
def test_pages_of_the_network_are_clean(keeper, live_server, place):
    keeper.goto(f"{live_server.url}/boards/{place}")
    clean(keeper)


def test_a_closed_board_is_drawn_for_its_keeper_and_not_for_the_public(keeper, live_server, new_context):
    BoardRelation.objects.create(
        board=Board.objects.get(name="Executive Group"),
        to_board=Board.objects.get(name="Trust Board"),
        kind="accountable_to",
    )
    keeper.goto(f"{live_server.url}/boards/picture/")
    expect(keeper.locator("svg").get_by_text("Executive Group")).to_be_visible()
    anybody = new_context().new_page()
    anybody.goto(f"{live_server.url}/boards/picture/")
    expect(anybody.locator("svg").get_by_text("Trust Board").first).to_be_visible()
    expect(anybody.get_by_text("Executive")).to_have_count(0)
    clean(anybody)
