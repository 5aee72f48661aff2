"""Who stands in for whom, and nobody here and away at once (habits H1, H2; demand 12)."""

import datetime as dt

import pytest

from meetings.models import Attendance
from meetings.operations import attendance as operations
from meetings.queries.room import room_record
from tests.factories import create_person, create_seat
from tests.meetings.minuted import create_held, row
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db
AT = dt.datetime(2025, 10, 14, 13, tzinfo=dt.UTC)


@pytest.fixture
def meeting(cast):
    meeting = create_held(cast)
    meeting.attendances.filter(name="Joss Lindqvist").update(status="apologies")
    return meeting


@pytest.fixture
def deputy(cast):
    return create_person("Ines Okafor", partner=cast.health, post="Deputy Director")


def mark(cast, meeting, status, name="Joss Lindqvist"):
    return operations.record_attendance(attendance=row(meeting, name), status=status, by=cast.clerk, at=AT)


def filled(meeting):
    return room_record(meeting).as_it_met.quorum.filled


def test_demand_12_two_stand_in_for_one_and_the_seat_counts_once(cast, meeting, deputy):
    operations.name_substitute(attendance=row(meeting), substitute=deputy, by=cast.clerk)
    assert filled(meeting) == 2
    other = create_person("Nia Bowen", partner=cast.health, post="Matron")
    stand_in = operations.add_stand_in(attendance=row(meeting), person=other, by=cast.clerk)
    assert (stand_in.post, stand_in.organisation, stand_in.capacity) == ("Matron", "Health Trust", "member")
    assert (stand_in.stands_for, stand_in.status, filled(meeting)) == (row(meeting), "present", 2)
    with pytest.raises(Refused, match="Nia Bowen stands in for Joss Lindqvist"):
        mark(cast, meeting, "present")
    operations.remove_attendance(attendance=stand_in, by=cast.clerk)
    mark(cast, meeting, "present")


def test_whoever_is_here_is_not_stood_for(cast, meeting, deputy):
    with pytest.raises(Refused, match="Rhiannon Vale is here, so nobody stands in"):
        operations.add_stand_in(attendance=row(meeting, "Rhiannon Vale"), person=deputy, by=cast.clerk)


def test_a_substitute_is_not_there_in_their_own_right_too(cast, meeting, deputy):
    create_seat(cast.board, partner=cast.health, holder=deputy)
    meeting.state = "called"
    meeting.save()
    operations.open_attendance(meeting=meeting, by=cast.clerk)
    operations.name_substitute(attendance=row(meeting), substitute=deputy, by=cast.clerk)
    with pytest.raises(Refused, match="Ines Okafor sits for Joss Lindqvist"):
        mark(cast, meeting, "present", "Ines Okafor")
    with pytest.raises(Refused, match="so cannot be away from it"):
        mark(cast, meeting, "apologies", "Ines Okafor")
    operations.name_substitute(attendance=row(meeting), substitute=None, by=cast.clerk)
    mark(cast, meeting, "apologies", "Ines Okafor")
    with pytest.raises(Refused, match="marked as away from this meeting"):
        operations.name_substitute(attendance=row(meeting), substitute=deputy, by=cast.clerk)


def test_nobody_is_present_and_in_apologies(cast, meeting):
    """On two lines of the list: here on one, away on the other."""
    seat = create_seat(cast.board, partner=cast.health)
    twice = Attendance(meeting=meeting, seat=seat, person=cast.person("member"), name="Joss Lindqvist")
    twice.save()
    for status, refused in (("apologies", False), ("present", True), ("expected", False)):
        if refused:
            with pytest.raises(Refused, match="on the list in another place, marked apologies"):
                operations.record_attendance(attendance=twice, status=status, by=cast.clerk, at=AT)
        else:
            operations.record_attendance(attendance=twice, status=status, by=cast.clerk, at=AT)


def test_nobody_is_put_on_the_list_twice(cast, meeting, deputy):
    fields = {"capacity": "observer", "status": "present"}
    with pytest.raises(Refused, match="Joss Lindqvist is on the list already"):
        operations.add_attendance(meeting=meeting, person=cast.person("member"), fields=fields, by=cast.clerk)
    operations.name_substitute(attendance=row(meeting), substitute=deputy, by=cast.clerk)
    with pytest.raises(Refused, match="Ines Okafor sits for Joss Lindqvist already"):
        operations.add_attendance(meeting=meeting, person=deputy, fields=fields, by=cast.clerk)


def test_demand_12_one_stands_for_several(cast, meeting):
    chair, seat = row(meeting, "Rhiannon Vale"), cast.seats["member"]
    operations.amend_attendance(attendance=chair, fields={"also_for": [seat]}, by=cast.clerk)
    assert filled(meeting) == 2
    meeting.refresh_from_db()
    assert meeting.quorum == "met"
    mine = cast.seats["chair"]
    with pytest.raises(Refused, match="Rhiannon Vale holds that seat already"):
        operations.amend_attendance(attendance=chair, fields={"also_for": [mine]}, by=cast.clerk)


def test_a_seat_with_its_holder_there_is_represented_by_nobody_else(cast, meeting):
    mark(cast, meeting, "present")
    with pytest.raises(Refused, match="Joss Lindqvist is here in that seat"):
        operations.amend_attendance(
            attendance=row(meeting, "Rhiannon Vale"), fields={"also_for": [cast.seats["member"]]}, by=cast.clerk
        )


def test_whoever_the_record_names_is_not_taken_off(cast, meeting):
    fields = {"name": "Bevan", "capacity": "observer", "status": "present"}
    bevan = operations.add_attendance(meeting=meeting, person=None, fields=fields, by=cast.clerk)
    bevan.declarations.create(meeting=meeting, kind="personal", interest="A cousin bids.")
    with pytest.raises(Refused, match="Bevan is down as presiding, moving or declaring an interest"):
        operations.remove_attendance(attendance=bevan, by=cast.clerk)
