"""Steps of plans and action plans come on agendas by themselves, each once; what was missed is said (1.8, 2.18)."""

import datetime as dt

import pytest

from boards.queries.attention import findings_of
from commissioning.models import PlanItem, Priority, PriorityReturn
from commissioning.operations.plan import take_step
from commissioning.operations.priority import set_returns
from meetings.models import Meeting
from meetings.operations.agenda import remove_item
from meetings.operations.disposal import defer, withdraw
from meetings.operations.meeting import call_off_meeting, prepare_meeting
from meetings.operations.year import create_year, say_purpose
from tests.commissioning.planned import JUNE, MARCH, NOVEMBER, TODAY, YEAR, create_plan, create_purposes
from tests.factories import create_meeting
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db


@pytest.fixture
def purposes(cast):
    return create_purposes(cast.board)


def make_year(cast, purposes) -> list[Meeting]:
    days = {one.pk: on for one, on in zip(purposes, (JUNE, NOVEMBER, MARCH), strict=True)}
    where = {"venue": "", "form": "in_person", "starts_at": dt.time(14), "ends_at": None}
    return create_year(board=cast.board, year=YEAR, on=TODAY, days=days, by=cast.clerk, **where)


def titles(meeting: Meeting) -> list[str]:
    """What came by itself, but for the minutes of the last meeting."""
    return [item.title for item in meeting.items.exclude(purpose="last_minutes")]


def test_1_8_when_a_years_meetings_are_made_each_has_its_step_of_the_plan(cast, purposes):
    create_plan(cast)
    first, second, third = make_year(cast, purposes)
    named = f"Plan for children, {YEAR}/{(YEAR + 1) % 100:02}"
    assert titles(first) == [f"{named}: plan and resources"]
    assert titles(second) == [f"{named}: mid-year review and adjusted spending"]
    assert titles(third) == [f"{named}: end-of-year sign-off"]


def test_a_plan_tied_afterwards_comes_on_agendas_being_prepared_and_comes_once(cast, purposes):
    meetings = make_year(cast, purposes)
    plan = create_plan(cast)
    prepare_meeting(board=cast.board, by=cast.clerk, date=JUNE + dt.timedelta(days=9))
    assert [len(titles(meeting)) for meeting in meetings] == [1, 1, 1]
    assert plan.items.count() == 3


def test_an_agenda_that_was_sent_out_changes_no_more(cast, purposes):
    sent = create_meeting(cast.board, JUNE, yearly=purposes[0])
    create_plan(cast)
    assert not titles(sent)


def test_what_was_done_already_does_not_come(cast, purposes):
    plan = create_plan(cast)
    at = dt.datetime.now(dt.UTC)
    take_step(plan=plan, year=YEAR, kind="agreed", date=min(JUNE, TODAY), by=cast.clerk, at=at, on=TODAY)
    first, second, _ = make_year(cast, purposes)
    assert (titles(first), len(titles(second))) == ([], 1)


def test_a_meeting_said_to_be_for_a_purpose_gets_its_business(cast, purposes):
    create_plan(cast)
    meeting = prepare_meeting(board=cast.board, by=cast.clerk, date=NOVEMBER)
    assert not titles(meeting)
    say_purpose(meeting=meeting, yearly=purposes[1], by=cast.clerk)
    assert "mid-year review" in titles(meeting)[0]


def test_called_off_it_comes_on_the_next_for_the_same_purpose(cast, purposes):
    plan = create_plan(cast)
    first, _, _ = make_year(cast, purposes)
    later = prepare_meeting(board=cast.board, by=cast.clerk, date=JUNE + dt.timedelta(days=20), yearly=purposes[0])
    assert not titles(later)
    call_off_meeting(meeting=first, state="cancelled", reason="Snow", by=cast.clerk)
    assert (len(titles(later)), plan.items.filter(step="agreed").count()) == (1, 1)


def priority_back(cast, every: int = 6, first: dt.date = JUNE) -> Priority:
    priority = Priority.objects.create(board=cast.board, title="Infant feeding")
    return set_returns(priority=priority, every=every, first=first, by=cast.clerk)


def test_2_18_an_action_plan_comes_back_by_itself_and_never_twice(cast, purposes):
    priority = priority_back(cast)
    first, second, third = make_year(cast, purposes)
    set_returns(priority=priority, every=6, first=JUNE, by=cast.clerk)
    assert [titles(one) for one in (first, second, third)] == [
        ["Action plan: Infant feeding"],
        [],
        ["Action plan: Infant feeding"],
    ]
    due = [one.due_date for one in PriorityReturn.objects.all()]
    assert due == [JUNE, dt.date(YEAR, 12, 3)]


def test_2_18_deferred_it_is_remembered_where_it_went(cast):
    priority_back(cast)
    first = prepare_meeting(board=cast.board, by=cast.clerk, date=JUNE)
    later = prepare_meeting(board=cast.board, by=cast.clerk, date=JUNE + dt.timedelta(days=30))
    first.state = Meeting.State.HELD
    first.save()
    defer(item=first.items.get(), reason="No time", by=cast.clerk)
    assert PriorityReturn.objects.get().item.meeting == later
    assert titles(later) == ["Action plan: Infant feeding"]


def test_the_agenda_says_how_the_action_plan_and_the_plan_stand(as_, cast, purposes):
    priority = priority_back(cast)
    priority.milestones.create(title="Peer supporters", due_date=dt.date(YEAR - 1, 1, 1))
    create_plan(cast)
    first, _, _ = make_year(cast, purposes)
    page = as_("clerk").get(first.get_absolute_url()).content.decode()
    assert "The action plan: one milestone is to be reached, one is late." in page
    assert "nothing has been agreed yet" in page
    assert priority.get_absolute_url() in page


def sentences(cast, on: dt.date) -> list[str]:
    return [one.sentence for one in findings_of([cast.board], cast.member, on) if one.kind in ("plan", "priority")]


def test_1_8_a_step_whose_meeting_passed_without_it_needs_attention(cast, purposes):
    create_plan(cast)
    create_meeting(cast.board, JUNE, yearly=purposes[0], state="held")
    assert sentences(cast, JUNE) == []
    (said,) = sentences(cast, JUNE + dt.timedelta(days=1))
    assert said.endswith(f"it is to be agreed, with its resources. The meeting on 3 June {YEAR} passed without it.")


def test_2_18_an_action_plan_overdue_to_come_back_needs_attention(cast):
    priority = priority_back(cast)
    priority.milestones.create(title="Peer supporters", due_date=JUNE)
    found = sentences(cast, JUNE + dt.timedelta(days=40))
    assert found == [
        f"“Infant feeding”: its action plan was to come back by 3 June {YEAR}, and is on no agenda.",
        "“Infant feeding”: one of its milestones is late.",
    ]
    prepare_meeting(board=cast.board, by=cast.clerk, date=JUNE + dt.timedelta(days=50))
    assert len(sentences(cast, JUNE + dt.timedelta(days=40))) == 1


def test_an_item_that_came_by_itself_is_withdrawn_rather_than_taken_off(cast, purposes):
    create_plan(cast)
    first, _, _ = make_year(cast, purposes)
    item = PlanItem.objects.get(step="agreed").item
    assert "Mark it as withdrawn" in why_not(remove_item, item=item, by=cast.clerk)
    withdraw(item=item, reason="The plan waits for the budget", by=cast.clerk)
    prepare_meeting(board=cast.board, by=cast.clerk, date=JUNE + dt.timedelta(days=20), yearly=purposes[0])
    assert (len(titles(first)), PlanItem.objects.count()) == (1, 3)
