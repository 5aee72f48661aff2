"""A task and finish group from its first day to its closing, and on again, by keyboard; axe finds nothing (2.15)."""

import pytest
from playwright.sync_api import Page, expect

from boards.models import Board
from tests.factories import create_action
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(cast, live_server, page) -> Page:
    """The clerk's window, on the page of the board."""
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(f"{live_server.url}{cast.board.get_absolute_url()}")
    return page


def set_up(officer: Page) -> None:
    """Two groups, each with its lead."""
    officer.get_by_role("link", name="Set up task and finish groups").press("Enter")
    last = officer.get_by_role("group", name="To end by")
    for part, value in (("Day", "31"), ("Month", "3"), ("Year", "2099")):
        last.get_by_label(part).fill(value)
    fill(officer, 0, "Quay Task Group", "Every quay is safe to play on.", "Joss Lindqvist")
    officer.get_by_role("button", name="Add another group").press("Enter")
    expect(officer.locator("#id_group_1_name")).to_be_focused()
    expect(officer.locator("#id_group_0_name")).to_have_value("Quay Task Group")
    fill(officer, 1, "Harbour Task Group", "Every harbour is lit.", "Rhiannon Vale")
    clean(officer)
    officer.get_by_role("button", name="Continue").press("Enter")
    expect(officer.get_by_role("heading", name="Read it through")).to_be_visible()
    clean(officer)
    officer.get_by_role("button", name="Set them up").press("Enter")
    expect(officer.get_by_text("Set up.", exact=True)).to_be_visible()


def fill(officer: Page, row: int, name: str, objective: str, lead: str) -> None:
    officer.locator(f"#id_group_{row}_name").fill(name)
    officer.locator(f"#id_group_{row}_objective").fill(objective)
    choice = officer.locator(f"#id_group_{row}_lead")
    choice.select_option(choice.locator("option", has_text=lead).get_attribute("value"))


def close(officer: Page) -> None:
    officer.get_by_role("link", name="Close this group and hand up what is open").press("Enter")
    clean(officer)
    officer.get_by_role("button", name="Continue").press("Enter")
    expect(officer.get_by_text("One open action will be handed up to Executive Group:")).to_be_visible()
    expect(officer.get_by_text("QTG/2025/7: Survey the quay (Joss Lindqvist)")).to_be_visible()
    clean(officer)
    officer.get_by_role("button", name="Close the group").press("Enter")
    expect(officer.get_by_text("The group is closed.")).to_be_visible()


def test_2_15_a_group_is_set_up_closed_and_let_go_on(officer, cast, live_server):
    set_up(officer)
    officer.locator("#groups").get_by_role("link", name="Quay Task Group").press("Enter")
    expect(officer.get_by_text("Every quay is safe to play on.")).to_be_visible()
    clean(officer)
    group = Board.objects.get(name="Quay Task Group")
    create_action(group, "Survey the quay", owners=[cast.person("member")], year=2025, number=7)
    close(officer)
    row = officer.locator("#open-actions li").filter(has_text="Survey the quay")
    expect(row).to_contain_text("QTG/2025/7, from the Quay Task Group")
    officer.get_by_role("link", name="All actions of Executive Group").press("Enter")
    expect(officer.get_by_role("row").filter(has_text="Survey the quay")).to_contain_text("from the Quay Task Group")
    clean(officer)
    officer.goto(f"{live_server.url}{group.get_absolute_url()}")
    officer.get_by_role("link", name="Let this group go on").press("Enter")
    expect(officer.get_by_text("QTG/2025/7: Survey the quay")).to_be_visible()
    officer.get_by_role("button", name="Let it go on").press("Enter")
    expect(officer.get_by_text("The group goes on")).to_be_visible()
    expect(officer.locator("#open-actions")).not_to_contain_text("Survey the quay")
