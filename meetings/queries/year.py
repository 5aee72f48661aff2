"""A board's year as a reader may know of it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.http import Http404

from boards.models import Board
from boards.queries.terms import terms_on
from meetings.models import Meeting, YearlyMeeting
from meetings.queries.meeting import meetings_known_to
from meetings.rules.year import YearPlan, begins_in, first_month, plan, year_on
from trust.tools.words import short_date

COLUMNS = ("What it is for", "Usual month", "Meeting", "State")


def purposes_of(board: Board, *, on: dt.date) -> list[YearlyMeeting]:
    """What the board meets for every year, in order; those that ended are not among them from their last day on."""
    found = [one for one in board.yearly_meetings.all() if one.ended_date is None or one.ended_date > on]
    return sorted(found, key=lambda one: (one.position, one.pk))


def purpose_of(board: Board, pk: int) -> YearlyMeeting:
    found = board.yearly_meetings.filter(pk=pk).first()
    if found is None:
        raise Http404("No purpose of this board is at this address.")
    return found


def year_of(board: Board, reader: Any, *, on: dt.date, year: int | None = None) -> YearPlan:
    """The year that a day is in, or that begins in ``year``. Purposes that ended later still stand in it."""
    month = first_month(purposes_of(board, on=on))
    begins = begins_in(year or year_on(on, month), month)
    empty = plan(purposes_of(board, on=begins), [], begins)
    held = Meeting.objects.not_cancelled().filter(pk__in=meetings_known_to(reader).values("pk"))
    held = held.filter(board=board, date__range=(begins, empty.ends))
    meetings = list(held.select_related("board", "yearly").distinct().order_by("date", "pk"))
    terms = terms_on(board, begins)
    return plan(purposes_of(board, on=begins), meetings, begins, asked=terms.meetings_a_year if terms else None)


def sheet_rows(found: YearPlan) -> Iterator[tuple[object, ...]]:
    for slot in found.slots:
        month = f"{slot.month:%B %Y}"
        if slot.is_missing:
            yield (slot.yearly.purpose, month, "", "Not in the calendar")
        for meeting in slot.meetings:
            yield (slot.yearly.purpose, month, short_date(meeting.date), meeting.get_state_display())
    for meeting in found.extra:
        yield ("", "", short_date(meeting.date), meeting.get_state_display())
