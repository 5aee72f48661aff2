"""A pool from nothing to where money may be given out of it, by keyboard in a browser (1.16 ii, 1.17, 3.5, gap 3)."""

import re

import pytest
from playwright.sync_api import expect

from boards.models import Adoption
from commissioning.models import AgreementContent, Contribution, Fund
from commissioning.rules.years import financial_year, year_of
from tests.boards.agreed import ASKED, TODAY, create_agreement
from tests.journeys.at_desk import clean, sign_in
from tests.journeys.test_plan import Planner

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
YEAR = year_of(TODAY)
NAMED = financial_year(YEAR)
CHOSEN = ("What it is", "Host partner", "Agreement it rests on", "Partner")


@pytest.fixture
def agreement(cast):
    """Asked of both partners, and adopted by them: what it says is not put down yet."""
    made = create_agreement(cast, "Pooling agreement", clauses=0, kind="section_75")
    for partner in (cast.council, cast.health):
        Adoption.objects.create(agreement=made, partner=partner, answer="agreed", by_body="Cabinet", decided_date=ASKED)
    return made


@pytest.fixture
def officer(cast, agreement, live_server, page) -> Planner:
    sign_in(page.context, live_server.url, cast.clerk)
    return Planner(page, live_server.url)


def fill(officer: Planner, answers: dict[str, str]) -> None:
    """Each box by its label; what is to be chosen has its label in CHOSEN."""
    for label, said in answers.items():
        box = officer.page.get_by_role("main").get_by_label(label, exact=False).first
        box.select_option(label=said) if label in CHOSEN else box.fill(said)


def act(officer: Planner, answers: dict[str, str], button: str) -> None:
    """A form filled in, read through and done; its page says so."""
    fill(officer, answers)
    officer.press("Continue")
    officer.press(button)
    expect(officer.page.get_by_role("heading", name="Read it through")).to_be_hidden()


def add_pool(officer: Planner) -> None:
    officer.open("/budgets/funds/")
    officer.sees("Funds that your boards pool, align or are granted would stand here.")
    officer.follow("Add a fund")
    fill(officer, {"Name": "Early help pool", "What it is": "Pooled", "Risk share": "None"})
    fill(officer, {"Host partner": "Northshire County Council", "Pool manager": "Head of Pools", "Amount": "£13,245M"})
    officer.press("Continue")
    officer.sees("Enter an amount either in full, with commas, or in millions or thousands")
    clean(officer.page)
    fill(officer, {"Amount": "", "What it is for": f"https://www.example.org/{'papers' * 20}"})
    officer.press("Continue")
    officer.sees("Not yet confirmed")
    clean(officer.page)
    officer.sees("A pooled fund needs its agreement before money is given out of it.")
    officer.press("Save it")
    officer.follow("Early help pool")
    officer.sees("One thing is missing in law.")


def test_1_16_ii_a_pool_opens_when_each_of_the_seven_is_said(officer, agreement):
    add_pool(officer)
    officer.follow("Change what is set down")
    act(officer, {"Agreement it rests on": str(agreement), "Why it is changed": "It is signed"}, "Save it")
    officer.sees("Seven things are missing in law.")
    officer.follow("What is missing, and whom to ask")
    officer.sees("Until all of it is there, nothing may be given out of this fund.")
    clean(officer.page)
    for content in AgreementContent.Content:
        officer.page.get_by_role("link", name=re.compile(rf"^Say where ?: {re.escape(content.label)}")).focus()
        officer.page.keyboard.press("Enter")
        act(officer, {"Or where in the document": "schedule 2, page 14"}, "Put it down")
    officer.sees("Nothing is missing.")
    officer.open(Fund.objects.get().get_absolute_url())
    officer.sees("Its agreement is in force, adopted by everyone who puts something in, and says all seven things.")


def test_1_17_cash_and_posts_stand_apart_and_a_variation_stays(officer, cast):
    add_pool(officer)
    for partner, kind, more in (
        ("Northshire County Council", "Cash", {"Amount": "100k"}),
        ("Northshire Health Trust", "Staff", {"Full-time equivalents": "1.5"}),
    ):
        officer.follow("Add a contribution")
        officer.page.get_by_role("radio", name=kind).check()
        act(officer, {"Partner": partner, **more}, "Add it")
    officer.sees("One contribution of staff is not valued.")
    officer.follow("Cash of")
    officer.follow("Vary it by a resolution")
    act(officer, {"Amount for the year": "80k", "Why": "Half a year of it"}, "Vary it")
    officer.sees("£100,000 (“100k”)")
    officer.sees("£80,000 (“80k”)")
    clean(officer.page)
    assert Contribution.objects.filter(fund__name="Early help pool").count() == 2


def test_46_a_years_reports_are_owed_silent_and_a_closed_year_keeps_still(officer):
    add_pool(officer)
    officer.follow("Set the days of a year’s reports")
    act(officer, {"Financial year": financial_year(YEAR - 1)}, "Set the days")
    officer.sees("Silent")
    clean(officer.page)
    officer.follow("Say what there is in a year")
    act(officer, {"Amount of that year": "162k"}, "Put it down")
    officer.sees("The year holds £162,000 (“162k”).")
    officer.follow(f"Close {NAMED}")
    act(officer, {"How it ended": "Even"}, f"Close {NAMED}")
    officer.follow("Add a contribution")
    fill(officer, {"Partner": "Northshire County Council", "Amount": "5k"})
    officer.press("Continue")
    officer.sees(f"{NAMED} of this fund was closed on")
    clean(officer.page)
