"""Who can be chosen as moving an approval, and at which meeting minutes are approved next (habit H10; issue 4 §2)."""

import datetime as dt

from meetings.models import Attendance
from meetings.operations.reopening import reopen_minutes
from meetings.queries.approval import approving_meeting
from meetings.queries.meeting import next_meeting
from tests.factories import create_meeting
from tests.meetings.minuted import AT, HELD, NEXT, create_following, create_minuted

PAGE = f"{NEXT}minutes/approve/"


def offered(client) -> list[str]:
    return [row.name for row in client.get(PAGE).context["form"].fields["mover"].queryset]


def test_h10_who_takes_minutes_and_has_no_vote_is_not_offered_as_a_mover(cast, as_):
    create_minuted(cast)
    create_following(cast)
    assert offered(as_("clerk")) == ["Rhiannon Vale", "Joss Lindqvist"]


def test_h10_with_nobody_marked_who_votes_the_page_says_so_and_leads_to_attendance(cast, as_):
    create_minuted(cast)
    following = create_following(cast)
    Attendance.objects.filter(meeting=following, seat__voting=True).update(status="apologies", is_presiding=False)
    refused = as_("clerk").get(PAGE).content.decode()
    assert "not quorate" in refused
    assert f'href="{NEXT}attendance/"' in refused
    cast.board.terms.update(quorum_members=None, quorum_numerator=None, quorum_denominator=None, quorum_partners=0)
    page = as_("clerk").get(PAGE).content.decode()
    assert "Nobody who votes is marked as present" in page
    assert f'href="{NEXT}attendance/"' in page


def test_a_second_meeting_on_the_same_day_is_the_next_that_can_approve(cast):
    morning = create_minuted(cast).meeting
    create_following(cast)
    second = create_meeting(cast.board, HELD, address="2025-10-14-2", starts_at=dt.time(16))
    assert approving_meeting(morning) == next_meeting(morning) == second


def test_one_earlier_on_the_same_day_is_not(cast):
    afternoon, following = create_minuted(cast).meeting, create_following(cast)
    create_meeting(cast.board, HELD, address="2025-10-14-2", starts_at=dt.time(9))
    assert approving_meeting(afternoon) == following


def test_demand_7_minutes_opened_again_wait_for_a_meeting_held_since(cast):
    minutes, following = create_minuted(cast, state="approved"), create_following(cast)
    later = create_meeting(cast.board, following.date + dt.timedelta(days=28))
    reopened = reopen_minutes(
        minutes=minutes, reason="The figure is wrong.", by=cast.clerk, at=AT + dt.timedelta(days=2)
    )
    assert approving_meeting(minutes.meeting) == following
    assert approving_meeting(minutes.meeting, reopened) == later
