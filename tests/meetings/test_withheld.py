"""An officer who may minute and may not see exempt matter: no page, list or sentence tells of an exempt item."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings.models import Movement, Sitting
from meetings.operations.attendance import amend_attendance, open_attendance, record_attendance
from meetings.operations.movement import record_movement
from tests.factories import create_attendance, create_block, create_item, create_meeting, create_minutes, create_person
from tests.meetings.test_acts import act

pytestmark = pytest.mark.django_db

TITLE = "Care of a child"


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board)
    open_attendance(meeting=meeting, by=cast.clerk)
    for row in meeting.attendances.all():
        record_attendance(attendance=row, status="present", by=cast.clerk, at=meeting.called_at)
    create_item(meeting, "Budget", number="2.1")
    return meeting


@pytest.fixture
def secret(cast, meeting):
    """An exempt item without a number, at which Joss left, and somebody came for; the clerk may not know of it."""
    item = create_item(meeting, TITLE, exempt_paragraphs="1", exempt_reason="A child.")
    joss = meeting.attendances.get(person=cast.member.person)
    record_movement(attendance=joss, direction="left", item=item, at_time=None, by=cast.clerk)
    guest = create_attendance(meeting, create_person("Ana Guest"), capacity="presenter")
    amend_attendance(attendance=guest, fields={"items": [item]}, by=cast.clerk)
    Sitting.objects.create(meeting=meeting, item=item)
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    return item


def address(meeting, name: str, *args: int) -> str:
    return reverse(f"meetings:{name}", args=[meeting.board.slug, meeting.address, *args])


@pytest.mark.parametrize(
    "name",
    [
        "approve",
        "desk",
        "desk_room",
        "late_item",
        "order_taken",
        "attendance",
        "add_movement",
        "add_presiding",
        "add_declaration",
    ],
)
def test_demand_21_no_page_names_an_exempt_item_to_an_officer_not_entitled(as_, meeting, secret, name):
    answer = as_("clerk").get(address(meeting, name))
    assert answer.status_code == 200
    assert TITLE not in answer.content.decode()


@pytest.mark.parametrize("name", ["dispose", "change_item"])
def test_demand_21_nor_the_pages_of_other_items(as_, meeting, secret, name):
    answer = as_("clerk").get(address(meeting, name, meeting.items.get(number="2.1").pk))
    assert answer.status_code == 200
    assert TITLE not in answer.content.decode()


def test_demand_21_the_item_itself_is_not_there(as_, meeting, secret):
    clerk = as_("clerk")
    assert clerk.get(address(meeting, "change_item", secret.pk)).status_code == 404
    for name in ("change_item", "remove_item", "move_item"):
        assert clerk.post(address(meeting, name, secret.pk), {"to": "up", "title": "Mine"}).status_code == 404
    assert clerk.post(address(meeting, "place_item"), {"item": secret.pk}).status_code == 409
    assert meeting.items.filter(title=TITLE).exists()


def test_demand_21_the_room_says_that_somebody_left_and_not_at_what(as_, meeting, secret):
    room = as_("clerk").get(address(meeting, "desk_room")).json()
    assert "Left at an item in private." in room["at"]["0"]["away"].values()
    at_budget = room["at"][str(meeting.items.get(number="2.1").pk)]
    assert "There only for an item in private." in at_budget["away"].values()


@pytest.mark.parametrize("kind", ["movement", "attendance", "undo_movement"])
def test_demand_21_no_act_tells_at_what_somebody_left(cast, as_, meeting, secret, kind):
    row, moved = meeting.attendances.get(person=cast.member.person), Movement.objects.get()
    fields = {
        "movement": {"direction": "left", "at_time": "23:00"},
        "attendance": {"status": "absent"},
        "undo_movement": {"movement": moved.pk},
    }[kind]
    sent = act(kind, attendance=row.pk, **fields)
    answer = as_("clerk").post(address(meeting, "desk_act"), sent, content_type="application/json")
    assert "an item in private" in answer.json()["sentence"]


def test_demand_21_what_somebody_is_there_for_stays_when_their_line_is_changed(as_, meeting, secret):
    guest = meeting.attendances.get(name="Ana Guest")
    page = address(meeting, "change_attendance", guest.pk)
    clerk = as_("clerk")
    assert TITLE not in clerk.get(page).content.decode()
    clerk.post(page, {"initials": "AG", "capacity": "presenter"})
    assert list(guest.items.all()) == [secret]


def test_demand_21_the_history_of_what_is_being_taken_is_not_there(as_, meeting, secret):
    create_minutes(meeting)
    at = reverse("history", args=["meetings.sitting", meeting.sitting.pk])
    assert as_("clerk").get(at).status_code == 404


def test_demand_21_an_exempt_paragraph_is_not_there_to_be_corrected(as_, meeting, secret):
    minutes = create_minutes(meeting, state="circulated")
    block = create_block(minutes, secret, "The placement ends.")
    minutes.corrections.create(item=secret, block=block, was="ends", becomes="goes on", position=1)
    clerk = as_("clerk")
    page = clerk.get(address(meeting, "corrections")).content.decode()
    assert not {told for told in (TITLE, "placement", "goes on") if told in page}
    assert clerk.get(address(meeting, "correct", block.pk)).status_code == 404


def test_demand_21_nor_is_its_correction_told_where_minutes_are_approved(cast, as_, meeting, secret):
    minutes = create_minutes(meeting, state="circulated")
    block = create_block(minutes, secret, "The placement ends.")
    minutes.corrections.create(item=secret, block=block, was="ends", becomes="goes on", position=1)
    later = create_meeting(cast.board, meeting.date + dt.timedelta(days=28), state="held")
    chosen = {"minutes": f"{meeting.board.slug}/{meeting.address}", "presiding": "Rhiannon Vale"}
    answer = as_("clerk").get(address(later, "approve_check"), chosen)
    page = answer.content.decode()
    assert "One correction in exempt business, which you do not see" in page
    assert "goes on" not in page
