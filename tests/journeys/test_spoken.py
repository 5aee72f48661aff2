"""Actions typed as they are spoken, in a real browser: proposed, accepted by one key, never changed without one."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from actions.models import Action
from tests.factories import create_attendance, create_item, create_meeting, create_person
from tests.journeys.at_desk import AtDesk, no_more, record, sign_in, until

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
READ = "**/read-line/"
LINE = "JL to query the report card with Charlie Wren by 7 Feb"


@pytest.fixture
def item(cast, live_server):
    meeting = create_meeting(cast.board, dt.date(2011, 1, 25))
    for who in ("chair", "member", "clerk"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who], is_presiding=who == "chair")
    for name in ("Callum Brody", "Cerys Bowen"):
        create_attendance(meeting, create_person(name), capacity="in_attendance")
    return create_item(meeting, "Report card", number="2.1")


@pytest.fixture
def desk(cast, item, live_server, new_context):
    context = new_context()
    sign_in(context, live_server.url, cast.clerk)
    desk = AtDesk(context.new_page(), live_server.url, item).open()
    desk.heard = desk.section.locator(".c-heard:visible")
    yield desk
    no_more(context)


def owed(desk) -> list[tuple[str, str, str]]:
    actions = Action.objects.order_by("number")
    return [(action.text, action.owners_stated, action.due_stated) for action in actions]


def test_2_4_a_spoken_action_is_proposed_and_enter_accepts_it(desk, item):
    desk.write(f"/act {LINE}")
    expect(desk.heard).to_contain_text(
        "JL · Joss Lindqvist — Query the report card with Charlie Wren — Monday 7 February 2011"
    )
    assert desk.texts == [LINE]
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("Then they moved on.")
    desk.saved()
    assert record(item) == ["Query the report card with Charlie Wren", "Then they moved on."]
    assert owed(desk) == [("Query the report card with Charlie Wren", "JL", "7 Feb")]
    expect(desk.section.get_by_label("Who by").first).to_have_value("JL")


def test_demand_13_typed_faster_than_it_is_read_it_is_accepted_when_it_is_read(desk, item):
    desk.write("ACTION: ")
    desk.page.keyboard.insert_text(LINE)
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.insert_text("/act ")
    desk.page.keyboard.insert_text("ALL to reply by Friday")
    desk.page.keyboard.press("Enter")
    expect(desk.section.get_by_label("Who by").nth(1)).to_have_value("ALL")
    expect(desk.section.get_by_label("Who by").first).to_have_value("JL")
    desk.saved()
    assert [who for _, who, _ in owed(desk)] == ["JL", "ALL"]


def test_2_4_tab_goes_to_who_by_to_correct(desk):
    desk.write("/act CB to bring the plan by Friday")
    expect(desk.heard).to_contain_text("CB could be Callum Brody or Cerys Bowen")
    desk.page.keyboard.press("Tab")
    expect(desk.section.get_by_label("Who by")).to_be_focused()
    expect(desk.page.get_by_role("listbox").get_by_role("option")).to_have_text(["CBCallum Brody", "CBCerys Bowen"])
    desk.page.keyboard.press("ArrowUp")
    desk.page.keyboard.press("Enter")
    desk.saved()
    assert owed(desk) == [("Bring the plan", "Cerys Bowen", "Friday")]


def test_2_4_what_is_nobody_is_marked_and_kept_as_said(desk):
    desk.write("/act JG to bring the plan")
    expect(desk.heard).to_contain_text("JG matches nobody at this meeting")
    desk.page.keyboard.press("Enter")
    desk.saved()
    expect(desk.section.locator(".c-flag:visible")).to_have_text("JG matches nobody at this meeting")
    expect(desk.page.locator("[aria-current=true] [data-lacks]")).to_have_text("JG unknown")


def test_what_is_not_accepted_stays_as_typed(desk, item):
    desk.write(f"/act {LINE}")
    expect(desk.heard).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect(desk.heard).to_have_count(0)
    desk.page.keyboard.press("Shift+Enter")
    desk.page.keyboard.type("and again")
    desk.saved()
    assert record(item) == [f"{LINE}\nand again"]


def test_ctrl_z_takes_an_acceptance_back(desk, item):
    desk.write(f"/act {LINE}")
    expect(desk.heard).to_be_visible()
    desk.page.keyboard.press("Enter")
    who = desk.section.get_by_label("Who by").first
    expect(who).to_have_value("JL")
    desk.page.keyboard.press("Control+z")
    expect(who).to_have_value("")
    expect(desk.blocks.first).to_have_value(LINE)
    desk.saved()
    assert record(item) == [LINE]


def test_offline_the_words_stand_and_are_read_when_the_server_is_back(desk, item):
    desk.write("/act ")
    desk.page.context.set_offline(True)
    desk.page.keyboard.type(LINE)
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("Meanwhile.")
    desk.status("Not saved: kept on this computer")
    assert desk.texts == [LINE, "Meanwhile."]
    desk.page.context.set_offline(False)
    expect(desk.section.get_by_label("Who by").first).to_have_value("JL")
    desk.saved()
    assert record(item) == ["Query the report card with Charlie Wren", "Meanwhile."]


def test_a_late_answer_changes_nothing_that_was_typed_since(desk):
    held = []
    desk.page.route(READ, lambda route: held.append(route))
    desk.write("/act ")
    desk.page.keyboard.insert_text("JL to write by Friday")
    until(desk.page, lambda: held)
    desk.page.keyboard.press("Enter")
    desk.blocks.first.fill("JL to write and to ring")
    for route in held:
        route.continue_()
    desk.page.wait_for_timeout(500)
    expect(desk.blocks.first).to_have_value("JL to write and to ring")


def test_2_5_a_line_known_before_is_read_when_it_is_come_back_to(desk):
    desk.write(f"/act {LINE}")
    desk.saved()
    desk.open()
    desk.section.locator("textarea").first.click()
    expect(desk.heard).to_contain_text("Joss Lindqvist")


def test_every_structural_act_costs_fewer_keys_than_its_printed_words(desk):
    """Typed as spoken, plus one key; printed it is the text, "Action", the initials and the day."""
    desk.write(f"/act {LINE}")
    expect(desk.heard).to_be_visible()
    desk.page.keyboard.press("Enter")
    keys = len(f"/act {LINE}") + 1
    printed = "Action: Query the report card with Charlie Wren. Who by: JL. When by: Monday 7 February 2011."
    assert keys < len(printed)
