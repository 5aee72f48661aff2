"""The round of requirement 2.14 typed in as the paper tells it, and a finance lead consenting after the meeting."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from commissioning.models import Allocation
from commissioning.operations.allocation import say_whose
from meetings.models import Dispute
from tests.commissioning.ledger import (
    BIDS,
    BODIES,
    K,
    create_allocation,
    create_confirming,
    create_fund,
    create_resolution,
    create_round,
    create_share,
    create_spending,
)
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    sign_in(page.context, live_server.url, cast.clerk)
    return page


def go_on(page: Page, last: str) -> None:
    """Read through, then done, with the keyboard."""
    clean(page)
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.get_by_role("heading", name="Read it through")).to_be_visible()
    clean(page)
    page.get_by_role("button", name=last).press("Enter")


def divide(page: Page) -> None:
    page.get_by_role("link", name="Divide the pot").press("Enter")
    page.get_by_label("Bodies that are no board here").fill("\n".join(BODIES))
    page.get_by_label("To each of them").fill("162k")
    go_on(page, "Divide it")


def bid_and_allocate(page: Page, title: str, asked: int, got: int) -> None:
    page.get_by_role("link", name="Put down a bid").press("Enter")
    page.get_by_label("What it is for").fill(title)
    page.get_by_label("Against which share").select_option(label="Be Safe")
    page.get_by_label("Who asks").fill("Crew")
    page.get_by_label("Asked").fill(f"{asked}k")
    go_on(page, "Put it down")
    page.get_by_role("link", name=title).press("Enter")
    page.get_by_role("link", name="Allocate to it").press("Enter")
    page.get_by_label("Allocated").fill(f"{got}k")
    page.get_by_role("button", name="Continue").press("Enter")
    if got == 83:
        expect(page.get_by_role("alert")).to_contain_text("£171,000, £9,000 over the share of £162,000 (5.6%)")
        page.get_by_label("If it goes over what there is: why").fill("Two themes stand in one line")
        clean(page)
        page.get_by_role("button", name="Continue").press("Enter")
    page.get_by_role("button", name="Allocate it").press("Enter")
    expect(page.get_by_text("It is allocated, provisionally.")).to_be_visible()


def test_2_14_the_round_is_typed_in_and_the_product_says_what_the_paper_did_not(cast, clerk, live_server):
    one = create_round(cast, create_fund(cast), confirming_board=create_confirming(cast))
    at = live_server.url + one.get_absolute_url()
    clerk.goto(at)
    divide(clerk)
    for title, asked, got in BIDS:
        clerk.goto(at)
        bid_and_allocate(clerk, title, asked, got)
    clerk.goto(at)
    sums = "Allocations come to £171,000, £9,000 over the share of £162,000 (5.6%)."
    expect(clerk.get_by_role("row", name="Be Safe").first).to_contain_text(sums)
    told = "£393,000 asked, £171,000 allocated: 43.5% met, £222,000 unmet."
    expect(clerk.get_by_text(told).first).to_be_visible()
    expect(clerk.get_by_text("until it does, what is allocated is provisional")).to_be_visible()
    clean(clerk)
    clerk.set_viewport_size({"width": 390, "height": 800})
    clean(clerk)
    clerk.goto(f"{live_server.url}/budgets/allocations/")
    expect(clerk.get_by_role("row", name="Young parents")).to_contain_text("Provisional")
    clean(clerk)


@pytest.fixture
def waiting(cast) -> Allocation:
    """£30,000 of the Health Trust’s money, over which the status quo remains."""
    decision = create_resolution(cast.board, cast.clerk, outcome="status_quo")
    Dispute.objects.create(decision=decision, opened_date=dt.date(2026, 5, 1)).partners.add(cast.health)
    line = create_spending(decision, cast.health, 30 * K)
    one = create_allocation(create_share(create_round(cast)), decision=decision, responsible=cast.health)
    say_whose(allocation=one, money={cast.health: (30 * K, line)}, by=cast.clerk, on=dt.date(2026, 5, 2))
    return one


def test_1_16_a_finance_lead_consents_after_the_meeting_and_it_stands_from_then(cast, page, live_server, waiting):
    sign_in(page.context, live_server.url, cast.member)
    page.goto(live_server.url + waiting.get_absolute_url())
    expect(page.get_by_text("Status quo", exact=True)).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Answer for its money").press("Enter")
    page.get_by_label("Agreed", exact=True).check()
    page.get_by_role("button", name="Continue").press("Enter")
    page.get_by_role("button", name="Give this answer").press("Enter")
    expect(page.get_by_role("heading", name="Money you are asked about")).to_be_visible()
    page.goto(live_server.url + waiting.get_absolute_url())
    expect(page.get_by_text("£30,000 stands since")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Report what is spent").press("Enter")
    page.get_by_label("Spent by then").fill("12k")
    page.get_by_label("Forecast by the end of the year").fill("33k")
    go_on(page, "Report it")
    expect(page.get_by_text("£3,000 over what was allocated (10.0%)")).to_be_visible()
    clean(page)
