"""What a board meets for every year, and a year's meetings made together."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_minute
from meetings.models import Meeting, YearlyMeeting
from meetings.operations.arrival import lay_waiting
from meetings.operations.meeting import prepare_meeting
from meetings.queries.year import year_of
from meetings.rules import year as rules
from trust.tools.keeping import keep
from trust.tools.plain import plain_line
from trust.tools.refusal import Refused


@transaction.atomic
def add_purpose(*, board: Board, purpose: str, month: int, position: int, by: Any) -> YearlyMeeting:
    """One more of the meetings a board holds every year."""
    check_may_minute(by, board)
    added = YearlyMeeting(board=board, purpose=plain_line(purpose), month=month, position=position)
    return keep(added, by=by)


@transaction.atomic
def change_purpose(*, yearly: YearlyMeeting, purpose: str, month: int, position: int, by: Any) -> YearlyMeeting:
    yearly = _held(yearly, by)
    yearly.purpose, yearly.month, yearly.position = plain_line(purpose), month, position
    return keep(yearly, by=by)


@transaction.atomic
def end_purpose(*, yearly: YearlyMeeting, on: dt.date, by: Any) -> YearlyMeeting:
    """Years that begin later have it no more; meetings held for it keep it."""
    yearly = _held(yearly, by)
    if yearly.ended_date is not None:
        raise Refused("The board meets for this no more.")
    yearly.ended_date = on
    return keep(yearly, by=by, because="Ended")


@transaction.atomic
def create_year(
    *, board: Board, year: int, on: dt.date, days: dict[int, dt.date], by: Any, **where: Any
) -> list[Meeting]:
    """The meetings of a year that are not in the calendar yet, each with its standing items, all of them or none.

    ``days`` are by the key of the purpose; ``where`` are the fields that all have: starts_at, ends_at, venue, form.
    """
    Board.objects.select_for_update().get(pk=board.pk)
    check_may_minute(by, board)
    found = year_of(board, by, on=on, year=year)
    rules.check_can_create(found, days)
    purposes = {slot.yearly.pk: slot.yearly for slot in found.slots}
    in_order = sorted(days.items(), key=lambda one: one[1])
    return [prepare_meeting(board=board, by=by, date=day, yearly=purposes[pk], **where) for pk, day in in_order]


@transaction.atomic
def say_purpose(*, meeting: Meeting, yearly: YearlyMeeting | None, by: Any) -> Meeting:
    """Which of the year’s meetings this one is: its agenda stays, and what waits for such a meeting comes on it."""
    meeting = Meeting.objects.select_for_update(of=["self"]).select_related("board").get(pk=meeting.pk)
    check_may_minute(by, meeting.board)
    rules.check_can_be_for(meeting, yearly)
    meeting.yearly = yearly
    keep(meeting, by=by, because="What it is for")
    lay_waiting(board=meeting.board, by=by)
    return meeting


def _held(yearly: YearlyMeeting, by: Any) -> YearlyMeeting:
    found = YearlyMeeting.objects.select_for_update(of=["self"]).select_related("board").get(pk=yearly.pk)
    check_may_minute(by, found.board)
    return found
