"""A report with its file, from the officer to whoever reads it, in a real browser (requirement 0.6, DOMAIN 13, 17)."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from boards.models import Board
from meetings.models import Meeting
from tests.factories import create_item, create_meeting
from tests.journeys.at_desk import clean, sign_in
from tests.meetings.papers import pdf

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(cast) -> Meeting:
    """Being prepared, at a board that anybody may know of and whose reports need a comment."""
    Board.objects.filter(pk=cast.board.pk).update(visibility=Board.Visibility.PUBLIC)
    cast.board.terms.update(report_comments="Monitoring Officer", report_checks="Consultation")
    meeting = create_meeting(cast.board, timezone.localdate() + dt.timedelta(days=30), state="preparing")
    create_item(meeting, "Transition strategy", number="1.1")
    return meeting


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    sign_in(page.context, live_server.url, cast.clerk)
    return page


def typed(page: Page, label: str, words: str) -> None:
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(words)


def add_paper(page: Page, at: str, title: str, *, exempt: bool = False) -> None:
    """With the keyboard, but for the file, which a browser takes from its own window."""
    page.goto(at)
    page.get_by_role("link", name="Add a paper to 1.1 Transition strategy").press("Enter")
    typed(page, "Title", title)
    page.get_by_label("Its file").set_input_files({"name": "r.pdf", "mimeType": "application/pdf", "buffer": pdf(2)})
    if exempt:
        page.get_by_label("Appendix").check()
        page.locator("summary").press("Enter")
        typed(page, "Exempt under these paragraphs of Schedule 12A", "3")
        typed(page, "Why the public interest favours keeping it closed", "Prices.")
    clean(page)
    page.get_by_role("button", name="Add the paper").press("Enter")
    expect(page.get_by_text("The paper is on the agenda.")).to_be_visible()


def give_comment(page: Page) -> None:
    page.get_by_role("link", name="Put it down").press("Enter")
    page.get_by_label("They have no comment").press("Space")
    clean(page)
    page.get_by_role("button", name="Put it down").press("Enter")
    expect(page.get_by_text("The comment is put down.")).to_be_visible()


def reads(browser, live_server, at: str, user=None) -> Page:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    if user:
        sign_in(context, live_server.url, user)
    page = context.new_page()
    page.goto(at)
    return page


def test_0_6_and_4_12_a_report_goes_out_with_its_agenda_and_the_exempt_paper_to_members_alone(
    cast, clerk, live_server, meeting, browser
):
    at = f"{live_server.url}{meeting.get_absolute_url()}"
    add_paper(clerk, at, "Price list", exempt=True)
    add_paper(clerk, at, "The strategy")
    clean(clerk)
    clerk.goto(at)
    expect(clerk.get_by_text("lacks the comments of the Monitoring Officer").first).to_be_visible()
    clerk.get_by_role("link", name="The strategy", exact=True).press("Enter")
    give_comment(clerk)
    clerk.goto(f"{at}call/")
    expect(clerk.get_by_text("Not answered: Consultation.")).to_be_visible()
    clerk.get_by_role("button", name="Call the meeting").press("Enter")
    expect(clerk.get_by_text("is called.")).to_be_visible()
    member = reads(browser, live_server, at, cast.member)
    expect(member.get_by_role("link", name="Price list", exact=True)).to_be_visible()
    public = reads(browser, live_server, at)
    expect(public.get_by_text("Price list")).to_have_count(0)
    public.get_by_role("link", name="The strategy", exact=True).press("Enter")
    expect(public.get_by_text("two pages").first).to_be_visible()
    clean(public)
    with public.expect_download() as handed:
        public.get_by_role("link", name="Open the report").press("Enter")
    assert handed.value.suggested_filename == "r.pdf"
