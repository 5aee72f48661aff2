"""The list of who came, as it is kept; how minutes print it is ``queries.present``."""

from dataclasses import dataclass

from boards.queries.terms import terms_on
from meetings.models import Attendance, Meeting
from meetings.rules.attendance import Quorum, next_to_preside, quorum

Status = Attendance.Status


@dataclass(frozen=True)
class AttendanceList:
    """The list as it is kept: every row in order, who may take the chair, and how the quorum stands."""

    meeting: Meeting
    rows: tuple[Attendance, ...]
    quorum: Quorum

    @property
    def presiding(self) -> Attendance | None:
        return next((row for row in self.rows if row.is_presiding), None)

    @property
    def offered_the_chair(self) -> Attendance | None:
        return None if self.presiding else next_to_preside(self.rows)

    @property
    def in_the_room(self) -> list[Attendance]:
        return [row for row in self.rows if row.is_in_the_room]

    @property
    def away(self) -> list[Attendance]:
        return [row for row in self.rows if row.status == Status.APOLOGIES]

    @property
    def waiting(self) -> list[Attendance]:
        """Those of whom nothing is recorded yet."""
        return [row for row in self.rows if row.status == Status.EXPECTED]


def attendance_rows(meeting: Meeting) -> list[Attendance]:
    """Every row in its order, with what its line and the quorum need. Three statements."""
    related = ["seat__partner", "seat__constituency", "partner", "person", "substitute"]
    return list(meeting.attendances.select_related(*related).prefetch_related("items", "also_for__partner"))


def attendance_list(meeting: Meeting) -> AttendanceList:
    """Five statements, however many came."""
    rows = attendance_rows(meeting)
    return AttendanceList(meeting, tuple(rows), quorum(terms_on(meeting.board, meeting.date), rows))
