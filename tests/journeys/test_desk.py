"""The minuting desk in a real browser: nothing that is typed is lost, and nothing is written twice."""

import re

import pytest
from playwright.sync_api import expect

from actions.models import Action
from meetings.models import Decision, Minutes
from tests.journeys.at_desk import SAVE, meanwhile, record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_what_is_typed_is_saved_and_there_on_the_next_visit(officer, item):
    desk = officer()
    desk.write("Four options were presented.\nMembers preferred the third.")
    desk.saved()
    desk.open()
    assert desk.texts == ["Four options were presented.\nMembers preferred the third."] == record(item)
    expect(desk.page.locator("[aria-current=true] [data-lacks]")).to_have_text("no outcome")


def test_typing_alone_makes_decisions_and_actions(officer, item):
    desk = officer()
    desk.write("Options were presented.\nRESOLVED: That option 3 be agreed.\n/act bring the specification")
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.type("JL/CB")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("21.10.25")
    desk.saved()
    expect(desk.section.locator(".c-flag")).to_have_text(re.compile("^CB"))
    expect(desk.section.locator(".c-owed:visible .c-read").nth(1)).to_have_text("Tuesday 21 October 2025")
    assert record(item) == ["Options were presented.", "That option 3 be agreed.", "bring the specification"]
    assert Decision.objects.get().kind == "resolved"
    assert Action.objects.get().owners_stated == "JL/CB"


def test_initials_are_completed_to_people_at_this_meeting(officer):
    desk = officer()
    desk.page.keyboard.press("Control+Alt+a")
    desk.page.keyboard.type("write to the Trust")
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.type("jos")
    expect(desk.page.get_by_role("listbox").get_by_role("option")).to_have_text("JLJoss LindqvistHealth Trust")
    desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("Enter")
    desk.saved()
    expect(desk.section.locator(".c-owed:visible .c-read").first).to_contain_text("Joss Lindqvist")
    desk.open()
    expect(desk.section.get_by_label("Who by")).to_have_value("JL")
    desk.write(", please")
    desk.saved()
    assert Action.objects.get().owners_stated == "JL"


def test_a_lost_network_loses_nothing(officer, item):
    desk = officer()
    desk.write("Before the cut. ")
    desk.page.context.set_offline(True)
    desk.page.keyboard.type("While it lasted. ")
    desk.status("Not saved: kept on this computer")
    desk.page.keyboard.type("And on.")
    desk.page.context.set_offline(False)
    desk.saved()
    assert record(item) == ["Before the cut. While it lasted. And on."]


def test_an_answer_lost_on_the_way_makes_no_second_block(officer, item):
    desk = officer()
    lost = []

    def lose(route):
        route.fetch()
        lost.append(route.request.post_data_json["save"])
        route.abort()

    desk.page.route(SAVE, lose, times=1)
    desk.blocks.last.fill("Said once.")
    desk.saved()
    assert len(lost) == 1
    assert (record(item), item.minuted.version) == (["Said once."], 1)


def test_a_tab_closed_before_the_save_gives_its_text_back(officer, item):
    first = officer()
    first.page.route(SAVE, lambda route: route.abort())
    first.write("Typed in the last moment.")
    context = first.page.context
    first.page.close()
    again = officer(context)
    assert again.texts == ["Typed in the last moment."]
    again.saved()
    assert record(item) == ["Typed in the last moment."]


def two_texts(officer):
    """Two officers have written the item differently; the second is told."""
    one, other = officer(), officer()
    meanwhile(other, "Mine.", one, "Theirs.")
    expect(other.section.locator(".c-both")).to_contain_text("Kirsty Sandhu’s, saved")
    assert [text.strip() for text in other.section.locator(".c-both__text").all_inner_texts()] == ["Mine.", "Theirs."]
    return other


