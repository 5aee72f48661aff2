"""Who presides, over the meeting and over one item (requirement 2.1), and who is told to have at approval."""

import datetime as dt

import pytest

from meetings.models import Attendance, Presiding
from meetings.operations import attendance as marking
from meetings.operations import declaration as declaring
from meetings.operations import presiding as operations
from meetings.queries.approval import chairing
from meetings.queries.room import room_record
from tests.factories import create_item, create_person, create_seat
from tests.meetings.minuted import create_with_items, row
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db
AT = dt.datetime(2025, 10, 14, 13, tzinfo=dt.UTC)


@pytest.fixture
def meeting(cast):
    return create_with_items(cast, "1", "2")


def preside(cast, meeting, name="Joss Lindqvist", number=None, how=""):
    item = meeting.items.get(number=number) if number else None
    return operations.preside(attendance=row(meeting, name), item=item, how=how, by=cast.clerk)


def declare(cast, meeting, name, number, consequence):
    item = meeting.items.get(number=number)
    said = {"kind": "personal", "interest": "A cousin bids.", "whose": "", "consequence": consequence}
    return declaring.record_declaration(attendance=row(meeting, name), items=[item], by=cast.clerk, **said)


def chairs(meeting):
    return [[one.name for one in found.presiding] for found in room_record(meeting).through().values()]


def test_over_one_item_somebody_else(cast, meeting):
    found = preside(cast, meeting, number="2")
    assert (found.how, chairs(meeting)) == ("elected", [["Rhiannon Vale"], ["Joss Lindqvist"]])
    operations.end_presiding(presiding=found, by=cast.clerk)
    assert chairs(meeting) == [["Rhiannon Vale"]] * 2


def test_one_presides_and_whoever_did_does_no_longer(cast, meeting):
    preside(cast, meeting)
    assert (chairs(meeting), chairing(meeting).presiding) == ([["Joss Lindqvist"]] * 2, "Joss Lindqvist")
    assert meeting.attendances.get(is_presiding=True).name == "Joss Lindqvist"
    preside(cast, meeting, "Rhiannon Vale")
    assert [(one.attendance.name, one.how) for one in Presiding.objects.all()] == [("Rhiannon Vale", "chair")]


def test_recused_only_where_the_chair_declared_something(cast, meeting):
    with pytest.raises(Refused, match="Put down the interest that the chair declared"):
        preside(cast, meeting, number="2", how="recused")
    declare(cast, meeting, "Rhiannon Vale", "2", "chair_vacated")
    preside(cast, meeting, number="2", how="recused")
    assert chairs(meeting) == [["Rhiannon Vale"], ["Joss Lindqvist"]]


def test_undoing_the_declaration_gives_back_the_chair(cast, meeting):
    declared = declare(cast, meeting, "Rhiannon Vale", "2", "left")
    preside(cast, meeting, number="2", how="recused")
    declaring.remove_declaration(declaration=declared, by=cast.clerk)
    assert (chairs(meeting), Presiding.objects.count()) == ([["Rhiannon Vale"]] * 2, 0)


@pytest.fixture
def joint(cast, meeting):
    """A board with two joint chairs, both here."""
    for name in ("Bryn Hale", "Alys Fenn"):
        seat = create_seat(cast.board, partner=cast.health, holder=create_person(name), role="joint_chair")
        seat.save()
    Attendance.objects.filter(pk=row(meeting, "Rhiannon Vale").pk).delete()
    meeting.state = "called"
    meeting.save()
    marking.open_attendance(meeting=meeting, by=cast.clerk)
    for name in ("Bryn Hale", "Alys Fenn"):
        marking.record_attendance(attendance=row(meeting, name), status="present", by=cast.clerk, at=AT)
    return meeting


def test_joint_chairs_preside_together_and_both_are_named(cast, joint):
    assert chairs(joint) == [["Bryn Hale", "Alys Fenn"]] * 2
    assert chairing(joint).presiding == "Bryn Hale and Alys Fenn"


def test_a_joint_chair_who_stays_presides_on(cast, joint):
    marking.record_attendance(attendance=row(joint, "Bryn Hale"), status="absent", by=cast.clerk, at=AT)
    assert (chairs(joint), chairing(joint).presiding) == ([["Alys Fenn"]] * 2, "Alys Fenn")
    assert joint.attendances.get(is_presiding=True).name == "Alys Fenn"


def test_a_joint_chair_gives_up_the_chair_to_the_other(cast, joint):
    operations.end_presiding(presiding=joint.presidings.get(attendance__name="Bryn Hale"), by=cast.clerk)
    assert chairing(joint).presiding == "Alys Fenn"


def test_who_presided_over_the_minutes_of_the_last_meeting_signs_them(cast, meeting):
    """LGA 1972 Sch 12 para 41: whoever presided where they were approved."""
    create_item(meeting, "Minutes of the last meeting", number="3", purpose="last_minutes")
    preside(cast, meeting, number="3")
    assert chairing(meeting).presiding == "Joss Lindqvist"


def test_taken_back_twice(cast, meeting):
    found = preside(cast, meeting, number="2")
    gone = Presiding.objects.get(pk=found.pk)
    operations.end_presiding(presiding=found, by=cast.clerk)
    with pytest.raises(Refused, match="taken back already"):
        operations.end_presiding(presiding=gone, by=cast.clerk)
