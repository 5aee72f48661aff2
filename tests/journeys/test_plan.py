"""A plan that the year’s meetings bring, and an action plan that comes back, in a browser (1.8, 2.18, 2.23)."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from commissioning.models import Plan
from meetings.models import Meeting, YearlyMeeting
from tests.commissioning.planned import TODAY, YEAR, create_decision, create_purposes
from tests.journeys.at_desk import clean, sign_in
from trust.tools.words import short_date

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

#: The year before this one, so that each of its days is past.
OF = YEAR - 1
NAMED = f"{OF}/{(OF + 1) % 100:02}"
JUNE, NOVEMBER, MARCH = dt.date(OF, 6, 3), dt.date(OF, 11, 4), dt.date(OF + 1, 3, 10)


class Planner:
    """The officer, at the pages of one plan."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base

    def open(self, path: str) -> None:
        self.page.goto(f"{self.base}{path}")

    def press(self, name: str) -> None:
        """By keyboard alone."""
        button = self.page.get_by_role("main").get_by_role("button", name=name, exact=True)
        button.focus()
        self.page.keyboard.press("Enter")

    def follow(self, name: str) -> None:
        link = self.page.get_by_role("main").get_by_role("link", name=name).first
        link.focus()
        self.page.keyboard.press("Enter")

    def day(self, legend: str, day: dt.date) -> None:
        group = self.page.get_by_role("group", name=legend)
        for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            group.get_by_label(label).fill(str(number))

    def sees(self, words: str) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)

    def take(self, plan: Plan, label: str, day: dt.date, words: str = "", *, is_cited: bool = False) -> None:
        """A step of the year, read through and put down; with the first decision there is to cite, if it is cited."""
        self.open(plan.get_absolute_url())
        link = self.page.get_by_role("link", name=re.compile(rf"^{label} ?: put it down for {OF}"))
        link.focus()
        self.page.keyboard.press("Enter")
        self.day("On", day)
        if is_cited:
            self.page.get_by_label("By which decision").select_option(index=1)
        if words:
            self.page.get_by_role("main").locator("textarea").fill(words)
        self.press("Continue")
        self.press("Put it down")
        expect(self.page.get_by_text("Saved.").first).to_be_visible()


@pytest.fixture
def planner(cast, live_server, page) -> Planner:
    create_purposes(cast.board)
    sign_in(page.context, live_server.url, cast.clerk)
    return Planner(page, live_server.url)


def put_down(planner: Planner) -> Plan:
    """The plan, and which meeting of the year takes which of its steps."""
    planner.open("/budgets/")
    planner.follow("Plans")
    planner.follow("Put down a plan")
    planner.page.get_by_label("What it is called").fill("Plan for children")
    planner.day("First day", dt.date(OF, 4, 1))
    clean(planner.page)
    planner.press("Continue")
    planner.press("Put it down")
    planner.follow("Plan for children")
    planner.follow("Say which meeting takes which step")
    taken = ("The plan and its resources", "It is reviewed", "The year is signed off")
    for label, purpose in zip(taken, YearlyMeeting.objects.all(), strict=True):
        planner.page.get_by_label(label).select_option(label=str(purpose))
    planner.press("Continue")
    planner.press("Tie them")
    expect(planner.page.get_by_text("Saved.").first).to_be_visible()
    return Plan.objects.get()


def make_year(planner: Planner, board: str) -> None:
    """The three meetings together."""
    planner.open(f"/boards/{board}/year/create/?year={OF}")
    for legend, day in zip(("Agree the plan", "Mid-year review", "End of year"), (JUNE, NOVEMBER, MARCH), strict=True):
        planner.day(legend, day)
    planner.page.get_by_label("They start").fill("2pm")
    planner.page.get_by_label("Where").fill("Civic Centre")
    planner.press("Continue")
    planner.page.get_by_role("main").get_by_role("button", name="Make").click()
    expect(planner.page.get_by_role("heading", name="The year from")).to_be_visible()


