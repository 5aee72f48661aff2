"""Money of a decision from its words to its owner's agreement, in a real browser (requirement 1.16)."""

import pytest
from playwright.sync_api import Page, expect

from meetings.models import Decision
from meetings.operations.dispute import follow_outcome
from tests.journeys.at_desk import clean, sign_in
from tests.meetings.minuted import HELD, HERE
from tests.meetings.spending import create_decision, create_line

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def at(decision: Decision, what: str = "") -> str:
    return f"{HERE}decisions/{decision.block.key}/{what}"


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    sign_in(page.context, live_server.url, cast.clerk)
    return page


@pytest.fixture
def disputed(cast) -> Decision:
    """The status quo recorded over £162,000 of the Health Trust’s money, the dispute open."""
    decision = create_decision(cast, state="circulated", outcome="status_quo")
    create_line(decision, cast.health)
    follow_outcome(decision=decision, by=cast.clerk, on=HELD)
    return decision


def test_the_clerk_says_whose_money_it_is_and_who_agreed_there(cast, clerk, live_server):
    decision = create_decision(cast)
    clerk.goto(live_server.url + at(decision))
    clean(clerk)
    clerk.get_by_role("link", name="Write down £162,000").press("Enter")
    clerk.get_by_label("Whose money").select_option(label=cast.health.name)
    clerk.get_by_label("What for").fill("The forum")
    clean(clerk)
    clerk.keyboard.press("Enter")
    expect(clerk.get_by_role("row", name="Northshire Health Trust")).to_contain_text("Has not answered")
    clerk.get_by_role("link", name="Enter its answer").press("Enter")
    clerk.get_by_label("Agreed", exact=True).check()
    clerk.get_by_label("At the meeting", exact=True).check()
    clerk.get_by_label("If at the meeting: by whom").select_option(label="Joss Lindqvist")
    clean(clerk)
    clerk.get_by_role("button", name="Continue").press("Enter")
    expect(clerk.get_by_text("Said at the meeting by")).to_be_visible()
    clean(clerk)
    clerk.get_by_role("button", name="Enter the answer").press("Enter")
    expect(clerk.get_by_role("row", name="Northshire Health Trust")).to_contain_text("Joss Lindqvist, at the meeting")


def test_1_16_its_representative_finds_it_on_home_and_agrees(cast, page, live_server, disputed):
    sign_in(page.context, live_server.url, cast.member)
    page.goto(live_server.url)
    page.get_by_role("link", name="Answer on £162,000 of Health Trust money", exact=True).press("Enter")
    page.get_by_label("Agreed", exact=True).check()
    clean(page)
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.get_by_role("button", name="Give this answer")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Give this answer").press("Enter")
    expect(page.get_by_role("heading", name="Money you are asked about")).to_be_visible()
    expect(page.get_by_text("when Northshire Health Trust agreed")).to_be_visible()
    clean(page)
    page.goto(live_server.url + at(disputed))
    expect(page.get_by_text("Stands", exact=True)).to_be_visible()
    clean(page)


def test_the_dispute_is_read_and_settled_on_clean_pages(clerk, live_server, disputed):
    places = ["", "dispute/", "dispute/closes/", "dispute/negotiators/add/", "dispute/consultations/add/"]
    for place in [*places, "dispute/end/", f"consent/{disputed.spending.get().partner.slug}/"]:
        clerk.goto(live_server.url + at(disputed, place))
        clean(clerk)
    clerk.goto(f"{live_server.url}/boards/executive-group/disputes/")
    clean(clerk)
