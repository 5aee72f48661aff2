"""Executive decisions, their notices and a board's year by keyboard alone, in a real browser (DOMAIN rules 19, 20)."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from boards.models import Board
from meetings.models import Decision, YearlyMeeting
from tests.journeys.at_desk import clean, sign_in
from tests.meetings.deciding import create_to_decide
from tests.meetings.minuted import HERE
from tests.meetings.neighbours import in_days

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def decision(cast) -> Decision:
    """Recorded, at a board that anybody may know of and that takes executive decisions."""
    Board.objects.filter(pk=cast.board.pk).update(visibility=Board.Visibility.PUBLIC)
    made = create_to_decide(cast, is_executive=True)
    made.recorded_at, made.recorded_by, made.outcome = timezone.now(), cast.clerk, "carried"
    made.save()
    return made


@pytest.fixture
def clerk(cast, live_server, page) -> Page:
    sign_in(page.context, live_server.url, cast.clerk)
    return page


def typed(page: Page, label: str, words: str) -> None:
    page.get_by_label(label).focus()
    page.keyboard.type(words)


def test_domain_19_the_clerk_states_a_decision_with_the_keyboard(clerk, live_server, decision):
    clerk.goto(f"{live_server.url}{HERE}decisions/{decision.block.key}/")
    clerk.get_by_role("link", name="Write the statement").press("Enter")
    typed(clerk, "Reasons for the decision", "It costs least.")
    typed(clerk, "Alternatives considered", "Option 2, as dearer.")
    clean(clerk)
    clerk.get_by_role("button", name="Continue").press("Enter")
    expect(clerk.get_by_role("heading", name="Read it through")).to_be_visible()
    clean(clerk)
    clerk.get_by_role("button", name="Make the statement").press("Enter")
    expect(clerk.get_by_text("The statement is made.")).to_be_visible()
    expect(clerk.get_by_text("Option 2, as dearer.")).to_be_visible()
    clean(clerk)


def test_domain_20_a_notice_is_drawn_up_and_published_with_the_keyboard(clerk, live_server, decision, browser):
    at, day = f"{live_server.url}/boards/executive-group/key-decisions/", in_days(90)
    clerk.goto(at)
    clerk.get_by_role("link", name="Give notice").press("Enter")
    typed(clerk, "The matter to be decided", "A contract for schools")
    for part in ("day", "month", "year"):
        typed(clerk, part.capitalize(), str(getattr(day, part)))
    clean(clerk)
    clerk.get_by_role("button", name="Draw it up").press("Enter")
    clerk.get_by_role("link", name="Publish the notice").press("Enter")
    clerk.get_by_role("button", name="Publish", exact=True).press("Enter")
    expect(clerk.get_by_text("The notice is published.")).to_be_visible()
    clean(clerk)
    public = browser.new_context().new_page()
    public.goto(at)
    expect(public.get_by_role("link", name="A contract for schools")).to_be_visible()
    clean(public)
    public.context.close()


def test_1_8_the_missing_meeting_is_made_with_the_keyboard(cast, clerk, live_server):
    YearlyMeeting.objects.create(board=cast.board, purpose="Agree the plan", month=3, position=1)
    clerk.goto(f"{live_server.url}/boards/executive-group/year/?year=2031")
    expect(clerk.get_by_text("No meeting is in the calendar for “Agree the plan”.")).to_be_visible()
    clean(clerk)
    clerk.get_by_role("link", name="Make the missing meetings").press("Enter")
    for part, value in zip(("Day", "Month", "Year"), ("11", "3", "2031"), strict=True):
        typed(clerk, part, value)
    clean(clerk)
    clerk.get_by_role("button", name="Continue").press("Enter")
    clerk.get_by_role("button", name="Make these meetings").press("Enter")
    expect(clerk.get_by_role("link", name="Tuesday 11 March 2031")).to_be_visible()
    clean(clerk)
    assert cast.board.meetings.get().date == dt.date(2031, 3, 11)
