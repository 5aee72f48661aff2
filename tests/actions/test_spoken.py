"""A spoken line sent by the desk and read at the server: who may ask, what is answered, and what it costs."""

import datetime as dt
import json

import pytest
from django.urls import reverse

from actions.models import Action
from tests.factories import create_attendance, create_meeting, create_person

LINE = "JL to query the report card with Charlie Wren by 7 Feb"


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board, dt.date(2011, 1, 25))
    for who in ("chair", "member"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who])
    return meeting


@pytest.fixture
def ask(as_, meeting):
    def asked(body: object, who: str = "clerk"):
        at = reverse("actions:read_line", args=[meeting.board.slug, meeting.address])
        body = body if isinstance(body, bytes) else json.dumps(body)
        return as_(who).post(at, body, content_type="application/json")

    return asked


def test_2_4_a_spoken_line_is_answered_as_the_desk_shows_it(ask):
    assert ask({"text": LINE}).json() == {
        "who": "JL",
        "text": "Query the report card with Charlie Wren",
        "when": "7 Feb",
        "who_read": "Joss Lindqvist",
        "when_read": "Monday 7 February 2011",
        "flags": [],
        "unsure": False,
    }
    assert not Action.objects.exists()


def test_2_4_all_says_for_how_many_it_stands(ask):
    assert ask({"text": "ALL to reply"}).json()["who_read"] == "ALL (2 members)"


def test_2_4_initials_mean_those_of_this_meeting(ask, meeting):
    assert ask({"text": "CB to reply"}).json()["flags"] == ["CB matches nobody at this meeting"]
    for name in ("Callum Brody", "Cerys Bowen"):
        create_attendance(meeting, create_person(name), capacity="in_attendance")
    said = ask({"text": "CB to reply"}).json()
    assert (said["flags"], said["unsure"]) == (["CB could be Callum Brody or Cerys Bowen"], True)


def test_2_7_the_next_meeting_is_named_by_its_day(ask, cast):
    assert ask({"text": "JL to report at the next meeting"}).json()["when_read"] == "Next meeting"
    create_meeting(cast.board, dt.date(2011, 3, 8))
    assert ask({"text": "JL to report at the next meeting"}).json()["when_read"] == "Meeting of Tuesday 8 March 2011"


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("clerk", 200),
        ("chair", 403),
        ("member", 403),
        ("member_of_another_partner", 404),
        ("outsider", 404),
        ("public", 401),
    ],
)
def test_who_may_ask(ask, who, status):
    answer = ask({"text": LINE}, who)
    assert answer.status_code == status
    assert ("Lindqvist" in answer.content.decode()) == (status == 200)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"text": 1}', {"text": "  "}, {"text": "x" * 30_000}])
def test_what_is_no_line_is_refused_in_a_sentence(ask, body):
    answer = ask(body)
    assert answer.status_code == 422
    assert answer.json()["sentence"].endswith(".")


def test_reading_a_line_costs_few_statements(as_, meeting, django_assert_max_num_queries):
    client, at = as_("clerk"), reverse("actions:read_line", args=[meeting.board.slug, meeting.address])
    with django_assert_max_num_queries(10):
        assert client.post(at, json.dumps({"text": LINE}), content_type="application/json").status_code == 200
