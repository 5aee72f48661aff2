"""What follows from an interest declared, and what goes with it when it is taken down (demand 14; H6)."""

import pytest

from meetings.models import Attendance, Declaration, Movement, Presiding
from meetings.operations import declaration as operations
from meetings.operations.movement import record_movement, take_back_movement
from meetings.operations.presiding import preside
from tests.meetings.minuted import create_with_items, numbers_away, row
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return create_with_items(cast, "1", "2", "3")


def declare(cast, meeting, consequence="left", *numbers, name="Joss Lindqvist", **more):
    said = {"kind": "personal", "interest": "A cousin bids.", "whose": "a cousin’s"} | more
    items = [meeting.items.get(number=number) for number in numbers]
    return operations.record_declaration(
        attendance=row(meeting, name), consequence=consequence, items=items, by=cast.clerk, **said
    )


def test_demand_14_leaving_is_recorded_and_taken_back(cast, meeting):
    declared = declare(cast, meeting, "left", "2", "3")
    assert (numbers_away(meeting), declared.movements.count()) == (["2", "3"], 2)
    with pytest.raises(Refused, match="Take the declaration down"):
        take_back_movement(movement=declared.movements.first(), by=cast.clerk)
    operations.remove_declaration(declaration=declared, by=cast.clerk)
    assert (numbers_away(meeting), Movement.objects.count(), Declaration.objects.count()) == ([], 0, 0)


def test_leaving_for_the_whole_agenda_is_one_leaving(cast, meeting):
    declared = declare(cast, meeting)
    assert (numbers_away(meeting), [one.item.number for one in declared.movements.all()]) == (["1", "2", "3"], ["1"])


def test_whoever_is_out_already_does_not_leave_again(cast, meeting):
    item = meeting.items.get(number="2")
    record_movement(attendance=row(meeting), direction="left", item=item, at_time=None, by=cast.clerk)
    with pytest.raises(Refused, match=r"Joss Lindqvist is out of the room already\. Left at item 2\."):
        declare(cast, meeting, "left", "2", "3")
    declare(cast, meeting, "left", "1", "2")
    assert [one.item.number for one in Movement.objects.exclude(declaration=None)] == ["1"]


def test_leaving_twice_for_one_item(cast, meeting):
    declare(cast, meeting, "left", "2")
    with pytest.raises(Refused, match="Declared an interest and left for this item"):
        declare(cast, meeting, "left", "2")
    assert Declaration.objects.count() == 1


@pytest.mark.parametrize("consequence", ["left", "spoke", "stayed", "chair_vacated"])
def test_nothing_followed_for_somebody_who_is_not_there(cast, meeting, consequence):
    Attendance.objects.filter(name="Joss Lindqvist").update(status="apologies")
    with pytest.raises(Refused, match="Joss Lindqvist is not marked as present, so nothing followed"):
        declare(cast, meeting, consequence, "2")
    assert not Declaration.objects.exists()


def test_only_whoever_presides_leaves_the_chair(cast, meeting):
    with pytest.raises(Refused, match="Joss Lindqvist is not in the chair and cannot leave it"):
        declare(cast, meeting, "chair_vacated", "2")
    preside(attendance=row(meeting), item=meeting.items.get(number="2"), how="elected", by=cast.clerk)
    declare(cast, meeting, "chair_vacated", "2")
    assert not Presiding.objects.filter(item__isnull=False).exists()
    declare(cast, meeting, "chair_vacated", "3", name="Rhiannon Vale")


def test_interests_and_none_contradict_each_other(cast, meeting):
    declared = declare(cast, meeting, "none", "2")
    nil = {"kind": "nil", "interest": "", "whose": ""}
    with pytest.raises(Refused, match="declared an interest at this meeting"):
        declare(cast, meeting, "none", **nil)
    operations.remove_declaration(declaration=declared, by=cast.clerk)
    declare(cast, meeting, "none", **nil)
    with pytest.raises(Refused, match="nothing to declare already"):
        declare(cast, meeting, "none", **nil)
    with pytest.raises(Refused, match="is down as having nothing to declare"):
        declare(cast, meeting, "none", "2")


def test_taken_down_twice(cast, meeting):
    declared = declare(cast, meeting, "none", "2")
    gone = Declaration.objects.get(pk=declared.pk)
    operations.remove_declaration(declaration=declared, by=cast.clerk)
    with pytest.raises(Refused, match="taken down already"):
        operations.remove_declaration(declaration=gone, by=cast.clerk)
