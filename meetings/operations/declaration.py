"""Putting down interests declared, and taking down what was put down by mistake."""

from collections.abc import Sequence
from typing import Any

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Attendance, Declaration, Meeting
from meetings.operations.locked import lock, locked_record_refuses, minutes_of
from meetings.rules.attendance import check_attendance_open
from meetings.rules.declaration import check_declaration
from trust.tools.keeping import discard, keep


def record_declaration(
    *,
    attendance: Attendance,
    kind: str,
    interest: str,
    whose: str,
    consequence: str,
    items: Sequence[AgendaItem],
    by: Any,
) -> Declaration:
    """An interest in some items or, with none, in all; or a nil return."""
    with locked_record_refuses():
        meeting = _open(attendance.meeting, by)
        check_declaration(attendance, kind, interest, consequence, items)
        declared = Declaration(
            meeting=meeting, attendance=attendance, kind=kind, interest=interest, whose=whose, consequence=consequence
        )
        keep(declared, by=by)
        declared.items.set(items)
    return declared


def remove_declaration(*, declaration: Declaration, by: Any) -> None:
    """One put down by mistake; its history stays."""
    with locked_record_refuses():
        _open(declaration.meeting, by)
        declaration.items.clear()
        discard(declaration, by=by)


def _open(meeting: Meeting, by: Any) -> Meeting:
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    check_attendance_open(meeting, minutes_of(meeting))
    return meeting
