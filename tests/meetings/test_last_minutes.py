"""The item "Minutes of the last meeting" appears by itself, with the sets to approve (demand 8)."""

import datetime as dt

import pytest

from meetings.models import AgendaItem, Minutes, StandingItem
from meetings.operations.circulation import circulate_minutes
from meetings.operations.meeting import prepare_meeting
from meetings.rules import last_minutes as rules
from meetings.rules.agenda import branches
from tests.factories import create_board
from tests.meetings.minuted import AT, create_minuted
from tests.meetings.test_ruled import change_terms

FIRST, SECOND, AHEAD = dt.date(2025, 9, 9), dt.date(2025, 10, 14), dt.date(2025, 12, 9)


def prepared(cast, **details):
    return prepare_meeting(board=details.pop("board", cast.board), by=cast.clerk, date=AHEAD, **details)


@pytest.mark.parametrize(
    ("own", "elsewhere", "words"),
    [
        ([], [], ""),
        ([SECOND], [], "To agree the minutes of the meeting on Tuesday 14 October 2025."),
        ([FIRST, SECOND], [("Trust Board", FIRST), ("", SECOND)],
         "To agree the minutes of the meetings on Tuesday 9 September 2025 and Tuesday 14 October 2025, the meeting of "
         "the Trust Board on Tuesday 9 September 2025 and a meeting on Tuesday 14 October 2025."),
    ],
)  # fmt: skip
def test_what_the_item_says(own, elsewhere, words):
    assert rules.words_for(own, elsewhere) == words


def test_it_goes_behind_apologies_and_declarations():
    purposes = ["apologies", "declarations", "discussion"]
    items = [AgendaItem(pk=place, position=place, purpose=purpose) for place, purpose in enumerate(purposes)]
    assert rules.place_for(branches(items)) == 2
    assert rules.place_for([]) == 0


def test_demand_8_it_comes_by_itself_with_every_set_that_waits(cast):
    for title in ("Apologies", "Decision making"):
        purpose = "apologies" if title == "Apologies" else "discussion"
        position = cast.board.standing_items.count()
        StandingItem.objects.create(board=cast.board, title=title, purpose=purpose, is_section=True, position=position)
    create_minuted(cast, date=FIRST)
    create_minuted(cast, date=SECOND, state="draft")
    meeting = prepared(cast)
    items = [str(item) for item in meeting.items.all()]
    assert items == ["1.0 Apologies", "2.0 Minutes of the last meeting", "3.0 Decision making"]
    said = meeting.items.get(purpose="last_minutes").text
    assert said == "To agree the minutes of the meetings on Tuesday 9 September 2025 and Tuesday 14 October 2025."


def test_an_agenda_that_has_the_item_is_brought_up_to_date_unless_it_was_written_otherwise(cast):
    meeting = prepared(cast)
    assert not meeting.items.exists()
    minutes = create_minuted(cast, state="draft")
    circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT)
    item = meeting.items.get(purpose="last_minutes")
    assert "14 October 2025" in item.text
    item.text = "To agree the minutes, which Joss Lindqvist introduces."
    item.save()
    second = create_minuted(cast, state="draft", date=FIRST)
    circulate_minutes(meeting=second.meeting, by=cast.clerk, at=AT)
    assert meeting.items.get(purpose="last_minutes").text == "To agree the minutes, which Joss Lindqvist introduces."


def test_approved_sets_wait_no_more(cast):
    create_minuted(cast, state="approved")
    assert not prepared(cast).items.exists()


def test_an_extraordinary_meeting_has_it_only_by_its_terms(cast):
    create_minuted(cast)
    assert not prepared(cast, kind="extraordinary").items.exists()
    change_terms(cast.board, extraordinary_may_approve=True)
    assert prepared(cast, kind="extraordinary").items.exists()


def test_it_comes_on_the_agenda_of_the_board_that_approves(cast):
    parent = create_board("Parent Group")
    change_terms(cast.board, approving_board=parent)
    minutes = create_minuted(cast, state="draft")
    own = prepared(cast)
    theirs = own.__class__.objects.create(board=parent, date=AHEAD, address="2025-12-09", state="preparing")
    circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT)
    assert "Minutes of the last meeting" in [item.title for item in theirs.items.all()]
    assert "a meeting on Tuesday 14 October 2025" in theirs.items.get(purpose="last_minutes").text
    assert not own.items.exists()


def test_members_find_the_drafts_at_the_item_and_nobody_else_does(cast, as_):
    minutes = create_minuted(cast)
    meeting = prepared(cast)
    meeting.state, meeting.called_at, meeting.called_by = "called", AT, cast.clerk
    meeting.save()
    assert minutes.get_absolute_url() in as_("member").get(meeting.get_absolute_url()).content.decode()
    Minutes.objects.filter(pk=minutes.pk).update(state="draft", circulated_at=None, circulated_by=None)
    assert f'href="{minutes.get_absolute_url()}"' not in as_("member").get(meeting.get_absolute_url()).content.decode()
