"""A county is set up from nothing in a real browser: partners, boards, districts, seats, terms, people (issue 5 §5)."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from boards.models import Board, PeopleSheet, User
from boards.operations.sheet import bring_in_sheet
from tests.boards.keeper import create_keeper
from tests.boards.sheets import a_row, csv_of
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
DISTRICTS = "Eskerdale\nTarnside\nWestmere"
TRUST = "Harbour Trust Board"


@pytest.fixture
def keeper(db) -> User:
    """The one person an empty service knows; theirs is the one partner."""
    return create_keeper()


@pytest.fixture
def window(keeper, live_server, page) -> Page:
    sign_in(page.context, live_server.url, keeper)
    page.goto(f"{live_server.url}/boards/")
    return page


def act(page: Page, address: str, *, said: str, choose: dict[str, str] | None = None, **fields: str) -> None:
    """A form by the names of its fields, read through and done; what the page says when it is done."""
    page.goto(address)
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    for name, label in (choose or {}).items():
        page.locator(f"select[name={name}]").select_option(label=label)
    page.get_by_role("button", name="Continue").click()
    page.locator("button[name=confirmed]").click()
    expect(page.get_by_text(said)).to_be_visible()


def set_up_partners(page: Page, url: str) -> None:
    for name, short, standing in (
        ("Harbour County Council", "Council", "Children’s services authority"),
        ("Harbour Health Trust", "Health Trust", "Relevant partner"),
        ("Eskerdale District Council", "Eskerdale", "District council"),
    ):
        said = "The partner is added."
        act(page, f"{url}/partners/add/", said=said, choose={"category": standing}, name=name, short_name=short)


def add_board(page: Page, url: str, name: str, kind: str, under: str = "") -> None:
    choose = {"kind": kind} | ({"under": under} if under else {})
    act(page, f"{url}/boards/add/", said="The board is set up.", choose=choose, name=name)


def test_4_2_a_county_stands_from_nothing_with_a_board_for_each_district(window, live_server):
    url = live_server.url
    set_up_partners(window, url)
    add_board(window, url, TRUST, "Trust board")
    add_board(window, url, "Harbour Executive Group", "Executive group", under=TRUST)
    act(window, f"{url}/boards/districts/add/", said="The districts are added.", names=DISTRICTS)
    choose = {"under": TRUST, "locality_of": TRUST}
    act(window, f"{url}/boards/districts/boards/", said="The boards are set up.", choose=choose)
    relation = f"{url}/boards/harbour-executive-group/relations/add/"
    choose = {"kind": "is accountable to", "to_board": TRUST}
    act(window, relation, said="How they stand to each other is put down.", choose=choose)
    window.goto(f"{url}/boards/picture/")
    drawn = window.locator("svg").first
    for name in (TRUST, "Eskerdale District Trust", "Tarnside District Trust", "Westmere District Trust"):
        expect(drawn.get_by_text(name)).to_be_visible()
    expect(drawn.get_by_text("is accountable to")).to_be_visible()
    clean(window)


@pytest.fixture
def board(keeper, window, live_server) -> Board:
    """A board that was set up and has nothing yet: neither terms nor seats."""
    set_up_partners(window, live_server.url)
    add_board(window, live_server.url, TRUST, "Trust board")
    return Board.objects.get(name=TRUST)


def attention(page: Page, url: str) -> list[str]:
    page.goto(f"{url}/boards/attention/")
    return page.locator("main table tbody tr").all_inner_texts()


def test_1_6_seats_terms_and_people_leave_less_to_attend_to(board, keeper, window, live_server):
    url, here = live_server.url, f"{live_server.url}{board.get_absolute_url()}"
    assert any("No terms of reference are in force" in line for line in attention(window, url))
    said = "The terms are set down."
    act(window, f"{here}terms/change/", said=said, quorum_members="2", quorum_partners="2")
    seats, added = f"{here}seats/add/", "Added."
    act(window, seats, said=added, choose={"partner": "Harbour County Council", "role": "Chair"})
    pair = "An officer and an elected member: a seat each"
    act(window, seats, said=added, choose={"partner": "Eskerdale District Council", "side": pair})
    act(window, seats, said=added, choose={"partner": "Harbour Health Trust"}, title="Medical Director")
    before = attention(window, url)
    assert sum("vacant" in line for line in before) == 4
    bring_in(window, keeper, url)
    after = attention(window, url)
    assert sum("is vacant" in line for line in after) == 2
    assert not any("terms" in line.casefold() for line in after)
    clean(window)


def bring_in(page: Page, keeper: User, url: str) -> None:
    """Two people in two of the seats from a sheet; the worker's part is done while the page asks for nothing."""
    today = f"{dt.date.today():%-d %B %Y}"
    told = {"Board": TRUST, "First_day": today}
    rows = (
        a_row("Carys Lanyon", **told, Partner="Council"),
        a_row("Dougal Sallow", **told, Partner="Health Trust", Post="Medical Director"),
    )
    page.goto(f"{url}/people/sheets/")
    sheet = {"name": "county.csv", "mimeType": "text/csv", "buffer": csv_of(*rows)}
    page.get_by_label("The sheet").set_input_files(sheet)
    page.get_by_role("button", name="Look through it").click()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("heading", name="It is being brought in")).to_be_visible()
    page.goto("about:blank")
    asked = PeopleSheet.objects.get(state="asked")
    bring_in_sheet.function(sheet_id=asked.pk, by_id=keeper.pk)
    page.goto(f"{url}{asked.get_absolute_url()}")
    expect(page.get_by_text("Two people")).to_be_visible()
