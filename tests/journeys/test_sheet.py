"""A year of change from a sheet, by keyboard and mouse in a real browser (issue 5 §1)."""

import pytest
from playwright.sync_api import Page, expect

from boards.models import PeopleSheet, Person
from boards.operations.sheet import bring_in_sheet
from tests.boards.sheets import a_row, xlsx_of
from tests.factories import create_person, create_seat
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    other = create_person("Asha Quill", partner=cast.council, post="Headteacher")
    create_seat(cast.board, partner=cast.council, holder=other, role="observer", voting=False)
    sign_in(page.context, live_server.url, cast.clerk)
    page.goto(f"{live_server.url}/boards/executive-group/")
    return page


def send(page: Page, *rows: dict[str, str]) -> None:
    page.get_by_label("The sheet").set_input_files(
        {"name": "autumn.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": xlsx_of(*rows)}
    )
    page.get_by_role("button", name="Look through it").focus()
    page.keyboard.press("Enter")


def test_a_sheet_is_put_right_told_apart_and_brought_in(cast, clerk, live_server):
    clerk.get_by_role("link", name="bring people and seats in from a sheet").click()
    clean(clerk)
    send(clerk, a_row("Asha Quill", First_day="46113", New_seat="yes"))
    expect(clerk.get_by_text("First day is the number 46113")).to_be_visible()
    clean(clerk)
    clerk.get_by_role("link", name="People and seats from a sheet").click()
    send(clerk, a_row("Asha Quill", New_seat="yes"), a_row("Joss Lindqvist", First_day="", Last_day="31 March 2026"))
    clerk.get_by_label("Somebody else, who is new: Asha Quill").focus()
    clerk.keyboard.press("Space")
    clean(clerk)
    clerk.get_by_role("button", name="Keep who is who").click()
    expect(clerk.get_by_text("It is put down who is who.")).to_be_visible()
    clerk.get_by_role("button", name="Bring it in").focus()
    clerk.keyboard.press("Enter")
    expect(clerk.get_by_role("heading", name="It is being brought in")).to_be_visible()
    clean(clerk)
    clerk.goto("about:blank")
    bring_in(clerk, cast, live_server.url)


def bring_in(page: Page, cast, address: str) -> None:
    """The worker's part, while the page asks for nothing; then what the page says came of it."""
    asked = PeopleSheet.objects.get(state="asked", sent_by=cast.clerk)
    bring_in_sheet.function(sheet_id=asked.pk, by_id=cast.clerk.pk)
    page.goto(f"{address}{asked.get_absolute_url()}")
    expect(page.get_by_text("One person sitting from a day on, one person leaving a seat")).to_be_visible()
    clean(page)
    assert Person.objects.filter(name="Asha Quill").count() == 2
