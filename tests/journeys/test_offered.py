"""What the desk offers a writer: standard phrases, names spelt right, and the next meeting's agenda."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from boards.models import Word
from meetings.models import AgendaItem, Phrase
from tests.factories import create_attendance, create_item, create_meeting
from tests.journeys.at_desk import AtDesk, no_more, record, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def item(cast, live_server):
    meeting = create_meeting(cast.board, dt.date(2011, 1, 25))
    for who in ("chair", "member", "clerk"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who], is_presiding=who == "chair")
    Phrase.objects.create(board=cast.board, letters="mnr", text="Members noted the report of [post] on [subject].")
    Phrase.objects.create(officer=cast.clerk, letters="aob", text="There was no other business.")
    Word.objects.create(word="Penhallow")
    return create_item(meeting, "School funding", number="2.1")


@pytest.fixture
def window(cast, item, live_server, new_context):
    context = new_context()
    sign_in(context, live_server.url, cast.clerk)
    yield AtDesk(context.new_page(), live_server.url, item)
    no_more(context)


@pytest.fixture
def desk(window):
    return window.open()


def test_letters_and_tab_put_a_phrase_in_and_tab_goes_through_its_blanks(desk, item):
    desk.write("mnr")
    keys = desk.page.keyboard
    keys.press("Tab")
    keys.type("the Director")
    keys.press("Tab")
    keys.type("school funding")
    keys.press("Tab")
    keys.type(" aob")
    keys.press("Tab")
    desk.saved()
    said = "Members noted the report of the Director on school funding. There was no other business."
    assert record(item) == [said]
    assert len("mnrthe Director school funding") < len(said)


def test_a_phrase_is_undone_and_other_letters_are_left_alone(desk):
    desk.write("mnr")
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.press("Control+z")
    assert desk.texts == ["mnr"]
    desk.page.keyboard.type(" xyz")
    desk.page.keyboard.press("Tab")
    assert desk.texts == ["mnr xyz"]


def test_a_phrase_is_chosen_from_the_list_by_keys(desk, item):
    desk.write("First.")
    desk.page.keyboard.press("Control+Alt+f")
    options = desk.page.get_by_role("dialog").get_by_role("option")
    expect(options).to_have_count(2)
    desk.page.keyboard.type("report")
    expect(options).to_have_text(["mnrMembers noted the report of [post] on [subject].The board’s"])
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("the Chair")
    desk.saved()
    assert record(item) == ["First. Members noted the report of the Chair on [subject]."]


def test_a_name_spelt_nearly_right_is_asked_about_and_put_right_by_a_key(desk, item):
    desk.write("Joss Lindquist spoke. Penhalow was thanked. Members noted the Report.")
    asked = desk.section.locator(".c-spelt p")
    expect(asked).to_have_count(2)
    expect(asked.first).to_contain_text("“Lindquist”: did you mean Lindqvist?")
    assert "Lindquist" in desk.texts[0]
    desk.page.keyboard.press("Control+.")
    desk.page.keyboard.press("Control+.")
    desk.page.keyboard.type(" On.")
    desk.saved()
    assert record(item) == ["Joss Lindqvist spoke. Penhallow was thanked. Members noted the Report. On."]


def test_a_correction_is_undone_and_leave_it_is_remembered(desk):
    desk.write("Lindquist spoke.")
    desk.section.get_by_role("button", name="Lindqvist", exact=True).click()
    assert desk.texts == ["Lindqvist spoke."]
    desk.page.keyboard.press("Control+z")
    assert desk.texts == ["Lindquist spoke."]
    desk.section.get_by_role("button", name="Leave Lindquist as it is").click()
    expect(desk.section.locator(".c-spelt p")).to_have_count(0)
    desk.saved()
    desk.open()
    desk.page.wait_for_timeout(800)
    expect(desk.section.locator(".c-spelt p")).to_have_count(0)


def test_writing_fields_are_checked_by_the_browser_in_british_english(desk):
    desk.write("RESOLVED: That it be so.\n/act Do it")
    for field in desk.section.locator("textarea").all():
        assert (field.get_attribute("lang"), field.get_attribute("spellcheck")) == ("en-GB", "true")


def test_2_21_what_is_to_be_tabled_goes_on_the_next_agenda_by_one_key(cast, window, item):
    later = create_meeting(cast.board, dt.date(2011, 3, 8))
    desk = window.open()
    desk.write("Report card to be tabled at the next meeting.")
    expect(desk.section.get_by_label("For the agenda of Tuesday 8 March 2011")).to_have_value("Report card")
    desk.page.keyboard.press("Control+Alt+t")
    shown = desk.section.locator(".c-tabled")
    expect(shown).to_contain_text("“Report card” is on the agenda of Tuesday 8 March 2011.")
    assert list(later.items.values_list("title", flat=True)) == ["Report card"]
    assert AgendaItem.objects.get(meeting=later).came_from == item
    desk.saved()
    desk.open()
    shown.get_by_role("button", name="Undo").click()
    expect(desk.section.get_by_label("For the agenda of")).to_have_value("Report card")
    assert not later.items.exists()


def test_2_21_without_a_next_meeting_the_offer_says_so(desk):
    desk.write("To be brought back to the next meeting.")
    expect(desk.section.locator(".c-tabled")).to_contain_text("No later meeting of this board is in the calendar")
    desk.section.get_by_role("button", name="Leave it").click()
    expect(desk.section.locator(".c-tabled")).to_have_count(0)


def test_2_21_the_title_can_be_put_otherwise_before_it_goes(cast, window):
    later = create_meeting(cast.board, dt.date(2011, 3, 8))
    desk = window.open()
    desk.write("/act KS to bring it back to the next meeting")
    field = desk.section.get_by_label("For the agenda of")
    expect(field).to_have_value("School funding")
    desk.page.keyboard.press("Enter")
    field.fill("School funding: options")
    field.press("Enter")
    expect(desk.section.locator(".c-tabled")).to_contain_text("is on the agenda of")
    assert later.items.get().title == "School funding: options"


def test_pages_and_offers_keep_nobody_out(cast, window):
    """axe on the pages with and without rows, and on the desk with everything that it offers."""
    create_meeting(cast.board, dt.date(2011, 3, 8))
    page, found = window.page, {}
    lists = [reverse("meetings:phrases", args=[cast.board.slug]), reverse("meetings:own_phrases")]
    for at in [*lists, *(f"{at}add/" for at in lists), reverse("boards:words")]:
        page.goto(f"{window.address}{at}")
        found[at] = Axe().run(page).violations_count
    desk = window.open()
    desk.write("Lindquist spoke. Plans to be tabled at the next meeting.\n/act CB to write by 7 Feb")
    expect(desk.section.locator(".c-heard:visible")).to_be_visible()
    expect(desk.section.locator(".c-tabled")).to_be_visible()
    found["desk"] = Axe().run(page).violations_count
    page.keyboard.press("Control+Alt+f")
    found["dialog"] = Axe().run(page).violations_count
    assert not any(found.values()), found