@pytest.mark.parametrize(
    ("choice", "standing", "aside"),
    [
        ("Keep both", {"Mine.", "Theirs."}, []),
        ("Keep yours", {"Mine."}, ["Theirs."]),
        ("Keep theirs", {"Theirs."}, ["Mine."]),
        ("Take what is put together", {"Mine.", "Theirs."}, []),
    ],
)
def test_two_officers_on_one_item_see_both_texts(officer, item, choice, standing, aside):
    desk = two_texts(officer)
    desk.page.get_by_role("button", name=choice).click()
    desk.saved()
    assert set(record(item)) == standing
    assert desk.section.locator(".c-aside__text").all_inner_texts() == aside
    if aside:
        desk.open()
        desk.page.get_by_role("button", name="Put it back below").click()
        desk.saved()
        assert set(record(item)) == {"Mine.", "Theirs."}


def test_what_two_officers_add_to_one_block_is_joined_when_both_are_kept(officer, item):
    one = officer()
    one.write("The report was received. ")
    one.saved()
    other = officer()
    meanwhile(other, "It was noted.", one, "Members thanked its author. ")
    other.page.get_by_role("button", name="Keep both").click()
    other.saved()
    assert record(item) == ["The report was received. Members thanked its author. It was noted."]


def test_a_paste_of_200_kb_is_kept_and_told(officer, item):
    """In words: one word as long takes the browser a quarter of a minute to break into lines."""
    desk = officer()
    desk.blocks.last.fill("word " * 39_999 + "word.")
    desk.status("Not saved: kept on this computer. A block holds up to 50,000 characters")
    expect(desk.section.locator(".c-block__said")).to_contain_text("Divide it.")
    desk.open()
    assert len(desk.texts[0]) == 200_000
    allowed = "word " * 9_999 + "word."
    desk.blocks.last.fill(allowed)
    desk.saved()
    assert record(item) == [allowed]


def test_script_in_a_text_is_text(officer, item):
    hostile = "<script>document.title='!'</script><img src=x onerror=\"document.title='!'\"> \u202eback 👩‍👧"
    desk = officer()
    desk.blocks.last.fill(hostile)
    desk.saved()
    desk.open()
    assert desk.texts == [hostile.replace("\u202e", "")] == record(item)
    assert "!" not in desk.page.title()


def test_approval_meanwhile_is_said_and_the_text_kept(cast, officer, item):
    desk = officer()
    desk.write("In time.")
    desk.saved()
    Minutes.objects.update(state="approved", approved_at=item.meeting.called_at, approved_by=cast.clerk)
    desk.page.keyboard.type(" Too late.")
    desk.status("These minutes are approved and cannot be changed.")
    desk.open()
    expect(desk.section.locator(".c-aside")).to_contain_text("In time. Too late.")
    assert record(item) == ["In time."]


def test_blocks_are_moved_retyped_deleted_and_brought_back_by_keys(officer, item):
    desk = officer()
    desk.write("First.")
    desk.page.keyboard.press("Control+Alt+n")
    desk.page.keyboard.type("Second.")
    desk.page.keyboard.press("Alt+ArrowUp")
    assert desk.texts == ["Second.", "First."]
    desk.page.keyboard.type(" Still writing.")
    desk.page.keyboard.press("Control+Alt+x")
    assert desk.texts == ["First."]
    desk.page.keyboard.press("Control+Alt+z")
    desk.saved()
    assert record(item) == ["Second. Still writing.", "First."]
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("[data-part]:visible h2")).to_have_text("2.2 Transition strategy")
    desk.page.keyboard.press("Control+/")
    expect(desk.page.get_by_role("dialog")).to_be_visible()


def test_the_room_follows_the_attendance_taken_at_the_desk(officer):
    desk = officer()
    desk.page.keyboard.press("Control+Alt+p")
    expect(desk.page.locator(".c-who").filter(has_text="Callum Brody")).to_be_visible()
    line = desk.page.locator("[data-row]").filter(has_text="Callum Brody")
    line.get_by_role("button", name="Apologies").click()
    expect(desk.page.locator(".c-who").filter(has_text="Callum Brody")).to_have_count(0)
    expect(desk.page.locator("#desk-room-now")).to_contain_text("Apologies 1")


def test_a_save_leaves_the_caret_where_it_is(officer):
    desk = officer()
    desk.write("The forum met.")
    for _ in range(4):
        desk.page.keyboard.press("ArrowLeft")
    desk.saved()
    desk.page.keyboard.type("has ")
    desk.saved()
    assert desk.texts == ["The forum has met."]
