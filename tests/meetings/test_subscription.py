"""Approved minutes arrive at the boards that receive them (gap 8; demand: what a member of another partner may not know
of does not reach them)."""

import pytest
from django.utils import timezone

from boards.models import Board, BoardRelation
from boards.operations.subscription import end_subscription, subscribe
from meetings.models import Minutes, Reopening
from meetings.operations.meeting import call_off_meeting, prepare_meeting
from meetings.operations.subscription import deliver
from tests.factories import create_meeting, create_minutes
from tests.meetings.neighbours import create_neighbours, create_prepared, in_days
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db


@pytest.fixture
def near(cast):
    return create_neighbours(cast)


@pytest.fixture
def subscribed(cast, near):
    """The cast's board receives the minutes of the Safeguarding Board."""
    return subscribe(board=near.asking, to_board=near.asked, from_date=in_days(-30), by=cast.clerk)


def approved(board: Board, *, by, days: int = 40):
    """A set of minutes, approved today."""
    meeting = create_meeting(board, in_days(-days), state="held")
    now = timezone.now()
    return create_minutes(meeting, state="approved", approved_at=now, approved_by=by)


def approved_again(minutes: Minutes, *, by) -> None:
    """Opened again, and approved today as the next version."""
    now, again = minutes.approved_at, {"version_left": minutes.version, "reason": "A figure is wrong."}
    Reopening.objects.create(minutes=minutes, at=now, by=by, **again)
    minutes.state, minutes.version, minutes.approved_at, minutes.approved_by = "circulated", 2, None, None
    minutes.circulated_at, minutes.circulated_by = now, by
    minutes.save()
    minutes.state, minutes.approved_at, minutes.approved_by = "approved", now, by
    minutes.save()


def received(board: Board) -> list[str]:
    """Titles of the items for information on the board's agendas that bring minutes, with the day."""
    found = board.meetings.filter(items__receives__isnull=False).order_by("date")
    return [item.title for meeting in found for item in meeting.items.filter(receives__isnull=False)]


def test_gap_8_approved_minutes_land_on_the_draft_agenda_once(cast, near, subscribed):
    meeting = create_prepared(near.asking)
    minutes = approved(near.asked, by=near.clerk_there)
    deliver(minutes=minutes, by=near.clerk_there)
    deliver(minutes=minutes, by=near.clerk_there)
    item = meeting.items.get(receives=minutes)
    assert (item.section.title, item.purpose, item.number) == ("Information items", "information", "2.1")
    assert item.title == f"Minutes of the Safeguarding Board, {minutes.meeting.date:%-d %B %Y}"


def test_gap_8_opened_again_and_approved_after_they_were_received_they_come_once_more(cast, near, subscribed):
    received_at = create_prepared(near.asking)
    minutes = approved(near.asked, by=near.clerk_there)
    deliver(minutes=minutes, by=near.clerk_there)
    approved_again(minutes, by=near.clerk_there)
    deliver(minutes=minutes, by=near.clerk_there)
    assert len(received(near.asking)) == 1
    type(received_at).objects.filter(pk=received_at.pk).update(date=in_days(-1), state="held")
    following = create_prepared(near.asking, days=50)
    deliver(minutes=minutes, by=near.clerk_there)
    deliver(minutes=minutes, by=near.clerk_there)
    assert following.items.get(receives=minutes).title.endswith(", version 2")


def test_gap_8_minutes_wait_for_the_next_agenda_where_none_is_prepared(cast, near, subscribed):
    create_prepared(near.asking, days=7, state="called")
    deliver(minutes=approved(near.asked, by=near.clerk_there), by=near.clerk_there)
    assert received(near.asking) == []
    prepare_meeting(board=near.asking, by=cast.clerk, date=in_days(60))
    assert len(received(near.asking)) == 1


def test_minutes_on_the_agenda_of_a_meeting_called_off_come_on_the_next(cast, near, subscribed):
    first, second = create_prepared(near.asking), create_prepared(near.asking, days=50)
    deliver(minutes=approved(near.asked, by=near.clerk_there), by=near.clerk_there)
    assert first.items.filter(receives__isnull=False).exists()
    call_off_meeting(meeting=first, state="cancelled", reason="Snow.", by=cast.clerk)
    assert second.items.filter(receives__isnull=False).count() == 1


def test_minutes_approved_before_it_began_or_after_it_ended_do_not_come(cast, near):
    create_prepared(near.asking)
    relation = subscribe(board=near.asking, to_board=near.asked, from_date=in_days(1), by=cast.clerk)
    deliver(minutes=approved(near.asked, by=near.clerk_there), by=near.clerk_there)
    relation.from_date, relation.to_date = in_days(-30), in_days(-1)
    relation.save()
    deliver(minutes=approved(near.asked, by=near.clerk_there, days=20), by=near.clerk_there)
    assert received(near.asking) == []


def test_the_title_does_not_name_a_board_of_whom_only_its_own_may_know(cast, near, subscribed):
    Board.objects.filter(pk=near.asked.pk).update(visibility="members")
    create_prepared(near.asking)
    deliver(minutes=approved(near.asked, by=near.clerk_there), by=near.clerk_there)
    assert [title.partition(",")[0] for title in received(near.asking)] == ["Minutes of another board"]


def test_only_who_manages_one_of_the_two_subscribes_and_knows_of_the_other(cast, near):
    given = {"from_date": in_days(0)}
    managers = "Only the officers who manage this board may do this."
    assert why_not(subscribe, board=near.asking, to_board=near.asked, by=cast.member, **given) == managers
    unknown = why_not(subscribe, board=near.asking, to_board=cast.other_board, by=cast.clerk, **given)
    assert unknown == "Choose another board whose minutes are to be received."
    subscribe(board=near.asking, to_board=near.asked, by=near.clerk_there, **given)
    twice = why_not(subscribe, board=near.asking, to_board=near.asked, by=cast.clerk, **given)
    assert twice == "The Executive Group receives the minutes of the Safeguarding Board already."


def test_a_subscription_ends_once_and_not_before_it_began(cast, near, subscribed):
    early = why_not(end_subscription, relation=subscribed, last_day=in_days(-40), why="", by=cast.clerk)
    assert early.endswith("The last day cannot be before that.")
    end_subscription(relation=subscribed, last_day=in_days(0), why="No longer needed", by=cast.clerk)
    again = why_not(end_subscription, relation=subscribed, last_day=in_days(3), why="", by=cast.clerk)
    assert again.startswith("It ends on")


def test_the_page_subscribes_step_by_step(cast, near, as_):
    at = f"/boards/{near.asking.slug}/subscriptions/"
    day = timezone.localdate()
    given = {
        "to_board": near.asked.pk,
        "from_date_day": day.day,
        "from_date_month": day.month,
        "from_date_year": day.year,
    }
    read = as_("clerk").post(f"{at}add/", given)
    assert "Safeguarding Board" in read.content.decode()
    assert not BoardRelation.objects.exists()
    as_("clerk").post(f"{at}add/", given | {"confirmed": "yes"})
    assert "Safeguarding Board" in as_("member").get(at).content.decode()
    assert as_("public").get(at).status_code in (302, 403)
    assert as_("member").post(f"{at}add/", given | {"confirmed": "yes"}).status_code == 403
    relation = BoardRelation.objects.get()
    assert as_("member").get(f"{at}{relation.pk}/end/").status_code == 403
    assert as_("clerk").get(f"{at}{relation.pk}/end/").status_code == 200
