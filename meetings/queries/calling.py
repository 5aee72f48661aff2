"""What keeps an agenda from going out."""

import datetime as dt
from typing import Any

from meetings.models import Meeting
from meetings.queries.capacity import check_agenda_lawful
from meetings.queries.report import check_reports_complete
from meetings.rules.meeting import check_can_be_called
from trust.tools.refusal import why_not


def cannot_call(meeting: Meeting, items: int, reader: Any, *, on: dt.date) -> str:
    """Why its agenda of so many items cannot go out; "" where it can, and where a past meeting is entered as held."""
    if refusal := why_not(check_can_be_called, meeting, items=items):
        return refusal
    return why_not(check_goes_out, meeting, reader) if meeting.date >= on else ""


def check_goes_out(meeting: Meeting, by: Any) -> None:
    """Joint money has a legal agreement behind it (requirement 1.16 ii), and reports have their comments (4.12)."""
    check_agenda_lawful(meeting, by)
    check_reports_complete(meeting, by)
