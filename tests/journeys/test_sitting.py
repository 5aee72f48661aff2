"""A meeting as it goes on, in real browsers: the desk, another officer's desk, a member who follows, the screen.

The follower is to keep up within five seconds (issue 3 §4), and so their page asks every four. How long it takes on a
busy computer is not tested.
"""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from meetings.models import AgendaItem, Sitting
from tests.factories import create_attendance, create_block, create_meeting, create_minutes
from tests.journeys.at_desk import AtDesk, no_more, sign_in
from tests.meetings.sitting import create_next, titled, with_agenda
from tests.meetings.test_sitting import another_officer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

OFTEN = "4000"  # ms


@pytest.fixture
def meeting(cast, live_server):
    day = timezone.localdate()
    meeting = with_agenda(cast, create_meeting(cast.board, day, starts_at=dt.time(0)))
    create_attendance(meeting, cast.person("chair"), seat=cast.seats["chair"], is_presiding=True)
    create_block(create_minutes(meeting), titled(meeting, "d"), "Drafted ahead.")
    return meeting


@pytest.fixture
def browser_of(live_server, new_context):
    """``browser_of(user)``: a page of a browser in which that user is signed in."""
    contexts = []

    def page(user, **options):
        context = new_context(**options)
        contexts.append(context)
        sign_in(context, live_server.url, user)
        return context.new_page()

    yield page
    for context in contexts:
        no_more(context)


@pytest.fixture
def desk_of(browser_of, live_server, meeting):
    def opened(user, title="a") -> AtDesk:
        return AtDesk(browser_of(user), live_server.url, titled(meeting, title)).open()

    return opened


@pytest.fixture
def following(browser_of, live_server, meeting):
    def opened(user, name="follow"):
        page = browser_of(user)
        page.goto(live_server.url + reverse(f"meetings:{name}", args=[meeting.board.slug, meeting.address]))
        return page

    return opened


def bar(desk: AtDesk):
    return desk.page.locator("[data-now-line]")


def test_followers_keep_up_within_five_seconds(cast, desk_of, following):
    follower, screen = following(cast.member), following(cast.chair, "follow_screen")
    expect(follower.get_by_role("heading", name="No item has been taken yet")).to_be_visible()
    assert follower.locator("[data-often]").get_attribute("data-often") == OFTEN
    desk = desk_of(cast.clerk)
    desk.write("It was discussed.")
    expect(follower.locator("#follow-title")).to_have_text("1.1 a")
    expect(screen.locator(".c-screen__title")).to_have_text("a")
    desk.saved()
    desk.page.keyboard.press("Control+Alt+r")
    desk.page.keyboard.type("That option 2 be agreed.")
    expect(follower.locator(".c-decision")).to_contain_text("That option 2 be agreed.")
    expect(screen.locator(".c-screen__decision")).to_contain_text("RESOLVED")
    assert "It was discussed." not in follower.content()
    desk.page.keyboard.press("Control+Enter")
    expect(follower.locator("#follow-title")).to_have_text("1.2 b")
    expect(follower.locator("#status")).to_have_text("Now: 1.2 b.")


def test_the_pen_goes_to_the_first_to_write_and_to_whoever_takes_it(cast, desk_of, meeting):
    tomos = another_officer(cast)
    first, second = desk_of(cast.clerk), desk_of(tomos, "c")
    expect(bar(second)).to_contain_text("Nobody has the pen: who writes first gets it.")
    first.write("Begun.")
    expect(bar(first)).to_contain_text("You have the pen since")
    expect(bar(second)).to_contain_text("Kirsty Sandhu has the pen since")
    expect(bar(second)).to_contain_text("Now: 1.1 a")
    second.write("Also written.")
    expect(bar(second)).to_contain_text("You are writing without it; that is saved too.")
    second.saved()
    second.page.keyboard.press("Control+Alt+q")
    expect(bar(first)).to_contain_text("Tomos Beynon has taken the pen. What you write here is still saved.")
    expect(bar(first)).to_contain_text("Now: 2.1 c")
    first.page.keyboard.press("Control+Enter")
    first.page.wait_for_timeout(1_500)
    assert Sitting.objects.get().item == titled(meeting, "c"), "opening an item without the pen takes nothing"
    first.page.get_by_role("button", name="Take it back").click()
    expect(bar(second)).to_contain_text("Kirsty Sandhu has taken the pen.")


def test_h8_a_late_item_is_put_on_minuted_and_taken_off_by_keys_alone(cast, desk_of, meeting):
    desk = desk_of(cast.clerk, "c")
    keys = desk.page.keyboard
    keys.press("Control+Alt+e")
    desk.page.get_by_role("radio", name="A late item comes on after it").check()
    keys.press("Tab")
    keys.type("Flooding")
    keys.press("Tab")
    keys.type("The school closed today.")
    keys.press("Enter")
    expect(desk.section).to_contain_text("Late item 2.1A Flooding is on the agenda.")
    entry = desk.page.locator(".c-desk-item", has_text="Flooding")
    expect(entry).to_contain_text("2.1A")
    keys.press("Control+Enter")
    late = AtDesk(desk.page, desk.address, AgendaItem.objects.get(title="Flooding"))
    expect(late.section).to_contain_text("Urgent item. Reason for lateness: The school closed today.")
    late.write("It was noted.")
    late.saved()
    assert list(late.item.blocks.values_list("text", flat=True)) == ["It was noted."]


def test_2_3_an_item_is_deferred_at_the_desk_and_put_back(cast, desk_of, meeting):
    later = create_next(cast)
    desk = desk_of(cast.clerk, "c")
    desk.page.get_by_role("button", name="This item…").locator("visible=true").click()
    desk.page.get_by_role("radio", name="Deferred to the next meeting").check()
    desk.page.get_by_label("Why").fill("The figures are not out.")
    desk.page.get_by_role("button", name="Record it").click()
    expect(desk.section).to_contain_text("Deferred to a later meeting. The figures are not out.")
    expect(desk.page.locator(".c-desk-item", has_text="c").last).to_be_visible()
    assert later.items.filter(title="c").count() == 2
    desk.section.get_by_role("button", name="Undo").first.click()
    expect(desk.section).not_to_contain_text("Deferred to a later meeting.")
    assert later.items.filter(title="c").count() == 1
    assert titled(meeting, "c").state == "open"
