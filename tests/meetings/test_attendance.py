"""Keeping the list of who came (issue 2 §3.4; habits H1, H2)."""

import datetime as dt

import pytest

from meetings.models import Attendance
from meetings.operations import attendance as operations
from meetings.queries.attendance import attendance_list
from meetings.queries.minutes import minutes_document
from tests.factories import create_item, create_meeting, create_minutes, create_person, create_seat
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db
AT = dt.datetime(2025, 10, 14, 13, tzinfo=dt.UTC)


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board)
    operations.open_attendance(meeting=meeting, by=cast.clerk)
    return meeting


def row(meeting, name) -> Attendance:
    return meeting.attendances.get(name=name)


def record(cast, meeting, name, status="present"):
    return operations.record_attendance(attendance=row(meeting, name), status=status, by=cast.clerk, at=AT)


def printed(meeting):
    """The lists as the minutes print them."""
    return minutes_document(type(meeting).objects.get(pk=meeting.pk), edition="full", with_exempt=True)


def test_opening_twice_is_opening_once(cast, meeting, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        operations.open_attendance(meeting=meeting, by=cast.clerk)
    assert meeting.attendances.count() == 3


def test_presence_on_the_day_means_the_meeting_is_held(cast, meeting):
    record(cast, meeting, "Joss Lindqvist")
    meeting.refresh_from_db()
    assert (meeting.state, meeting.quorum) == ("held", "not_met")
    record(cast, meeting, "Rhiannon Vale")
    meeting.refresh_from_db()
    assert meeting.quorum == "met"


def test_the_chair_presides_once_here_and_gives_it_up_when_away(cast, meeting):
    assert record(cast, meeting, "Rhiannon Vale").is_presiding
    assert not record(cast, meeting, "Rhiannon Vale", "apologies").is_presiding


def test_the_vice_chair_is_offered_and_one_presides(cast, meeting):
    vice = create_person("Tamsin Oakes", partner=cast.health)
    create_seat(cast.board, partner=cast.health, holder=vice, role="vice_chair")
    operations.open_attendance(meeting=meeting, by=cast.clerk)
    record(cast, meeting, "Tamsin Oakes")
    assert attendance_list(meeting).offered_the_chair.name == "Tamsin Oakes"
    operations.take_the_chair(attendance=row(meeting, "Tamsin Oakes"), by=cast.clerk)
    record(cast, meeting, "Rhiannon Vale")
    operations.take_the_chair(attendance=row(meeting, "Rhiannon Vale"), by=cast.clerk)
    assert [found.name for found in meeting.attendances.filter(is_presiding=True)] == ["Rhiannon Vale"]


def test_nobody_presides_from_afar(cast, meeting):
    with pytest.raises(Refused, match="not marked as present"):
        operations.take_the_chair(attendance=row(meeting, "Joss Lindqvist"), by=cast.clerk)


def test_h1_a_substitute_sits_for_the_holder(cast, meeting):
    deputy = create_person("Ines Okafor", partner=cast.health, post="Deputy Director")
    found = operations.name_substitute(attendance=row(meeting, "Joss Lindqvist"), substitute=deputy, by=cast.clerk)
    assert (found.status, found.substitute_post) == ("apologies", "Deputy Director")
    sheet = printed(meeting)
    assert [(line.name, line.post, line.organisation, line.note) for line in sheet.present] == [
        ("Ines Okafor", "Deputy Director", "Health Trust", "for Joss Lindqvist")
    ]
    assert [line.name for line in sheet.apologies] == ["Joss Lindqvist"]


def test_demand_11_a_substitute_keeps_the_name_of_the_day(cast, meeting):
    deputy = create_person("Ines Okafor", partner=cast.health, post="Deputy Director")
    operations.name_substitute(attendance=row(meeting, "Joss Lindqvist"), substitute=deputy, by=cast.clerk)
    deputy.name = "Ines Marlow"
    deputy.save()
    assert [line.name for line in printed(meeting).present] == ["Ines Okafor"]


def test_a_substitute_leaves_when_the_holder_comes(cast, meeting):
    deputy = create_person("Ines Okafor", partner=cast.police, post="Inspector")
    found = operations.name_substitute(attendance=row(meeting, "Joss Lindqvist"), substitute=deputy, by=cast.clerk)
    assert found.substitute_post == "Inspector, Police"
    found = record(cast, meeting, "Joss Lindqvist")
    assert (found.substitute, found.substitute_post) == (None, "")


def test_a_name_alone_is_an_entry(cast, meeting):
    found = operations.add_attendance(
        meeting=meeting,
        person=None,
        fields={"name": "Bevan", "capacity": "observer", "status": "present"},
        by=cast.clerk,
    )
    assert (found.name, found.initials, found.post, found.person) == ("Bevan", "B", "", None)
    assert [(line.name, line.note) for line in printed(meeting).in_attendance] == [("Bevan", "observer")]


def test_known_people_bring_their_post(cast, meeting):
    fields = {"capacity": "presenter", "status": "present"}
    person = cast.person("member_of_another_partner")
    found = operations.add_attendance(meeting=meeting, person=person, fields=fields, by=cast.clerk)
    assert (found.name, found.post, found.organisation) == ("Oyin Adeyemi", "Superintendent", "Police")
    operations.remove_attendance(attendance=found, by=cast.clerk)
    assert meeting.attendances.count() == 3


def test_a_seat_stays_on_the_list(cast, meeting):
    with pytest.raises(Refused, match="A seat stays on the list"):
        operations.remove_attendance(attendance=row(meeting, "Joss Lindqvist"), by=cast.clerk)


def test_the_list_is_printed_with_its_notes(cast, meeting):
    for name in ("Rhiannon Vale", "Joss Lindqvist", "Kirsty Sandhu"):
        record(cast, meeting, name)
    item = create_item(meeting, number="2.3")
    fields = {"items": [item], "remote": True, "initials": "JLQ"}
    operations.amend_attendance(attendance=row(meeting, "Joss Lindqvist"), fields=fields, by=cast.clerk)
    assert [(line.name, line.note) for line in printed(meeting).present] == [
        ("Rhiannon Vale", "Chair"),
        ("Joss Lindqvist", "for item 2.3; by video"),
        ("Kirsty Sandhu", "minutes"),
    ]


def test_the_list_costs_the_same_however_many_came(cast, meeting, django_assert_num_queries):
    for number in range(12):
        create_seat(cast.board, partner=cast.health, holder=create_person(f"Member {number}"))
    operations.open_attendance(meeting=meeting, by=cast.clerk)
    with django_assert_num_queries(6):
        attendance_list(meeting)


def test_only_the_clerk_records(cast, meeting):
    with pytest.raises(NotPermitted):
        operations.record_attendance(attendance=row(meeting, "Rhiannon Vale"), status="present", by=cast.member, at=AT)


def test_approved_minutes_lock_the_list(cast, meeting):
    found = row(meeting, "Rhiannon Vale")
    create_minutes(meeting, state="approved", approved_at=AT, approved_by=cast.clerk)
    with pytest.raises(Refused, match="These minutes are approved"):
        operations.record_attendance(attendance=found, status="present", by=cast.clerk, at=AT)
    with pytest.raises(Refused, match="These minutes are approved"), operations.locked_record_refuses():
        found.save()


def test_the_public_is_counted(cast, meeting):
    operations.count_public(meeting=meeting, count=4, by=cast.clerk)
    assert printed(meeting).others[0] == "Four members of the public attended."
