"""The room at the desk in a real browser: keys, what is lost at once, and an hour without the network."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from boards.models import Constituency, QuorumKind
from meetings.models import Act, Attendance, Decision, Movement
from meetings.operations.attendance import open_attendance
from tests.factories import create_person, create_seat
from tests.journeys.at_desk import sign_in
from tests.journeys.in_the_room import ACTS, meeting_with_a_vice_chair, statuses

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def item(cast, live_server):
    return meeting_with_a_vice_chair(cast)


def test_demand_15_attendance_is_taken_by_single_letters_within_the_list(desk, item):
    desk.mark("pae")
    desk.told("Kirsty Sandhu: absent, no apologies.")
    desk.arrived()
    assert statuses(item) == ["present", "apologies", "absent", "expected"]
    expect(desk.room).to_contain_text("Apologies 1")
    desk.keys("Control+Alt+Shift+z")
    desk.told("Taken back: Kirsty Sandhu: absent, no apologies.")
    desk.arrived()
    assert statuses(item) == ["present", "apologies", "expected", "expected"]


def test_the_key_for_attendance_leads_to_the_first_line_that_is_not_marked(desk, item):
    desk.mark("pa")
    desk.keys("Control+Enter", "Control+Alt+p", "p")
    desk.arrived()
    assert statuses(item) == ["present", "apologies", "present", "expected"]


def test_demand_14_initials_and_enter_take_somebody_out_and_back(desk, item):
    desk.mark("pppp")
    desk.keys("Control+Enter")
    desk.write("The forum met. ")
    desk.pick("Control+Alt+m", "JL")
    desk.told("Joss Lindqvist left the meeting at item 2.1.")
    expect(desk.room.locator(".c-who", has_text="Joss Lindqvist")).to_contain_text("Left at item 2.1.")
    expect(desk.blocks.last).to_be_focused()
    desk.page.keyboard.type("It was noted.")
    expect(desk.blocks.last).to_have_value("The forum met. It was noted.")
    desk.keys("Control+Enter")
    desk.pick("Control+Alt+m", "jl")
    desk.arrived()
    assert list(Movement.objects.values_list("direction", "item__number")) == [("left", "2.1"), ("arrived", "2.2")]


def test_a_quorum_that_is_lost_shows_at_once_and_without_a_network(desk):
    desk.mark("ppp")
    desk.keys("Control+Enter")
    expect(desk.room).to_contain_text("Quorum met")
    desk.arrived()
    desk.page.context.set_offline(True)
    desk.pick("Control+Alt+m", "RV")
    lost = "Quorum is lost: 1 of the 2 voting seats needed is filled."
    expect(desk.room.locator(".c-room__lost")).to_have_text(lost)
    desk.told(f"Rhiannon Vale left the meeting at item 2.1. {lost}")
    expect(desk.room.locator(".c-meter--short")).to_be_visible()
    desk.keys("Control+Alt+Shift+z")
    expect(desk.room).to_contain_text("Quorum met")
    desk.page.context.set_offline(False)
    desk.arrived()
    assert not Movement.objects.exists()


def test_a_decision_without_a_quorum_is_recorded_as_subject_to_ratification(desk, item):
    desk.mark("ppp")
    desk.keys("Control+Enter")
    desk.write("/dec before")
    tick = desk.section.get_by_label("Subject to ratification")
    expect(tick).to_have_count(1)
    expect(tick).to_be_hidden()
    desk.pick("Control+Alt+m", "RV")
    expect(tick).to_be_visible()
    expect(tick).not_to_be_checked()
    desk.keys("Control+Alt+d")
    desk.page.keyboard.type("after")
    expect(tick.last).to_be_checked()
    desk.arrived()
    expect(desk.page.locator("#saved")).to_contain_text("Saved ")
    decisions = Decision.objects.order_by("block__position").values_list("block__text", "needs_ratifying")
    assert list(decisions) == [("before", False), ("after", True)]


def test_ten_acts_without_a_network_arrive_each_once_and_in_order(cast, desk, item):
    desk.page.route(ACTS, lambda route: route.abort())
    desk.mark("pppp")
    desk.keys("Control+Enter")
    for who in ("JL", "TO", "JL"):
        desk.pick("Control+Alt+m", who)
    desk.pick("Control+Alt+c", "RV")
    desk.keys("Control+Alt+u")
    desk.page.keyboard.type("4")
    desk.keys("Enter")
    desk.keys("Control+Alt+w")
    desk.page.keyboard.type("Bevan Pugh")
    desk.keys("Enter")
    expect(desk.room.locator(".c-waiting summary")).to_have_text("10 acts wait on this computer")
    assert not Act.objects.exists()
    desk.open()
    expect(desk.room.locator(".c-who", has_text="Bevan Pugh")).to_contain_text("waiting")
    desk.page.unroute(ACTS)
    desk.arrived()
    kinds = ["attendance"] * 4 + ["movement"] * 3 + ["preside", "public", "somebody"]
    assert list(Act.objects.order_by("arrived_at").values_list("kind", flat=True)) == kinds
    assert [movement.direction for movement in Movement.objects.order_by("pk")] == ["left", "left", "arrived"]
    assert Attendance.objects.filter(name="Bevan Pugh").count() == 1


def test_an_answer_lost_on_the_way_does_nothing_twice(desk):
    lost = []

    def lose(route):
        route.fetch()
        lost.append(route.request.post_data_json["act"])
        route.abort()

    desk.mark("p")
    desk.arrived()
    desk.keys("Control+Enter")
    desk.page.route(ACTS, lose, times=1)
    desk.pick("Control+Alt+m", "RV")
    desk.arrived()
    assert (len(lost), Movement.objects.count(), Act.objects.count()) == (1, 1, 2)


def test_what_is_refused_stays_with_its_sentence_until_it_is_left_out(desk, item):
    desk.page.route("**/desk/room/", lambda route: route.abort())  # else a late answer tells the page of what follows
    desk.mark("pp")
    desk.arrived()
    desk.keys("Control+Enter")
    item.meeting.attendances.filter(name="Joss Lindqvist").update(status="apologies")
    desk.pick("Control+Alt+c", "JL")
    refused = desk.room.locator(".c-refused")
    expect(refused).to_contain_text("Not done: Joss Lindqvist is in the chair for item 2.1.")
    expect(refused).to_contain_text("Joss Lindqvist is not marked as present and cannot be in the chair.")
    desk.open()
    expect(refused).to_be_visible()
    item.meeting.attendances.filter(name="Joss Lindqvist").update(status="present")
    refused.get_by_role("button", name="Try again").click()
    desk.arrived()
    assert item.presidings.get().attendance.name == "Joss Lindqvist"
    item.meeting.attendances.filter(name="Rhiannon Vale").update(status="absent")
    desk.pick("Control+Alt+c", "RV")
    refused.get_by_role("button", name="Leave it out").click()
    expect(refused).to_have_count(0)
    desk.status("Saved")


def test_an_ended_session_keeps_what_is_done(cast, desk, live_server, item):
    desk.page.context.clear_cookies(name="sessionid")
    desk.mark("p")
    expect(desk.page.locator("#saved")).to_contain_text("Not saved: kept on this computer. You are signed out.")
    assert statuses(item)[0] == "expected"
    sign_in(desk.page.context, live_server.url, cast.clerk)
    desk.keys("Control+s")
    expect(desk.page.locator("#saved")).to_contain_text("Saved ")
    assert statuses(item)[0] == "present"


def test_two_with_the_same_initials_are_not_guessed(cast, desk, item):
    create_seat(cast.board, partner=cast.council, holder=create_person("Jim Lowe"))
    open_attendance(meeting=item.meeting, by=cast.clerk)
    desk.open()
    desk.pick("Control+Alt+m", "JL")
    expect(desk.page.get_by_role("dialog")).to_contain_text("2 people have these initials: choose with the arrow keys.")
    desk.keys("ArrowDown", "ArrowDown", "Enter")
    desk.told("Jim Lowe arrived at item 2.1.")


def test_a_refresh_of_the_room_takes_nothing_out_of_the_hands(desk, item):
    desk.mark("pp")
    desk.arrived()
    who = desk.room.locator(".c-who", has_text="Joss Lindqvist")
    who.focus()
    item.meeting.attendances.filter(name="Tamsin Oakes").update(status="present")
    item.meeting.attendances.get(name="Tamsin Oakes").save()
    expect(desk.room).to_contain_text("Tamsin Oakes")
    expect(desk.room.locator(".c-who", has_text="Tamsin Oakes")).to_be_visible()
    expect(who).to_be_focused()


def test_h4_the_desk_counts_named_kinds_as_the_server_does(cast, desk, item):
    councillors = Constituency.objects.create(name="Councillors")
    terms = cast.board.terms.get()
    QuorumKind.objects.create(terms=terms, label="a councillor", constituency=councillors)
    cast.seats["chair"].constituency = councillors
    cast.seats["chair"].save()
    desk.mark("pppp")
    desk.arrived()
    desk.open()
    desk.page.route(ACTS, lambda route: route.abort())
    desk.pick("Control+Alt+m", "RV")
    expect(desk.room.locator(".c-room__lost")).to_have_text("Quorum is lost: no councillor is here.")
    counted = desk.room.locator(".c-meter + .c-meta").inner_text()
    desk.page.unroute(ACTS)
    desk.arrived()
    desk.open()
    expect(desk.room.locator(".c-meter + .c-meta")).to_have_text(counted)
    assert "Still needed: a councillor" in counted


def faults(page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_room_and_its_windows_have_no_fault_that_axe_finds(desk, width):
    desk.page.set_viewport_size({"width": width, "height": 844})
    desk.mark("pa")
    desk.keys("Control+Enter")
    desk.page.route(ACTS, lambda route: route.abort())
    desk.pick("Control+Alt+m", "RV")
    if width == 390:
        desk.page.locator("[data-desk-tabs] a[href='#desk-room']").click()
    expect(desk.room.locator(".c-waiting")).to_be_visible()
    found = faults(desk.page)
    for keys in ("Control+Alt+m", "Control+Alt+w", "Control+Alt+u"):
        desk.keys(keys)
        found += faults(desk.page)
        desk.keys("Escape")
    desk.page.unroute(ACTS)
    assert not found
