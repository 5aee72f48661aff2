"""Blocks at the desk: begun by what is typed, moved, retyped, in points, and taken back step by step."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from meetings.models import Minute
from tests.journeys.at_desk import meanwhile, record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def kinds(item) -> list[str]:
    return list(item.blocks.values_list("kind", flat=True))


def press(desk, *keys: str) -> None:
    for key in keys:
        desk.page.keyboard.press(key)


NOON = dt.datetime(2025, 10, 14, 12, tzinfo=dt.UTC)


@pytest.fixture
def still(officer):
    """A desk whose clock stands: however slowly a busy computer types, there is no pause in it but for ``pause``."""
    desk = officer()
    desk.page.clock.set_fixed_time(NOON)
    return desk.open()


def pause(desk) -> None:
    desk.page.clock.set_fixed_time(NOON + dt.timedelta(seconds=2))


def caret(desk) -> list[object]:
    """Which block is being written, and where."""
    return desk.page.evaluate("""() => {
        const held = document.activeElement;
        const all = [...held.closest("[data-blocks]").querySelectorAll("textarea")];
        return [all.indexOf(held), held.selectionStart, held.selectionEnd];
    }""")


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("/res the plan be endorsed.", "decision", "the plan be endorsed."),
        ("/act write to the Trust", "action", "write to the Trust"),
        ("/note Sent on the next day.", "note", "Sent on the next day."),
        ("/vote Carried by six to two.", "vote", "Carried by six to two."),
        ("RESOLVED: That the plan be endorsed.", "decision", "That the plan be endorsed."),
        ("ACTION: write to the Trust", "action", "write to the Trust"),
        ("The Board noted: the report", "noted", "The Board noted:\n- the report"),
        ("The Health and Wellbeing Board noted: it", "noted", "The Health and Wellbeing Board noted:\n- it"),
        ("The Board noted the report: all of it", "discussion", "The Board noted the report: all of it"),
    ],
)
def test_a_line_says_by_its_beginning_what_it_is(officer, item, typed, kind, text):
    desk = officer()
    desk.write(typed)
    desk.saved()
    assert (kinds(item), record(item)) == ([kind], [text])


def test_0_2_noted_points_with_sub_points_by_enter_and_tab(officer, item):
    desk = officer()
    desk.write("The Board noted:\nwork had begun")
    press(desk, "Enter")
    desk.page.keyboard.type("three lines of accountability:")
    press(desk, "Enter", "Tab")
    desk.page.keyboard.type("development")
    press(desk, "Enter")
    desk.page.keyboard.type("services")
    press(desk, "Enter", "Shift+Tab")
    desk.page.keyboard.type("the date")
    press(desk, "Enter", "Enter")
    desk.page.keyboard.type("Members agreed.")
    desk.saved()
    points = "- work had begun\n- three lines of accountability:\n  - development\n  - services\n- the date"
    assert record(item) == [f"The Board noted:\n{points}\n\nMembers agreed."]


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("(1) one\ntwo", "(1) one\n(2) two"),
        ("(h) one\ntwo\nthree", "(h) one\n(i) two\n(j) three"),
        ("1. one\n", "1. one\n2. "),
        ("1. one\n\nafter", "1. one\n\nafter"),
        ("ACTION:\nwrite", "write"),
        ("5 - 3 is two\nand on", "5 - 3 is two\nand on"),
    ],
)
def test_enter_goes_on_with_what_was_begun(officer, typed, standing):
    desk = officer()
    desk.write(typed)
    assert desk.texts == [standing]


def test_a_point_put_between_two_is_counted_on(still):
    desk = still
    desk.write("(1) one\ntwo\nthree")
    press(desk, "ArrowUp", "ArrowUp", "End")
    press(desk, "Enter")
    desk.page.keyboard.type("between")
    assert desk.texts == ["(1) one\n(2) between\n(3) two\n(4) three"]
    press(desk, "Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Backspace")
    assert desk.texts == ["(1) one\nbetween\n(3) two\n(4) three"]
    press(desk, "Control+z", "Control+z", "Control+z")
    assert desk.texts == ["(1) one\n(2) two\n(3) three"]


def test_lines_become_points_by_a_key_and_lines_again(officer):
    desk = officer()
    desk.write("one\ntwo")
    press(desk, "Control+a", "Control+Shift+Digit8")
    assert desk.texts == ["- one\n- two"]
    press(desk, "Control+a", "Control+Shift+Digit7")
    assert desk.texts == ["(1) one\n(2) two"]
    press(desk, "Control+]")
    assert desk.texts == ["(1) one\n  (a) two"]
    press(desk, "Control+[", "Control+a", "Control+Shift+Digit7")
    assert desk.texts == ["one\ntwo"]


def test_demand_13_every_act_has_a_key_of_its_own_and_none_is_a_single_letter(officer):
    desk = officer()
    desk.page.set_viewport_size({"width": 390, "height": 844})
    press(desk, "Control+/")
    dialog = desk.page.get_by_role("dialog")
    rows = dialog.locator("[data-keys-table] td").all_inner_texts()
    keys = ["+".join(row.split()) for row in rows]
    assert len(keys) > 30
    assert len(set(keys)) == len(keys)
    assert all("+" in key for key in keys)
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    assert Axe().run(desk.page).violations_count == 0


def test_another_kind_by_key(officer, item):
    desk = officer()
    desk.write("option 3")
    press(desk, "Control+Alt+Shift+e", "ArrowDown", "ArrowDown", "Tab", "Tab")
    expect(desk.blocks.first).to_be_focused()
    desk.page.keyboard.type(" was agreed")
    desk.saved()
    assert (kinds(item), record(item)) == (["decision"], ["option 3 was agreed"])


def test_tab_goes_into_a_sub_point_and_never_traps(officer):
    desk = officer()
    press(desk, "Control+Alt+n")
    desk.page.keyboard.type("(1) one")
    press(desk, "Enter", "Tab")
    assert desk.texts == ["(1) one\n  (a) "]
    press(desk, "Tab")
    expect(desk.blocks.first).not_to_be_focused()
    press(desk, "Shift+Tab")
    expect(desk.blocks.first).to_be_focused()
    press(desk, "Escape", "Shift+Tab")
    expect(desk.section.get_by_label("Kind of block").first).to_be_focused()
    assert desk.texts == ["(1) one\n  (a) "]
    desk.page.keyboard.press("Control+/")
    expect(desk.page.get_by_role("dialog")).to_contain_text("leaves the text always")


def test_typing_is_taken_back_by_pauses_and_sentences(still, item):
    desk = still
    desk.write("First sentence. Second one")
    press(desk, "Control+z")
    assert desk.texts == ["First sentence."]
    press(desk, "Control+z")
    assert desk.texts == [""]
    press(desk, "Control+y", "Control+Shift+z")
    assert desk.texts == ["First sentence. Second one"]
    desk.page.keyboard.type(", and third")
    desk.saved()
    assert record(item) == ["First sentence. Second one, and third"]


def test_structural_acts_are_taken_back_with_the_caret_where_it_was(still, item):
    desk = still
    desk.write("First.")
    press(desk, "Control+Alt+n")
    desk.page.keyboard.type("Second.")
    press(desk, "ArrowLeft", "ArrowLeft")
    before = (desk.texts, caret(desk))
    press(desk, "Alt+ArrowUp")
    assert desk.texts == ["Second.", "First."]
    desk.section.get_by_label("Kind of block").first.select_option("decision")
    press(desk, "Control+Alt+x")
    assert desk.texts == ["First."]
    desk.saved()
    press(desk, "Control+z", "Control+z", "Control+z")
    assert (desk.texts, caret(desk)) == before
    desk.saved()
    assert (record(item), kinds(item)) == (["First.", "Second."], ["discussion", "noted"])


def test_a_line_that_became_a_block_is_taken_back_in_one(still):
    desk = still
    desk.write("Options were presented.\n/dec")
    pause(desk)
    desk.page.keyboard.type(" ")
    assert len(desk.texts) == 2
    press(desk, "Control+z")
    assert desk.texts == ["Options were presented.\n/dec"]
    assert caret(desk) == [0, 28, 28]


def test_undo_goes_on_after_a_save_and_its_save_is_a_new_version(still, item):
    desk = still
    desk.blocks.last.fill("Kept.")
    desk.saved()
    pause(desk)
    desk.page.keyboard.insert_text(" Thought better of.")
    desk.saved()
    assert record(item) == ["Kept. Thought better of."]
    press(desk, "Control+z")
    desk.saved()
    assert record(item) == ["Kept."]
    item.minuted.refresh_from_db()
    assert item.minuted.version == 3


def test_undo_does_not_take_away_what_another_officer_wrote(officer, item):
    one, other = officer(), officer()
    meanwhile(other, "Mine.", one, "Theirs.")
    other.page.get_by_role("button", name="Keep both").click()
    other.saved()
    press(other, *["Control+z"] * 6)
    other.saved()
    assert "Theirs." in record(item)
    assert "Mine." not in record(item)


def test_undo_by_the_button_keeps_the_button(still):
    desk = still
    desk.write("One. Two")
    undo = desk.section.get_by_role("button", name="Undo")
    undo.focus()
    press(desk, "Enter", "Enter", "Enter")
    expect(undo).to_be_focused()
    assert desk.texts == [""]
    expect(desk.page.locator("#status")).to_have_text("Nothing of this item is left to undo.")


def test_who_and_when_of_an_action_are_taken_back_too(still):
    desk = still
    desk.write("/act write to the Trust")
    press(desk, "Tab")
    desk.page.keyboard.type("KS")
    press(desk, "Control+z")
    expect(desk.section.get_by_label("Who by")).to_have_value("")
    expect(desk.section.get_by_label("Who by")).to_be_focused()


def test_retyping_and_moving_lose_no_text(officer, item):
    desk = officer()
    desk.write("/act write to the Trust")
    press(desk, "Tab")
    desk.page.keyboard.type("KS")
    for kind in ("discussion", "decision", "note", "action"):
        desk.section.get_by_label("Kind of block").select_option(kind)
    expect(desk.section.get_by_label("Who by")).to_have_value("KS")
    desk.saved()
    assert Minute.objects.get().text == "write to the Trust"


def test_what_another_desk_wrote_comes_in_and_leaves_focus_where_it_is(officer, item):
    one = officer()
    one.write("/dec option 3")
    one.saved()
    other = officer()
    kind = other.section.get_by_label("Kind of block")
    kind.focus()
    one.page.keyboard.type(" was agreed")
    expect(other.blocks.first).to_have_value("option 3 was agreed")
    expect(kind).to_be_focused()
    press(other, "Control+z")
    assert other.texts == ["option 3 was agreed"]


def test_a_save_and_a_refresh_leave_focus_and_caret_alone(officer):
    """In each field of a block: a save, and the room fetched anew, while somebody stands in it."""
    desk = officer()
    desk.write("/dec option 3 was agreed")
    fields = ["textarea", ".c-block__kind", ".c-block__decided"]
    for field in fields:
        held = desk.section.locator(field).first
        held.focus()
        desk.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        press(desk, "Control+s")
        desk.page.wait_for_timeout(900)
        expect(held).to_be_focused()
    desk.saved()
