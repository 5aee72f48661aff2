"""What the database refuses, said as the rules say it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

from boards.permissions import check_may_minute
from meetings.models import Attendance, Meeting
from meetings.models.locks import SENTENCE
from meetings.queries.minutes import minutes_of
from meetings.rules.agenda import check_agenda_open
from meetings.rules.attendance import check_attendance_open
from trust.tools.refusal import Refused


@contextmanager
def locked_record_refuses() -> Iterator[None]:
    """Do the work in one transaction; the refusal of an approved record by the database itself becomes Refused."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if SENTENCE in str(error):
            raise Refused(SENTENCE) from error
        raise


def lock(meeting: Meeting) -> Meeting:
    """The meeting as it now stands, held so that nobody else changes its agenda or attendance meanwhile."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("board").get(pk=meeting.pk)


def open_meeting(meeting: Meeting, by: Any) -> Meeting:
    """The meeting locked, for whoever may minute it, while its room may still be recorded."""
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    check_attendance_open(meeting, minutes_of(meeting))
    return meeting


def open_agenda(meeting: Meeting, by: Any) -> Meeting:
    """The meeting locked, for whoever may minute it, while its agenda may still be changed."""
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    check_agenda_open(meeting, minutes_of(meeting))
    return meeting


def open_row(attendance: Attendance, by: Any) -> tuple[Meeting, Attendance]:
    """One line of its list as it now stands, locked with the meeting."""
    meeting = open_meeting(attendance.meeting, by)
    rows = Attendance.objects.select_for_update(of=("self",)).select_related("seat__partner", "person", "substitute")
    row = rows.filter(meeting=meeting, pk=attendance.pk).first()
    if row is None:
        raise Refused("They are no longer on the list of this meeting.")
    return meeting, row
