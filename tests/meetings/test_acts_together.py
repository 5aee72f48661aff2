"""Two browsers, or a retry that overtakes its first try: acts of one meeting go one after the other, each once."""

import datetime as dt
import uuid

import pytest
from django.utils import timezone

from meetings.models import Act
from meetings.operations.acts import perform_act
from meetings.operations.attendance import open_attendance
from tests import cast as the_cast
from tests.at_once import at_once
from tests.factories import create_meeting

AT = dt.datetime(2025, 10, 14, 13, tzinfo=dt.UTC)


@pytest.fixture
def people(transactional_db) -> the_cast.Cast:
    return the_cast.assemble()


def performing(people, meeting, key, kind, **asked):
    return lambda: perform_act(
        meeting=meeting, key=key, kind=kind, asked=asked, done_at=AT, by=people.clerk, at=timezone.now()
    )


def test_the_same_key_twice_at_once_is_one_act(people):
    meeting, key = create_meeting(people.board), uuid.uuid4()
    open_attendance(meeting=meeting, by=people.clerk)
    row = meeting.attendances.get(name="Joss Lindqvist")
    before = row.history.count()
    same = performing(people, meeting, key, "attendance", attendance=row.pk, status="present")
    first, *others = at_once(*[same] * 4)
    assert others == [first] * 3
    assert (Act.objects.count(), row.history.count()) == (1, before + 1)


def test_one_key_at_two_meetings_is_refused_once(people):
    meetings = [create_meeting(people.board, dt.date(2025, 10, day)) for day in (14, 15)]
    key = uuid.uuid4()
    answers = at_once(*(performing(people, meeting, key, "public", count=3) for meeting in meetings))
    assert list(map(str, answers)).count("That belongs to another meeting.") == 1
    assert sorted(meeting.public_count or 0 for meeting in refreshed(meetings)) == [0, 3]


def refreshed(meetings):
    for meeting in meetings:
        meeting.refresh_from_db()
    return meetings
