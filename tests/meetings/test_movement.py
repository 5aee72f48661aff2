"""Coming and going as it is recorded and taken back (demand 14)."""

import datetime as dt

import pytest

from meetings.models import Attendance, Movement
from meetings.operations import attendance as marking
from meetings.operations import movement as operations
from meetings.operations.presiding import preside
from tests.factories import create_item
from tests.meetings.minuted import create_held, create_minutes, create_with_items, in_state, numbers_away, row
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db
AT = dt.datetime(2025, 10, 14, 13, tzinfo=dt.UTC)


@pytest.fixture
def meeting(cast):
    return create_with_items(cast, "1", "2", "3")


def move(cast, meeting, direction, number=None, *, at_time=None, name="Joss Lindqvist", **given):
    item = meeting.items.get(number=number) if number else None
    return operations.record_movement(
        attendance=row(meeting, name), direction=direction, item=item, at_time=at_time, by=cast.clerk, **given
    )


def test_demand_14_left_and_came_back(cast, meeting):
    left = move(cast, meeting, "left", "2")
    assert numbers_away(meeting) == ["2", "3"]
    back = move(cast, meeting, "arrived", "3")
    assert numbers_away(meeting) == ["2"]
    assert [(left.direction, left.history.first().history_user) for left in (left, back)] == [
        ("left", cast.clerk), ("arrived", cast.clerk)
    ]  # fmt: skip


def test_an_earlier_coming_and_going_is_recorded_afterwards_in_its_place(cast, meeting):
    move(cast, meeting, "left", "3")
    move(cast, meeting, "arrived", "2", came_late=True)
    assert numbers_away(meeting) == ["1", "3"]
    assert list(Movement.objects.order_by("position").values_list("direction", flat=True)) == ["arrived", "left"]


def test_whoever_arrives_is_present_and_taking_it_back_undoes_both(cast, meeting):
    Attendance.objects.filter(pk=row(meeting).pk).update(status="absent")
    marking.record_attendance(attendance=row(meeting), status="absent", by=cast.clerk, at=AT)
    late = move(cast, meeting, "arrived", "2")
    assert (row(meeting).status, numbers_away(meeting)) == ("present", ["1"])
    operations.take_back_movement(movement=late, by=cast.clerk)
    assert (row(meeting).status, Movement.objects.count()) == ("absent", 0)


@pytest.mark.parametrize("status", ["apologies", "absent", "expected"])
def test_nobody_who_left_is_marked_away(cast, meeting, status):
    move(cast, meeting, "left", "2")
    with pytest.raises(Refused, match="Joss Lindqvist left at item 2"):
        marking.record_attendance(attendance=row(meeting), status=status, by=cast.clerk, at=AT)
    with pytest.raises(Refused, match="Take that back first"):
        marking.name_substitute(attendance=row(meeting), substitute=cast.person("outsider"), by=cast.clerk)
    assert (row(meeting).status, row(meeting).substitute) == ("present", None)


def test_marking_present_again_changes_nothing(cast, meeting):
    move(cast, meeting, "left", "2")
    marking.record_attendance(attendance=row(meeting), status="present", by=cast.clerk, at=AT)
    assert numbers_away(meeting) == ["2", "3"]


def test_nothing_half_done_where_it_is_refused(cast, meeting):
    marking.record_attendance(attendance=row(meeting), status="expected", by=cast.clerk, at=AT)
    with pytest.raises(Refused, match="Say at which item, or at what time"):
        move(cast, meeting, "arrived")
    assert row(meeting).status == "expected"


def test_whoever_presides_over_an_item_was_there_for_it(cast, meeting):
    preside(attendance=row(meeting), item=meeting.items.get(number="3"), how="elected", by=cast.clerk)
    with pytest.raises(Refused, match="Joss Lindqvist presides over item 3"):
        move(cast, meeting, "left", "2")
    with pytest.raises(Refused, match="Joss Lindqvist presides over item 3"):
        marking.record_attendance(attendance=row(meeting), status="absent", by=cast.clerk, at=AT)
    assert (Movement.objects.count(), row(meeting).status) == (0, "present")


def test_an_item_of_another_meeting_is_no_place(cast, meeting):
    other = create_item(create_held(cast, dt.date(2025, 11, 11)), number="9")
    with pytest.raises(Refused, match="not on the agenda of this meeting"):
        operations.record_movement(attendance=row(meeting), direction="left", item=other, at_time=None, by=cast.clerk)


def test_only_the_clerk_and_not_once_approved(cast, meeting):
    left = move(cast, meeting, "left", "2")
    with pytest.raises(NotPermitted):
        operations.take_back_movement(movement=left, by=cast.member)
    in_state(create_minutes(meeting), "approved", cast)
    with pytest.raises(Refused, match="approved"):
        operations.take_back_movement(movement=left, by=cast.clerk)
    with pytest.raises(Refused, match="approved"):
        move(cast, meeting, "arrived", "3")


def test_taken_back_twice(cast, meeting):
    left = move(cast, meeting, "left", "2")
    gone = Movement.objects.get(pk=left.pk)
    operations.take_back_movement(movement=left, by=cast.clerk)
    with pytest.raises(Refused, match="taken back already"):
        operations.take_back_movement(movement=gone, by=cast.clerk)