def test_1_8_the_years_meetings_bring_the_plan_which_is_held_and_taken_up_again(cast, planner):
    plan = put_down(planner)
    make_year(planner, cast.board.slug)
    for meeting, words in zip(
        Meeting.objects.order_by("date"), ("plan and resources", "mid-year", "sign-off"), strict=True
    ):
        planner.open(meeting.get_absolute_url())
        planner.sees(f"Plan for children, {NAMED}: {words}" if words != "sign-off" else "end-of-year sign-off")
        planner.sees(f"For {NAMED} nothing has been agreed yet.")
    planner.take(plan, "Outline agreed", dt.date(OF, 4, 22), "Five priorities.")
    planner.take(plan, "On hold", dt.date(OF, 5, 6), "The inspection takes everybody’s time.")
    planner.sees(f"It has been on hold since 6 May {OF}: The inspection takes everybody’s time.")
    clean(planner.page)
    planner.take(plan, "Taken up again", dt.date(OF, 5, 27))
    planner.sees(f"Next, it is to be agreed, with its resources: the meeting on {short_date(JUNE)} passed without it.")


def test_1_8_the_year_goes_from_plan_to_sign_off(cast, planner):
    plan = put_down(planner)
    make_year(planner, cast.board.slug)
    create_decision(cast, JUNE, "The plan for children, and £162,000 for it, are agreed.")
    planner.take(plan, "Agreed", JUNE, "£162,000 of the grant.", is_cited=True)
    planner.sees(f"Next, it is to be reviewed, and its spending adjusted: the meeting on {short_date(NOVEMBER)}")
    planner.sees("By decision")
    planner.take(plan, "Reviewed", NOVEMBER, "£10,000 goes from hubs to feeding.")
    planner.take(plan, "Signed off", MARCH)
    planner.sees(f"it was signed off on {short_date(MARCH)}")
    planner.sees("£10,000 goes from hubs to feeding.")
    clean(planner.page)


def test_2_18_an_action_plan_comes_back_to_the_board_by_itself(cast, planner):
    planner.open("/budgets/priorities/")
    planner.follow("Add a priority")
    planner.page.get_by_label("What comes first").fill("Feeding babies well")
    planner.press("Continue")
    planner.press("Add it")
    planner.follow("Feeding babies well")
    planner.follow("Add a milestone")
    planner.page.get_by_label("Milestone").fill("Peer supporters trained")
    planner.day("To be reached by", TODAY - dt.timedelta(days=2))
    planner.press("Continue")
    planner.press("Add it")
    planner.sees("Two days late")
    planner.follow("Add an action")
    planner.page.get_by_label("What is to be done?").fill("Find rooms for the drop-in")
    planner.page.get_by_label("Who by").fill("Joss Lindqvist")
    planner.press("Continue")
    planner.press("Add it to the log")
    planner.sees("Find rooms for the drop-in")
    clean(planner.page)
    say_how_often(planner)
    comes_on_the_agenda(planner, cast.board.slug)


def comes_on_the_agenda(planner: Planner, board: str) -> None:
    """Of the next meeting that is prepared, with how the plan stands and the way to it."""
    planner.open(f"/boards/{board}/")
    planner.follow("Call a meeting")
    planner.day("Date", TODAY + dt.timedelta(days=20))
    planner.page.get_by_label("Starts").fill("2pm")
    planner.press("Make the agenda")
    made, doubted = planner.page.get_by_text("Nobody else sees this agenda yet"), planner.page.get_by_label("Yes, this")
    expect(made.or_(doubted)).to_be_visible()
    if doubted.is_visible():
        doubted.check()
        planner.press("Make the agenda")
    expect(made).to_be_visible()
    planner.sees("Action plan: Feeding babies well")
    planner.follow("The action plan: one milestone is to be reached, one is late; one action is open.")
    planner.sees("Comes back to the board on")
    clean(planner.page)


def say_how_often(planner: Planner) -> None:
    planner.follow("Say how often it comes back")
    planner.page.get_by_label("so many months").fill("6")
    planner.day("First on or after", TODAY)
    planner.press("Continue")
    planner.press("Set it")
    expect(planner.page.get_by_text("Saved.").first).to_be_visible()
