"""The item now, the order taken and the pen: by one officer, by two, and by two at once."""

import datetime as dt

import pytest
from django.http import Http404
from django.utils import timezone

from boards.operations.access import refresh_board_access
from meetings.models import Sitting
from meetings.operations.sitting import end_sitting, shift_taken, take_item, take_out_of_order, take_pen
from meetings.rules.order import taken_otherwise
from tests import cast as the_cast
from tests.at_once import at_once
from tests.factories import create_minutes, create_person, create_seat, create_user
from tests.meetings.sitting import create_going_on, titled
from trust.tools.refusal import NotPermitted, Refused, why_not

pytestmark = pytest.mark.django_db

NOON = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)


def minutes_past(minutes: float) -> dt.datetime:
    return NOON + dt.timedelta(minutes=minutes)


@pytest.fixture
def meeting(cast):
    return create_going_on(cast)


def take(meeting, titles, by, *, begin=0):
    for minute, title in enumerate(titles, begin):
        take_item(item=titled(meeting, title), by=by, at=minutes_past(minute))


def order(meeting):
    return "".join(item.title for item in meeting.items.exclude(taken_position=None).order_by("taken_position"))


def told(meeting):
    return list(taken_otherwise(meeting.items.all()).values())


def test_2_3_the_order_taken_is_kept_when_an_item_is_first_taken(cast, meeting):
    take(meeting, "abdcab", cast.clerk)
    assert order(meeting) == "abdc"
    assert told(meeting) == ["Item 2.2 was taken before item 2.1."]
    assert meeting.sitting.item.title == "b"
    assert meeting.sitting.item_since == minutes_past(5)


def test_an_item_only_passed_over_is_not_in_the_order(cast, meeting):
    for seconds, title in enumerate("adb"):
        take_item(item=titled(meeting, title), by=cast.clerk, at=NOON + dt.timedelta(minutes=1, seconds=25 * seconds))
    assert order(meeting) == "adb"
    take_item(item=titled(meeting, "c"), by=cast.clerk, at=NOON + dt.timedelta(minutes=2, seconds=5))
    assert order(meeting) == "adc"


def test_what_waited_offline_is_kept_in_the_order_and_takes_nobody_back(cast, meeting):
    take(meeting, "ac", cast.clerk, begin=10)
    take_item(item=titled(meeting, "b"), by=cast.clerk, at=minutes_past(5))
    assert (meeting.sitting.item.title, order(meeting)) == ("c", "acb")


def test_the_order_taken_is_put_right(cast, meeting):
    take(meeting, "adbc", cast.clerk)
    shift_taken(item=titled(meeting, "d"), up=False, by=cast.clerk)
    shift_taken(item=titled(meeting, "d"), up=False, by=cast.clerk)
    assert (order(meeting), told(meeting)) == ("abcd", [])
    take_out_of_order(item=titled(meeting, "b"), by=cast.clerk)
    assert order(meeting) == "acd"
    shift_taken(item=titled(meeting, "b"), up=True, by=cast.clerk)
    shift_taken(item=titled(meeting, "a"), up=True, by=cast.clerk)
    assert order(meeting) == "acdb"
    assert titled(meeting, "b").history.first().history_change_reason == "The order taken was put right."


def test_a_meeting_that_ended_goes_on_when_an_item_is_taken_and_not_when_one_is_opened(cast, meeting):
    take(meeting, "ab", cast.clerk, begin=130)
    end_sitting(meeting=meeting, by=cast.clerk, at=minutes_past(140))
    refused = why_not(take_item, item=titled(meeting, "c"), by=cast.clerk, at=minutes_past(141), opened=True)
    assert refused == "This meeting is over."
    assert why_not(end_sitting, meeting=meeting, by=cast.clerk, at=minutes_past(142)) == "No item is being taken."
    take(meeting, "c", cast.clerk, begin=143)
    assert (order(meeting), meeting.sitting.item.title) == ("abc", "c")


@pytest.mark.parametrize("who", ["member", "chair", "member_of_another_partner"])
def test_only_who_minutes_takes_items_and_the_pen(cast, meeting, who):
    by, item = getattr(cast, who), titled(meeting, "a")
    for act in (
        lambda: take_item(item=item, by=by, at=NOON),
        lambda: take_pen(meeting=meeting, by=by, at=NOON),
        lambda: shift_taken(item=item, up=True, by=by),
    ):
        with pytest.raises((NotPermitted, Http404)):
            act()
    assert not Sitting.objects.exists()


def test_an_approved_record_keeps_its_order(cast, meeting):
    take(meeting, "ab", cast.clerk)
    create_minutes(meeting, state="approved", approved_at=NOON, approved_by=cast.clerk)
    sentence = "The minutes of this meeting are approved, and the agenda with them."
    assert why_not(shift_taken, item=titled(meeting, "b"), up=True, by=cast.clerk) == sentence
    with pytest.raises(Refused):
        take_item(item=titled(meeting, "c"), by=cast.clerk, at=NOON)


def test_the_pen_goes_from_hand_to_hand_and_history_says_so(cast, meeting):
    second = another_officer(cast)
    take_pen(meeting=meeting, by=cast.clerk, at=NOON)
    take_pen(meeting=meeting, by=second, at=minutes_past(1), if_free=True)
    assert meeting.sitting.pen == cast.clerk
    take_pen(meeting=meeting, by=second, at=minutes_past(2))
    take_pen(meeting=meeting, by=second, at=minutes_past(3))
    meeting.sitting.refresh_from_db()
    assert (meeting.sitting.pen, meeting.sitting.pen_since) == (second, minutes_past(2))
    assert [row.history_user for row in meeting.sitting.history.all()] == [second, cast.clerk]


def another_officer(cast):
    user = create_user("tomos@example.org")
    person = create_person("Tomos Beynon", partner=cast.council, user=user)
    create_seat(cast.board, partner=cast.council, holder=person, role="minute_taker", voting=False)
    refresh_board_access(cast.board, on=timezone.localdate())
    return user


@pytest.mark.django_db(transaction=True)
def test_two_who_write_first_at_once_are_one_pen(transactional_db):
    cast = the_cast.assemble()
    meeting, second = create_going_on(cast), another_officer(cast)
    at_once(*(lambda by=by: take_pen(meeting=meeting, by=by, at=NOON, if_free=True) for by in (cast.clerk, second)))
    assert Sitting.objects.get().history.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_items_taken_at_once_have_each_a_place(transactional_db):
    cast = the_cast.assemble()
    meeting = create_going_on(cast)
    items = [titled(meeting, title) for title in "abcd"]
    at_once(*(lambda item=item: take_item(item=item, by=cast.clerk, at=minutes_past(item.position)) for item in items))
    places = meeting.items.exclude(taken_position=None).values_list("taken_position", flat=True)
    assert sorted(places) == [1, 2, 3, 4]
    assert Sitting.objects.get().item.title == "d"
