"""How far a meeting is, which item can be taken, what was only passed over."""

import datetime as dt

import pytest

from meetings.models import AgendaItem, Meeting, Sitting
from meetings.rules.sitting import Stage, check_can_take, check_taken_by_opening, stage_of, was_passed_over
from trust.tools.refusal import why_not
from trust.tools.words import LONDON

TODAY = dt.date(2025, 10, 14)
NOW = dt.datetime(2025, 10, 14, 14, 5, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
EARLY = "This meeting is on Wednesday 15 October 2025. Its items are taken on the day."


@pytest.mark.parametrize(
    ("state", "day", "minutes", "at_item", "stage"),
    [
        ("called", TODAY + DAY, None, False, Stage.BEFORE),
        ("preparing", TODAY, None, False, Stage.BEFORE),
        ("called", TODAY, None, False, Stage.UNBEGUN),
        ("called", TODAY, "draft", True, Stage.ON),
        ("called", TODAY, "circulated", True, Stage.OVER),
        ("held", TODAY, "draft", True, Stage.ON),
        ("held", TODAY, None, False, Stage.UNBEGUN),
        ("held", TODAY - DAY, "draft", True, Stage.OVER),
        ("called", TODAY - DAY, "draft", True, Stage.OVER),
        ("called", TODAY - DAY, None, False, Stage.OVER),
        ("cancelled", TODAY, None, False, Stage.CALLED_OFF),
        ("postponed", TODAY + DAY, None, False, Stage.CALLED_OFF),
    ],
)
def test_stages_of_a_meeting(state, day, minutes, at_item, stage):
    assert stage_of(Meeting(state=state, date=day), minutes, at_item=at_item, on=TODAY) == stage


def test_every_state_of_a_meeting_has_a_stage():
    assert {stage_of(Meeting(state=state, date=TODAY), None, at_item=True, on=TODAY) for state in Meeting.State}


@pytest.mark.parametrize(
    ("meeting_state", "day", "item_state", "refusal"),
    [
        ("called", TODAY, "open", ""),
        (
            "called",
            TODAY + DAY,
            "open",
            "This meeting is on Wednesday 15 October 2025. Its items are taken on the day.",
        ),
        ("held", TODAY, "open", ""),
        ("held", TODAY - DAY, "open", "This meeting is over. Put the order taken right on its own page."),
        ("cancelled", TODAY, "open", "This meeting did not take place."),
        ("called", TODAY, "deferred", "Item 2.3 is deferred. Put it back on the agenda first."),
        ("called", TODAY, "moved", "Item 2.3 is taken with another item. Put it back on the agenda first."),
    ],
)
def test_what_can_be_taken(meeting_state, day, item_state, refusal):
    meeting = Meeting(state=meeting_state, date=day)
    item = AgendaItem(number="2.3", state=item_state)
    assert why_not(check_can_take, meeting, None, item, on=TODAY) == refusal


@pytest.mark.parametrize(
    ("since", "minuted", "passed"),
    [(5, False, True), (5, True, False), (25, False, False), (None, False, False)],
)
def test_an_item_opened_for_a_moment_was_not_taken(since, minuted, passed):
    begun = None if since is None else NOW - dt.timedelta(seconds=since)
    assert was_passed_over(Sitting(item_since=begun), minuted=minuted, at=NOW) is passed


@pytest.mark.parametrize(
    ("hour", "minute", "sitting", "refusal"),
    [
        (14, 5, {}, ""),
        (13, 50, {}, ""),
        (9, 30, {}, "This meeting has not begun."),
        (15, 0, {"item_id": 4, "item_since": NOW}, ""),
        (15, 0, {"item_since": NOW}, "This meeting is over."),
    ],
)
def test_opening_an_item_takes_it_only_while_the_meeting_goes_on(hour, minute, sitting, refusal):
    meeting = Meeting(state="called", date=TODAY, starts_at=dt.time(14))
    at = dt.datetime(2025, 10, 14, hour, minute, tzinfo=LONDON)
    assert why_not(check_taken_by_opening, meeting, Sitting(**sitting), at=at) == refusal
    assert why_not(check_taken_by_opening, Meeting(date=TODAY), Sitting(), at=at) == ""
