"""A list that is open already takes in seats that changed before the meeting, and keeps what is marked (issue 5 §3)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.operations.seat import appoint, end_holding
from boards.queries.seats import seats_on
from meetings.operations.attendance import bring_up_to_date
from tests.factories import create_meeting, create_person, create_seat

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SOON = TODAY + dt.timedelta(days=7)


@pytest.fixture
def meeting(cast):
    found = create_meeting(cast.board, SOON)
    bring_up_to_date(meeting=found, by=cast.clerk)
    return found


@pytest.fixture
def changed(cast, meeting):
    """Asha Quill takes the member’s seat before the meeting, and a seat is added."""
    told = {"by": cast.clerk, "on": TODAY}
    end_holding(holding=cast.seats["member"].holdings.get(), last_day=TODAY, **told)
    asha = create_person("Asha Quill", partner=cast.health)
    appoint(seat=cast.seats["member"], person=asha, from_date=TODAY + dt.timedelta(days=1), **told)
    create_seat(cast.board, partner=cast.police, holder=create_person("Sid Marsh", partner=cast.police))
    return meeting


def at(meeting, act=""):
    return f"/boards/executive-group/meetings/{meeting.address}/attendance/{act}"


def names(meeting):
    return set(meeting.attendances.values_list("name", flat=True))


def test_the_officer_reads_what_changed_and_takes_it_in_by_one_act(as_, changed):
    page = as_("clerk").get(at(changed)).content.decode()
    assert "Asha Quill sits for Health Trust on the day, in place of Joss Lindqvist." in page
    assert "Sid Marsh sits for Police on the day, and is not in the list yet." in page
    after = as_("clerk").post(at(changed, "open/"), follow=True).content.decode()
    assert ("Asha Quill" in names(changed), "Sid Marsh" in names(changed)) == (True, True)
    assert ("Joss Lindqvist" in names(changed), "Seats have changed" in after) == (False, False)


def test_what_is_marked_stays_and_is_said(as_, changed):
    changed.attendances.filter(name="Joss Lindqvist").update(status="apologies")
    page = as_("clerk").get(at(changed)).content.decode()
    assert "Joss Lindqvist is marked apologies in that seat, and stays so." in page
    as_("clerk").post(at(changed, "open/"))
    assert changed.attendances.get(name="Joss Lindqvist").status == "apologies"
    assert "Sid Marsh" in names(changed)


def test_somebody_who_left_is_said(cast, as_, meeting):
    end_holding(holding=cast.seats["member"].holdings.get(), last_day=TODAY, by=cast.clerk, on=TODAY)
    assert "Joss Lindqvist does not sit on the day any more." in as_("clerk").get(at(meeting)).content.decode()


def test_nothing_is_offered_where_nothing_changed_or_the_meeting_is_held(as_, meeting, changed):
    as_("clerk").post(at(changed, "open/"))
    assert "Seats have changed" not in as_("clerk").get(at(meeting)).content.decode()
    changed.attendances.all().delete()
    changed.state = "held"
    changed.save()
    assert "Seats have changed" not in as_("clerk").get(at(changed)).content.decode()


@pytest.mark.parametrize("who", ["member", "chair"])
def test_members_are_not_offered_it(as_, changed, who):
    assert "Seats have changed" not in as_(who).get(at(changed)).content.decode()
    assert as_(who).post(at(changed, "open/")).status_code == 403
    assert seats_on(changed.board, SOON)
