"""Before it leaves the desk, in a real browser: each trap is found, followed, mended or set aside (demand 5)."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from actions.models import Action
from meetings.models import Minutes
from tests.factories import create_block, create_minutes
from tests.journeys.at_desk import clean, no_more, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SUMS = (
    "What was left was divided between five, which came to 162k each. These receive a part of it:\n\n"
    "- Boats 30k\n- Home 34k\n- Drink 24k\n- Parents 83k"
)
TRAPS = {
    "weekday": "“Wednesday 21 October 2025”: 21 October 2025 is a Tuesday.",
    "amounts": "The amounts come to 171k against the 162k stated, 9k over (5.6%).",
    "count": "The text says “two aims”, and three are listed.",
    "blank": "“[post]” is still to be filled in.",
    "undertaking": "“The plan is to be widely circulated.” Nobody is down for it.",
    "initials": "ZQ is nobody at this meeting.",
    "stranger": "Oyin Adeyemi is named, and is neither present nor in apologies.",
    "no_outcome": "Is for decision and has no decision.",
}


@pytest.fixture
def draft(item) -> Minutes:
    """A draft with eight traps, and nothing else amiss."""
    meeting = item.meeting
    minutes = create_minutes(meeting)
    create_block(minutes, meeting.items.get(number="2.2"), "Nothing new was said.", kind="noted")
    for text in (
        "The half day is on Wednesday 21 October 2025.",
        SUMS,
        "There are two aims:\n\n- To plan\n- To pay\n- To listen",
        "The report of the [post] was noted.",
        "The plan is to be widely circulated.",
        "ZQ agreed with it. Oyin Adeyemi spoke to it, and ZQ to thank her.",
    ):
        create_block(minutes, item, text)
    return minutes


@pytest.fixture
def check(page: Page, live_server, draft, cast) -> Page:
    """The check page in the clerk's browser."""
    sign_in(page.context, live_server.url, cast.clerk)
    at = reverse("meetings:check", args=[draft.meeting.board.slug, draft.meeting.address])
    page.goto(f"{live_server.url}{at}")
    yield page
    no_more(page.context)


def found(page: Page, sentence: str):
    return page.locator(".c-finding", has_text=sentence)


def test_demand_5_each_trap_is_found_and_marked_at_its_place(check):
    expect(check.locator(".c-finding")).to_have_count(len(TRAPS))
    for sentence in TRAPS.values():
        expect(found(check, sentence)).to_have_count(1)
        expect(check.locator(".c-found__one", has_text=sentence)).to_have_count(1)
    clean(check)


def test_a_finding_is_followed_to_its_paragraph_mended_and_gone(check, draft):
    found(check, TRAPS["weekday"]).get_by_role("link", name=re.compile("^Go to")).click()
    check.wait_for_selector("[data-desk][data-ready]")
    written = check.locator("textarea:focus")
    expect(written).to_have_value("The half day is on Wednesday 21 October 2025.")
    written.fill("The half day is on Tuesday 21 October 2025.")
    expect(check.locator("#saved")).to_contain_text("Saved ")
    check.keyboard.press("Control+Alt+Shift+K")
    check.wait_for_url("**/check/")
    expect(found(check, "21 October 2025")).to_have_count(0)
    expect(found(check, TRAPS["amounts"])).to_have_count(1)


def test_every_paragraph_leads_back_to_the_desk(check):
    check.get_by_role("link", name="Edit paragraph 4 of").click()
    check.wait_for_selector("[data-desk][data-ready]")
    expect(check.locator("textarea:focus")).to_have_value("The report of the [post] was noted.")


def test_2_8_a_promise_becomes_an_action_or_is_none(check):
    found(check, TRAPS["undertaking"]).get_by_role("button", name=re.compile("^Make it an action")).click()
    expect(check.get_by_role("status")).to_contain_text("is in the log")
    assert Action.objects.get().text == "The plan is to be widely circulated."
    expect(found(check, "“The plan is to be widely circulated.” Nobody is down for it.")).to_have_count(0)
    expect(found(check, "nobody is named to do it.")).to_have_count(1)


def test_a_warning_is_set_aside_and_taken_up_again(check):
    found(check, TRAPS["stranger"]).get_by_role("button", name=re.compile("^Set aside")).click()
    expect(check.get_by_role("status")).to_contain_text("Set aside.")
    check.get_by_text("One finding is set aside").click()
    put = check.locator("details .c-finding")
    expect(put).to_contain_text("Kirsty Sandhu")
    clean(check)
    put.get_by_role("button", name=re.compile("^Take up again")).click()
    expect(check.locator("details .c-finding")).to_have_count(0)
    expect(found(check, TRAPS["stranger"])).to_have_count(1)


def test_what_the_board_lets_stop_bars_the_draft_until_it_is_mended(check, draft):
    check.get_by_role("link", name="desk settings").click()
    check.get_by_label("Amounts do not add up").select_option("Stops the draft")
    clean(check)
    check.get_by_role("button", name="Save").click()
    expect(check.get_by_role("status")).to_contain_text("Saved.")
    check.go_back()
    check.go_back()
    check.reload()
    expect(check.get_by_role("button", name="Circulate the draft")).to_have_count(0)
    expect(check.locator("#next")).to_contain_text("That must be mended before the draft goes out.")
    expect(check.get_by_role("heading", name="Must be mended")).to_be_visible()
    block = draft.blocks.get(text=SUMS)
    block.text = SUMS.replace("83k", "74k")
    block.save()
    check.reload()
    check.get_by_role("button", name="Circulate the draft").click()
    expect(check.get_by_role("heading", level=1)).to_have_text("The draft is circulated")
    draft.refresh_from_db()
    assert draft.state == "circulated"


def test_a_draft_with_nothing_amiss_says_so(check, draft):
    draft.blocks.filter(item__number="2.1").delete()
    draft.meeting.items.filter(number="2.1").update(purpose="discussion")
    create_block(draft, draft.meeting.items.get(number="2.1"), "It was a short meeting.")
    check.reload()
    expect(check.locator("#findings")).to_contain_text("Nothing is amiss")
    expect(check.locator(".c-found__one")).to_have_count(0)
    clean(check)
