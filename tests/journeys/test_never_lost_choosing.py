"""Whatever is chosen, taken off, undone or composed, no word of it is lost on the way (§3)."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from meetings.models import AgendaItem, Minute, Minutes
from meetings.operations.agenda import remove_item
from tests.factories import create_item, create_minutes
from tests.journeys.at_desk import SAVE, AtDesk, meanwhile, record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def contested(officer, second):
    """The clerk and a second officer wrote one sentence each, and the clerk's desk asks."""
    one = officer()
    meanwhile(one, "Mine of the clerk.", officer(user=second), "Theirs of the other.")
    return one


def propose(desk: AtDesk, text: str) -> None:
    desk.section.get_by_label("Discussion, put together").last.click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.type(text)


@pytest.mark.parametrize("way", ["Keep both", "Keep yours", "Keep theirs"])
def test_words_typed_into_the_proposal_are_put_aside_when_another_way_is_chosen(contested, way):
    propose(contested, " Proposed besides.")
    contested.page.get_by_role("button", name=way, exact=True).click()
    contested.saved()
    expect(contested.section.locator(".c-aside").filter(has_text="Proposed besides.")).to_have_count(1)


def test_words_typed_into_the_proposal_are_there_when_the_page_is_loaded_again(contested):
    propose(contested, " Proposed besides.")
    contested.page.on("dialog", lambda asked: asked.accept())
    contested.page.reload()
    kept = contested.section.locator(".c-aside")
    expect(kept).to_contain_text("What you were putting together")
    expect(kept).to_contain_text("Proposed besides.")
    expect(contested.section.locator(".c-both")).to_contain_text("Mine of the clerk.")


def owe(desk: AtDesk) -> None:
    """An action, all of it typed while nothing goes through."""
    desk.page.route(SAVE, lambda route: route.abort())
    desk.page.keyboard.press("Control+Alt+a")
    desk.page.keyboard.type("Write to the school")
    desk.section.get_by_label("Who by").last.fill("the visitor")
    desk.section.get_by_label("When by").last.fill("after the snow")
    desk.status("Not saved: kept on this computer")


def test_text_of_an_item_that_came_off_the_agenda_is_shown_and_can_be_put_elsewhere(cast, officer, item):
    gone = create_item(item.meeting, "Weather", number="2.3", section=item.section, position=901)
    desk = officer()
    desk.page.evaluate("id => (location.hash = id)", f"desk-{gone.pk}")
    there = AtDesk(desk.page, desk.address, gone)
    expect(there.section).to_be_visible()
    owe(there)
    remove_item(item=gone, by=cast.clerk)
    desk.page.unroute(SAVE)
    desk.page.on("dialog", lambda asked: asked.accept())
    desk.open()
    kept = desk.page.locator(".c-aside")
    expect(kept).to_contain_text("Written here for “2.3 Weather”, which is no longer on the agenda")
    expect(kept).to_contain_text("Write to the school")
    expect(kept).to_contain_text("Who and when: the visitor, after the snow")
    kept.get_by_role("button", name="Put it under the open item").click()
    desk.saved()
    expect(kept).to_have_count(0)
    assert record(item) == ["Write to the school"]


def test_what_waits_at_closed_minutes_is_shown_with_who_and_when(cast, officer, item):
    desk = officer()
    owe(desk)
    create_minutes(item.meeting, state="approved", approved_at=timezone.now(), approved_by=cast.clerk)
    desk.page.unroute(SAVE)
    desk.page.on("dialog", lambda asked: asked.accept())
    desk.open()
    expect(desk.section.locator(".c-aside")).to_contain_text("Who and when: the visitor, after the snow")


def test_undo_takes_back_ones_own_words_though_they_are_saved_and_others_came_in(officer, second, item):
    one, other = officer(), officer(user=second)
    one.write("Begun.")
    one.saved()
    expect(other.blocks.first).to_have_value("Begun.")
    one.page.keyboard.press("Control+Alt+s")
    one.page.keyboard.type("A block more.")
    one.saved()
    expect(other.blocks.last).to_have_value("A block more.")
    other.blocks.first.press("End")
    other.page.keyboard.type(" Theirs.")
    other.saved()
    expect(one.blocks.first).to_have_value("Begun. Theirs.")
    one.page.keyboard.press("Control+z")
    assert one.texts[0] == "Begun. Theirs."
    assert "A block more." not in one.texts
    one.page.keyboard.press("Control+y")
    assert one.texts == ["Begun. Theirs.", "A block more."]


def test_words_that_a_keyboard_is_composing_are_left_alone_until_they_are_done(officer, item):
    desk = officer()
    desk.blocks.last.click()
    composing = desk.page.context.new_cdp_session(desk.page)
    for text in ("AGREED: ", "AGREED: t", "AGREED: that"):
        caret = {"selectionStart": len(text), "selectionEnd": len(text)}
        composing.send("Input.imeSetComposition", {"text": text, **caret})
    composing.send("Input.insertText", {"text": "AGREED: that"})
    desk.page.keyboard.type(" it be so")
    desk.saved()
    assert [(block.kind, block.text) for block in Minute.objects.all()] == [("decision", "that it be so")]


def test_a_late_item_that_waits_shows_all_that_was_typed(officer, item):
    desk = officer()
    desk.page.context.set_offline(True)
    desk.come_late("Snow at the school", "It fell last night")
    waiting = desk.page.locator(".c-waiting")
    waiting.locator("summary").click()
    expect(waiting).to_contain_text("“Snow at the school: It fell last night”")
    desk.page.context.set_offline(False)
    desk.status("Saved ")
    assert AgendaItem.objects.get(title="Snow at the school").late_reason == "It fell last night"


def test_text_refused_while_the_minutes_were_out_goes_in_by_itself_once_they_are_back(officer, item):
    desk = officer()
    minutes = create_minutes(item.meeting, state="circulated")
    desk.write("Written meanwhile.")
    desk.status("Not saved: kept on this computer. These minutes have been circulated.")
    Minutes.objects.filter(pk=minutes.pk).update(state="draft")
    desk.page.keyboard.press("Control+Enter")
    desk.saved()
    assert record(item) == ["Written meanwhile."]
