"""Twelve districts return, one is silent: shown so, chased, returns late, revises; shared; printed (4.11, H13)."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from boards.models import Board, User
from commissioning.models import Period, Reporter, Scheme
from commissioning.operations.chase_returns import mail_chased
from commissioning.rules.schemes import SIX_AREAS
from tests.commissioning.returning import create_district, create_period, create_reporter, create_scheme, say
from tests.factories import create_board
from tests.journeys.at_desk import clean, sign_in
from tests.journeys.officer import pages_of
from tests.worker import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
ELEVEN = [f"District {number}" for number in range(1, 12)]


@pytest.fixture
def scheme(cast) -> Scheme:
    """Six areas over twelve districts; eleven have returned for the quarter that is due."""
    found = create_scheme(cast, areas=6)
    for area, title in zip(found.areas.all(), SIX_AREAS, strict=True):
        area.title = title
        area.save()
    period = create_period(found, 1)
    board, officer = create_district(cast, "East")
    for place, name in enumerate(ELEVEN):
        reporter = create_reporter(found, board if not place else create_board(name), position=place)
        by = cast.clerk if place else officer
        say(period, reporter, by, "green", "amber", "red", "green", "green", "amber")
    return found


@pytest.fixture
def silent(cast, scheme) -> tuple[Board, User, Reporter]:
    board, officer = create_district(cast, "West")
    return board, officer, create_reporter(scheme, board, position=99)


def window(new_context, live_server, user: User) -> Page:
    context = new_context()
    sign_in(context, live_server.url, user)
    return context.new_page()


def press(page: Page, role, name: str) -> None:
    page.get_by_role(role, name=name).first.press("Enter")


def chase(clerk: Page) -> None:
    """Whom it reaches is read first."""
    press(clerk, "link", "Chase one silent reporter")
    expect(clerk.get_by_label("West District Trust: Officer of West")).to_be_checked()
    clean(clerk)
    press(clerk, "button", "Continue")
    expect(clerk.get_by_text("west@example.org")).to_be_visible()
    press(clerk, "button", "Send the e-mails")
    expect(clerk.get_by_text("They are written to.")).to_be_visible()


def fill(officer: Page, colours: list[str]) -> None:
    for title, colour in zip(SIX_AREAS, colours, strict=True):
        area = officer.get_by_role("group", name=title, exact=True)
        area.get_by_label(colour, exact=True).check()
        area.get_by_label("Reason").fill(f"It is {colour.lower()} for West.")


def put_down(officer: Page) -> None:
    press(officer, "button", "Continue")
    expect(officer.get_by_role("heading", name="Read it through")).to_be_visible()
    clean(officer)
    press(officer, "button", "Put the return down")
    expect(officer.get_by_text("The return is put down.")).to_be_visible()


def return_late_and_revise(officer: Page, address: str) -> None:
    officer.goto(f"{address}/budgets/returns/")
    clean(officer)
    press(officer, "link", "Return for West District Trust: Quarter 2")
    press(officer, "button", "Continue")
    expect(officer.get_by_role("alert")).to_contain_text("Choose red, amber or green for “Safeguarding”.")
    fill(officer, ["Green"] * 6)
    clean(officer)
    put_down(officer)
    expect(officer.get_by_text("days late").first).to_be_visible()
    press(officer, "link", "Revise the return")
    safeguarding = officer.get_by_role("group", name="Safeguarding", exact=True)
    safeguarding.get_by_label("Red", exact=True).check()
    safeguarding.get_by_label("Reason").fill("Two checks were not done.")
    put_down(officer)
    expect(officer.get_by_text("revised once")).to_be_visible()
    clean(officer)


def share(clerk: Page) -> None:
    press(clerk, "link", "Share it")
    expect(clerk.get_by_text("stands there as “No return”")).to_be_visible()
    clean(clerk)
    press(clerk, "button", "Share it")
    expect(clerk.get_by_text("“Quarter 2” is shared.")).to_be_visible()


def printed(page: Page, keep) -> str:
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF", exact=True).click()
    download.value.save_as(keep)
    return pages_of(keep)


def test_h13_twelve_districts_return_and_one_is_silent(cast, scheme, silent, live_server, new_context, tmp_path):
    clerk = window(new_context, live_server, cast.clerk)
    clerk.goto(f"{live_server.url}{scheme.get_absolute_url()}")
    row = clerk.get_by_role("row", name="West District Trust")
    expect(row.get_by_text("No return")).to_have_count(6)
    expect(clerk.locator("#count")).to_contain_text("six no return")
    clean(clerk)
    chase(clerk)
    assert do(mail_chased) == ["west@example.org"]
    return_late_and_revise(window(new_context, live_server, silent[1]), live_server.url)
    clerk.reload()
    expect(row.get_by_text("No return")).to_have_count(0)
    share(clerk)
    member = window(new_context, live_server, cast.member)
    member.goto(f"{live_server.url}{scheme.get_absolute_url()}")
    member.get_by_role("row", name="West District Trust").get_by_role("link", name="Red").press("Enter")
    expect(member.get_by_text("Two checks were not done.").first).to_be_visible()
    expect(member.get_by_text("It is green for West.")).to_be_visible()
    clean(member)
    member.go_back()
    words = printed(member, tmp_path / "map.pdf")
    assert "No return: it was asked, and nothing was said." in " ".join(words.split())
    assert "R Red" in " ".join(words.split())
    assert Period.objects.get().shared_at.date() >= dt.date(2026, 1, 1)
