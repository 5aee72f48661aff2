"""Home answers: what must I do, read, owe."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import timezone

from tests.factories import create_action, create_block, create_item, create_meeting, create_minutes
from trust.home import due_in_line, greeting, summed
from trust.waiting import in_days

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.mark.parametrize(
    ("waiting", "late", "said"),
    [
        (0, 0, "Nothing waits for you."),
        (1, 0, "One thing waits for you."),
        (3, 1, "Three things wait for you, one is late."),
        (12, 2, "12 things wait for you, two are late."),
    ],
)
def test_what_waits_is_summed_in_a_sentence(waiting, late, said):
    assert summed(waiting, late) == said


@pytest.mark.parametrize(("hour", "said"), [(8, "Good morning"), (14, "Good afternoon"), (20, "Good evening")])
def test_the_greeting_goes_by_the_clock(hour, said):
    assert greeting(dt.datetime(2026, 1, 1, hour)) == said


@pytest.mark.parametrize(("days", "said"), [(0, "today"), (1, "tomorrow"), (6, "in six days")])
def test_how_far_off_a_meeting_is(days, said):
    assert in_days(days) == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Tuesday 7 October 2025", "due Tuesday 7 October 2025"),
        ("Meeting of Tuesday 7 October 2025", "due at the meeting of Tuesday 7 October 2025"),
        ("End of April 2026", "due end of April 2026"),
        ("", "no date given"),
    ],
)
def test_when_an_action_is_due_reads_on_in_a_line(shown, said):
    assert due_in_line(SimpleNamespace(due_shown=shown)) == said


def test_a_member_reads_of_the_next_meeting_and_owes_late(as_, cast):
    ahead = create_meeting(cast.board, TODAY() + dt.timedelta(days=6))
    create_item(ahead)
    create_action(
        cast.board,
        "Query the report card",
        owners=[cast.person("member")],
        due_kind="day",
        due_date=TODAY() - dt.timedelta(days=10),
    )
    page = as_("member").get("/").content.decode()
    assert "Agenda of one item." in page
    assert "in six days" in page
    assert "Query the report card" in page
    assert "10 days late" in page
    assert "· due " in page
    assert "Two things wait for you, one is late." in page


def test_the_clerk_is_asked_to_minute_what_was_held(as_, cast):
    create_meeting(cast.board, TODAY() - dt.timedelta(days=1))
    assert "Open the desk" in as_("clerk").get("/").content.decode()
    assert "Open the desk" not in as_("member").get("/").content.decode()


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider"])
def test_others_see_nothing_of_it(as_, cast, who):
    create_meeting(cast.board, TODAY() + dt.timedelta(days=6))
    create_action(cast.board, "Query the report card", owners=[cast.person("member")])
    page = as_(who).get("/").content.decode()
    assert "Nothing waits for you." in page
    assert "Executive Group" not in page
    assert "report card" not in page


def test_nothing_is_owed_from_a_draft_that_has_not_left_the_desk(as_, cast):
    meeting = create_meeting(cast.board, TODAY() - dt.timedelta(days=1))
    minutes = create_minutes(meeting)
    block = create_block(minutes, create_item(meeting), "JL to ask", kind="action")
    create_action(cast.board, "JL to ask", owners=[cast.person("member")], block=block, meeting=meeting)
    assert "JL to ask" not in as_("member").get("/").content.decode()


def test_the_public_is_welcomed_with_public_boards_only(as_, cast):
    page = as_("public").get("/").content.decode()
    assert "Coming meetings" in page
    assert "Executive Group" not in page


def test_home_costs_the_same_with_more_to_do(as_, cast, django_assert_max_num_queries):
    for days in range(1, 8):
        create_meeting(cast.board, TODAY() + dt.timedelta(days=days))
        create_action(cast.board, "Do it", owners=[cast.person("member")])
    client = as_("member")
    with django_assert_max_num_queries(31):
        client.get("/")
