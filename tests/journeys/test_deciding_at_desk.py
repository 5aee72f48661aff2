"""Deciding at the desk by keyboard: how it was decided, recording it, and what is locked then (0.1, 0.3)."""

import pytest
from playwright.sync_api import expect

from meetings.models import Decision
from tests.journeys.at_desk import clean, record
from tests.meetings.deciding import set_terms

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def decided(cast, officer):
    """A desk with a decision written, under terms that number decisions and vote by majority."""
    set_terms(cast)
    desk = officer()
    desk.write("/res ")
    desk.page.keyboard.type("That option 3 be agreed.")
    desk.saved()
    return desk


def dialog(desk):
    return desk.page.get_by_role("dialog")


def record_it(desk) -> None:
    desk.page.keyboard.press("Control+Alt+Shift+d")
    dialog(desk).get_by_role("button", name="Record what was decided").press("Enter")
    expect(dialog(desk).get_by_text("EG 2025/1")).to_be_visible()


def test_votes_are_recorded_with_the_keyboard_alone(decided):
    keyboard = decided.page.keyboard
    keyboard.press("Control+Alt+o")
    window = dialog(decided)
    window.get_by_label("Without a vote").focus()
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    expect(window.get_by_label("By a vote, counted")).to_be_checked()
    for number in ("2", "1"):
        keyboard.press("Tab")
        keyboard.type(number)
    keyboard.press("Enter")
    expect(window.get_by_text("Two people could vote on this item")).to_be_visible()
    expect(window.get_by_label("Against", exact=True)).to_have_value("1")
    window.get_by_label("Against", exact=True).fill("0")
    keyboard.press("Enter")
    expect(window.get_by_role("status")).to_contain_text("Carried: 2 for, 0 against.")
    keyboard.press("Escape")
    expect(decided.blocks.first).to_be_focused()
    assert Decision.objects.get().votes_for == 2


def test_0_3_recording_locks_the_decision_and_leaves_the_talk_open(decided, item):
    record_it(decided)
    decided.page.keyboard.press("Escape")
    expect(decided.section.get_by_role("link", name="Decided")).to_be_visible()
    expect(decided.blocks.first).to_have_js_property("readOnly", True)
    decided.page.keyboard.press("Control+Alt+s")
    decided.page.keyboard.type("They thanked the officers.")
    decided.saved()
    assert record(item)[-1:] == ["They thanked the officers."]


def test_another_desk_sees_that_it_is_decided_and_its_words_are_kept(decided, item, officer, second):
    other = officer(user=second)
    record_it(decided)
    expect(other.section.get_by_role("link", name="Decided")).to_be_visible()
    expect(other.blocks.first).to_have_js_property("readOnly", True)


def test_what_is_refused_stands_beside_the_words_that_were_refused(decided, item):
    record_it(decided)
    decided.page.keyboard.press("Escape")
    decided.blocks.first.evaluate(
        "area => { area.value = 'That option 4 be agreed.'; area.dispatchEvent(new InputEvent('input')); }"
    )
    expect(decided.section.get_by_role("alert")).to_contain_text("Decision EG 2025/1 is recorded.")
    assert decided.texts[0] == "That option 4 be agreed."
    assert record(item) == ["That option 3 be agreed."]


def test_the_dialogs_are_for_everybody(decided):
    decided.page.keyboard.press("Control+Alt+o")
    dialog(decided).get_by_label("By a vote, everybody’s by name").check()
    clean(decided.page)
    decided.page.keyboard.press("Escape")
    decided.page.keyboard.press("Control+Alt+Shift+d")
    expect(dialog(decided).get_by_role("button", name="Record what was decided")).to_be_visible()
    clean(decided.page)
