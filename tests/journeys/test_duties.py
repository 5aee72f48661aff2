"""Duties, who answers for what, and issues that wait, in a real browser (issue 5 §4)."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from boards.models import Duty, Post, Submission
from boards.operations.access import refresh_board_access
from tests.boards.agreed import TODAY
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def keeper(cast, live_server, page) -> Page:
    Post.objects.create(person=cast.person("clerk"), partner=cast.council, keeps_register=True)
    for board in (cast.board, cast.other_board):
        refresh_board_access(board, on=TODAY)
    sign_in(page.context, live_server.url, cast.clerk)
    return page


def by_keyboard(page: Page, role, name: str) -> None:
    page.get_by_role(role, name=name).first.focus()
    page.keyboard.press("Enter")


def test_0_9_a_duty_is_set_down_and_met_by_keyboard(cast, keeper, live_server):
    keeper.goto(f"{live_server.url}/boards/")
    by_keyboard(keeper, "link", "duties and what meets them")
    by_keyboard(keeper, "link", "Set down a duty")
    keeper.get_by_label("What it is called").fill("Children’s trusts are in place")
    keeper.get_by_label("What it is", exact=True).select_option(label="Duty in law")
    keeper.get_by_role("textbox", name="Source", exact=True).fill("Children Act 2004, s. 10")
    clean(keeper)
    by_keyboard(keeper, "button", "Continue")
    by_keyboard(keeper, "button", "Set it down")
    expect(keeper.get_by_text("One entry, one unmet")).to_be_visible()
    clean(keeper)
    by_keyboard(keeper, "link", "Children’s trusts are in place")
    by_keyboard(keeper, "link", "Say what meets it")
    keeper.get_by_label("Board that meets it").select_option(label="Executive Group")
    by_keyboard(keeper, "button", "Continue")
    by_keyboard(keeper, "button", "Put it down")
    expect(keeper.get_by_text("Met", exact=True)).to_be_visible()
    clean(keeper)


def test_3_4_an_issue_is_answered_by_keyboard(cast, keeper, live_server):
    sent = {"to_body": "the Department", "sent_date": dt.date(2003, 3, 31), "outcome": "unsuccessful"}
    bid = Submission.objects.create(board=cast.board, title="Pathfinder trust", **sent)
    keeper.goto(f"{live_server.url}{bid.get_absolute_url()}")
    by_keyboard(keeper, "link", "Put down issues")
    keeper.get_by_label("The issues, each on a line").fill("1. Budgets to pool\n2. A section 31 agreement")
    by_keyboard(keeper, "button", "Continue")
    by_keyboard(keeper, "button", "Put them down")
    by_keyboard(keeper, "link", "Answer issue 1")
    keeper.get_by_label("Response").fill("Two budgets are pooled from April.")
    by_keyboard(keeper, "button", "Continue")
    by_keyboard(keeper, "button", "Put it down")
    expect(keeper.get_by_text("One issue unanswered")).to_be_visible()
    clean(keeper)
    keeper.goto(f"{live_server.url}{cast.board.get_absolute_url()}")
    expect(keeper.get_by_role("link", name="One of the two issues raised")).to_be_visible()
    clean(keeper)


def test_0_12_who_answers_for_what_is_put_down_from_the_partners_page(cast, keeper, live_server):
    Duty.objects.create(title="Health Act 1999", kind="power", source="s. 31")
    keeper.goto(f"{live_server.url}{cast.health.get_absolute_url()}")
    by_keyboard(keeper, "link", "Say to whom its staff answer")
    keeper.get_by_label("For what").fill("Professional development")
    keeper.get_by_label("They answer to").fill("Director of Nursing")
    by_keyboard(keeper, "button", "Continue")
    by_keyboard(keeper, "button", "Put it down")
    expect(keeper.get_by_role("rowheader", name="Professional development")).to_be_visible()
    clean(keeper)
    by_keyboard(keeper, "link", "Accountabilities of all partners")
    expect(keeper.get_by_text("One accountability", exact=True)).to_be_visible()
    clean(keeper)
