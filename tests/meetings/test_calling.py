"""Calling a meeting and what becomes of it (issue 2 §3.3; requirements 2.3, 2.22)."""

import datetime as dt

import pytest

from boards.models import SeatHolding
from meetings.models import Meeting, StandingItem
from meetings.operations import meeting as operations
from tests.factories import create_item, create_meeting, create_person, create_seat
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db
AT = dt.datetime(2025, 10, 1, 9, tzinfo=dt.UTC)
DAY = dt.date(2025, 10, 14)


@pytest.fixture
def standing(cast):
    """Matters arising; Decision making with minutes of the last meeting and declarations; Next meeting."""

    def item(title, **fields):
        return StandingItem.objects.create(board=cast.board, title=title, position=len(made), **fields)

    made = []
    made.append(item("Matters arising", is_section=True, purpose="matters_arising"))
    made.append(item("Decision making", is_section=True))
    made.append(item("Minutes of the last meeting", section=made[1], purpose="last_minutes"))
    made.append(item("Declarations of interest", section=made[1], purpose="declarations"))
    made.append(item("Commissioning update", section=made[1]))
    made.append(item("Next meeting", is_section=True, purpose="next_meeting"))
    return made


def prepare(cast, date=DAY, **details):
    return operations.prepare_meeting(board=cast.board, by=cast.clerk, date=date, **details)


def agenda(meeting) -> list[str]:
    return [str(item) for item in meeting.items.all()]


def test_2_3_the_agenda_is_made_of_standing_items(cast, standing):
    create_meeting(cast.board, dt.date(2025, 9, 16), state="held")
    meeting = prepare(cast)
    assert agenda(meeting) == [
        "1.0 Matters arising",
        "2.0 Decision making",
        "2.1 Minutes of the last meeting",
        "2.2 Commissioning update",
        "3.0 Next meeting",
    ]
    assert meeting.items.get(number="2.1").text == "To agree the minutes of the meeting on Tuesday 16 September 2025."


def test_2_3_terms_decide_on_minutes_and_declarations(cast, standing):
    cast.board.terms.update(approves_minutes=False, takes_declarations=True, numbering="plain")
    assert agenda(prepare(cast))[2:4] == ["1 Declarations of interest", "2 Commissioning update"]


def test_two_meetings_on_one_day_have_two_addresses(cast):
    assert [prepare(cast).address, prepare(cast).address] == ["2025-10-14", "2025-10-14-2"]


def test_only_the_clerk_prepares(cast):
    with pytest.raises(NotPermitted):
        operations.prepare_meeting(board=cast.board, by=cast.chair, date=DAY)


def test_calling_opens_the_attendance_list(cast, standing):
    meeting = operations.call_meeting(meeting=prepare(cast), by=cast.clerk, at=AT)
    assert (meeting.state, meeting.called_by, meeting.called_at) == ("called", cast.clerk, AT)
    rows = meeting.attendances.values_list("name", "post", "organisation", "capacity", "status")
    assert list(rows) == [
        ("Rhiannon Vale", "Director of Children’s Services", "Council", "member", "expected"),
        ("Joss Lindqvist", "Director, Child and Family Health", "Health Trust", "member", "expected"),
        ("Kirsty Sandhu", "Policy Officer", "Council", "minute_taker", "expected"),
    ]


def test_a_meeting_of_a_past_day_is_entered_as_held(cast, standing):
    meeting = operations.call_meeting(meeting=prepare(cast, dt.date(2011, 1, 25)), by=cast.clerk, at=AT)
    assert (meeting.state, meeting.called_at) == ("held", None)
    assert meeting.attendances.count() == 3


def test_an_empty_agenda_is_not_called(cast):
    with pytest.raises(Refused, match="no items"):
        operations.call_meeting(meeting=prepare(cast), by=cast.clerk, at=AT)


def test_the_list_follows_the_seats_until_the_meeting_is_held(cast, standing):
    meeting = operations.call_meeting(meeting=prepare(cast), by=cast.clerk, at=AT)
    create_seat(cast.board, partner=cast.police, holder=create_person("Oona Blyth"))
    SeatHolding.objects.filter(person=cast.person("member")).update(to_date=DAY - dt.timedelta(days=1))
    operations.hold_meeting(meeting=meeting, by=cast.clerk, at=AT + dt.timedelta(days=13))
    create_seat(cast.board, partner=cast.police, holder=create_person("Too Late"))
    assert {row.name for row in meeting.attendances.all()} == {"Rhiannon Vale", "Kirsty Sandhu", "Oona Blyth"}


def test_calling_off_keeps_the_reason(cast):
    meeting = create_meeting(cast.board)
    operations.call_off_meeting(meeting=meeting, state="postponed", reason="Snow.", by=cast.clerk)
    last = meeting.history.latest()
    assert (last.state, last.history_change_reason, last.history_user) == ("postponed", "Snow.", cast.clerk)
    with pytest.raises(Refused, match="cannot be marked as held"):
        operations.hold_meeting(meeting=meeting, by=cast.clerk, at=AT + dt.timedelta(days=30))


def test_calling_off_says_why(cast):
    with pytest.raises(Refused, match="Say why"):
        operations.call_off_meeting(meeting=create_meeting(cast.board), state="cancelled", reason=" ", by=cast.clerk)


def test_the_day_moves_only_until_the_meeting_is_called(cast):
    meeting = prepare(cast)
    meeting = operations.amend_meeting(meeting=meeting, by=cast.clerk, date=dt.date(2025, 10, 21), venue="Room 3")
    assert (meeting.address, meeting.venue) == ("2025-10-21", "Room 3")
    create_item(meeting)
    operations.call_meeting(meeting=meeting, by=cast.clerk, at=AT)
    with pytest.raises(Refused, match="Postpone it"):
        operations.amend_meeting(meeting=meeting, by=cast.clerk, date=DAY)
    assert Meeting.objects.get(pk=meeting.pk).date == dt.date(2025, 10, 21)
