"""The room at every item, from what is recorded (demands 14, 15)."""

import pytest

from meetings.models import Movement
from meetings.queries.room import room_record
from tests.factories import create_item
from tests.meetings.minuted import create_with_items


@pytest.fixture
def meeting(cast):
    return create_with_items(cast, "1", "2", "3")


def test_the_room_is_told_for_each_item(meeting):
    member, second = meeting.attendances.get(name="Joss Lindqvist"), meeting.items.get(number="2")
    Movement.objects.create(attendance=member, direction="left", item=second)
    rooms = room_record(meeting).through()
    assert [found.item.number for found in rooms.values()] == ["1", "2", "3"]
    assert [member.pk in found.away for found in rooms.values()] == [False, True, True]
    assert [found.is_inquorate for found in rooms.values()] == [False, True, True]


@pytest.mark.parametrize("more", [0, 20])
def test_statements_do_not_grow_with_the_meeting(meeting, django_assert_max_num_queries, more):
    for number in range(more):
        item = create_item(meeting, number=f"4.{number}")
        Movement.objects.create(attendance=meeting.attendances.first(), direction="left", item=item)
    with django_assert_max_num_queries(11):
        room_record(meeting).through()
