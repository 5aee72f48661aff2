"""Open desks know of each other: who is where, and what has changed, in few statements (requirement 2.9, demand 14)."""

import datetime as dt
import json
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import AgendaItem, MinutedItem, Presence, Sitting
from meetings.operations.attendance import record_attendance
from meetings.queries.presence import sat_of
from tests.factories import create_attendance, create_item, create_meeting, create_minutes
from trust.tools.words import clock


@pytest.fixture
def item(cast) -> AgendaItem:
    return create_item(create_meeting(cast.board, dt.date(2011, 1, 25)), number="2.1")


@pytest.fixture
def pulse(as_, item):
    def sent(who: str = "clerk", window: str = "", **fields: object):
        at = reverse("meetings:pulse", args=[item.meeting.board.slug, item.meeting.address])
        body = {"window": window or str(uuid.uuid4()), "item": item.pk, "wrote": False} | fields
        return as_(who).post(at, json.dumps(body), content_type="application/json")

    return sent


def test_2_9_each_desk_is_told_where_the_others_are(cast, pulse, item):
    window = str(uuid.uuid4())
    assert pulse(window=window).json()["others"] == []
    pulse(wrote=True)
    assert pulse(window=window).json()["others"] == [
        {"name": "Kirsty Sandhu", "mine": True, "item": item.pk, "writing": True}
    ]
    Presence.objects.exclude(window=window).update(
        officer=cast.chair, wrote_at=timezone.now() - dt.timedelta(minutes=1)
    )
    told = pulse(window=window).json()["others"]
    assert told == [{"name": "Rhiannon Vale", "mine": False, "item": item.pk, "writing": False}]


def test_a_desk_not_heard_of_is_not_told_and_a_closing_one_goes_at_once(pulse):
    window, other = str(uuid.uuid4()), str(uuid.uuid4())
    pulse(window=other)
    Presence.objects.update(seen_at=timezone.now() - dt.timedelta(seconds=21))
    assert pulse(window=window).json()["others"] == []
    assert len(pulse(window=other).json()["others"]) == 1
    pulse(window=window, closing=True)
    assert pulse(window=other).json()["others"] == []


def test_long_gone_desks_are_swept_away(pulse, monkeypatch):
    monkeypatch.setattr("meetings.operations.presence.SWEEP", 60)
    pulse()
    Presence.objects.update(seen_at=timezone.now() - dt.timedelta(minutes=5))
    pulse()
    assert Presence.objects.count() == 1


def test_it_tells_versions_item_now_and_the_pen(cast, pulse, item):
    minutes = create_minutes(item.meeting)
    MinutedItem.objects.create(minutes=minutes, item=item, version=3)
    assert pulse().json()["pen"] == {"name": "", "mine": False, "since": ""}
    since = timezone.now()
    Sitting.objects.create(meeting=item.meeting, item=item, pen=cast.clerk, pen_since=since)
    told = pulse().json()
    assert told["versions"] == {str(item.pk): 3}
    assert (told["now"], told["pen"]) == (item.pk, {"name": "Kirsty Sandhu", "mine": True, "since": clock(since)})


def test_the_room_and_the_agenda_have_numbers_that_rise_with_every_change(cast, item):
    row = create_attendance(item.meeting, cast.person("member"), seat=cast.seats["member"])
    before = sat_of(item.meeting)
    record_attendance(attendance=row, status="present", by=cast.clerk, at=timezone.now())
    after = sat_of(item.meeting)
    assert after.room > before.room
    assert after.agenda == before.agenda
    create_item(item.meeting, number="2.2")
    assert sat_of(item.meeting).agenda > after.agenda


def test_a_clerk_who_may_not_see_exempt_items_is_told_nothing_of_them(cast, pulse, item, monkeypatch):
    window = str(uuid.uuid4())
    pulse()
    AgendaItem.objects.update(exempt_paragraphs="3", exempt_reason="Prices")
    MinutedItem.objects.create(minutes=create_minutes(item.meeting), item=item, version=3)
    Sitting.objects.create(meeting=item.meeting, item=item)
    assert pulse(window=window).json()["others"][0]["item"] == item.pk
    monkeypatch.setattr("meetings.queries.presence.words_on", lambda *_: {"minute"})
    told = pulse(window=window).json()
    assert (told["others"][0]["item"], told["versions"], told["now"]) == (None, {}, None)


def test_an_item_of_another_meeting_is_none(cast, pulse):
    elsewhere = create_item(create_meeting(cast.board, dt.date(2011, 2, 25)), number="1.0")
    pulse(item=elsewhere.pk)
    assert Presence.objects.get().item is None


@pytest.mark.parametrize("sent", [{"window": "x"}, {"item": "x"}, {"item": -1}, {"item": 2**70}, {"window": 7}])
def test_what_is_no_pulse_is_refused_in_a_sentence(pulse, sent):
    answer = pulse(**sent)
    assert answer.status_code == 422
    assert "where the desk is" in answer.json()["sentence"]


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("member", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 401)],
)
def test_who_may_say_where_they_are(pulse, who, status):
    assert pulse(who).status_code == status
    assert Presence.objects.exists() == (status == 200)


def test_a_pulse_is_few_statements_however_many(as_, item, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("meetings.operations.presence.SWEEP", 0)
    clerk = as_("clerk")
    at = reverse("meetings:pulse", args=[item.meeting.board.slug, item.meeting.address])

    def by_clerk() -> None:
        body = json.dumps({"window": str(uuid.uuid4()), "item": item.pk, "wrote": True})
        assert clerk.post(at, body, content_type="application/json").status_code == 200

    by_clerk()
    for number in range(20):
        create_item(item.meeting, number=f"3.{number}")
        by_clerk()
    with django_assert_num_queries(7):
        by_clerk()
