"""Who came, as the desk keeps the list and as minutes print it."""

from dataclasses import dataclass

from boards.models import Seat
from boards.queries.terms import terms_on
from meetings.models import Attendance, Meeting
from meetings.rules.attendance import Quorum, next_to_preside, quorum
from trust.tools.words import listing

Status, Capacity = Attendance.Status, Attendance.Capacity
#: Present as members of the meeting are, though without a vote.
PRESENT_AS = (Capacity.MEMBER, Capacity.MINUTE_TAKER)


@dataclass(frozen=True)
class SheetRow:
    """One line as printed: ``note`` is "Chair", "minutes", "for X" or what else belongs in brackets."""

    name: str
    post: str
    organisation: str
    note: str
    initials: str
    attendance: Attendance
    public_name: str = ""

    @property
    def name_in_public(self) -> str:
        """How an edition for the public names them: a young person or lay member may be withheld."""
        return self.public_name or self.name


@dataclass(frozen=True)
class AttendanceSheet:
    """The lists that head a set of minutes."""

    present: tuple[SheetRow, ...]
    apologies: tuple[SheetRow, ...]
    absent: tuple[SheetRow, ...]
    expected: tuple[SheetRow, ...]
    in_attendance: tuple[SheetRow, ...]
    public_count: int | None
    quorum: Quorum

    @property
    def presiding(self) -> SheetRow | None:
        return next((row for row in self.present + self.in_attendance if row.attendance.is_presiding), None)

    @property
    def minute_takers(self) -> list[SheetRow]:
        return [row for row in self.present if row.attendance.capacity == Capacity.MINUTE_TAKER]


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


def attendance_sheet(meeting: Meeting) -> AttendanceSheet:
    """Who was present, with the chair first and the minute taker last among those of one standing. Five statements.

    A substitute is present in their own name, for the holder; the holder stays among those away.
    """
    rows = attendance_rows(meeting)
    here = [_here(row) for row in rows if row.is_in_the_room]
    present = [row for row in here if row.attendance.capacity in PRESENT_AS]
    return AttendanceSheet(
        present=tuple(sorted(present, key=_chair_first_minutes_last)),
        apologies=_away(rows, Status.APOLOGIES),
        absent=_away(rows, Status.ABSENT),
        expected=_away(rows, Status.EXPECTED),
        in_attendance=tuple(row for row in here if row.attendance.capacity not in PRESENT_AS),
        public_count=meeting.public_count,
        quorum=quorum(terms_on(meeting.board, meeting.date), rows),
    )


def _here(row: Attendance) -> SheetRow:
    if row.substitute is None:
        person = row.person
        public = person.public_name if person else ""
        return SheetRow(row.name, row.post, row.organisation, _note(row), row.initials, row, public)
    who = row.substitute
    return SheetRow(
        who.name, row.substitute_post, row.organisation, _note(row), who.initials, row, public_name=who.public_name
    )


def _away(rows: list[Attendance], status: str) -> tuple[SheetRow, ...]:
    return tuple(
        SheetRow(
            row.name, row.post, row.organisation, "", row.initials, row, row.person.public_name if row.person else ""
        )
        for row in rows
        if row.status == status
    )


def _note(row: Attendance) -> str:
    notes = [_chair(row)] if row.is_presiding else []
    if row.capacity == Capacity.MINUTE_TAKER:
        notes.append("minutes")
    elif row.capacity not in (Capacity.MEMBER, Capacity.IN_ATTENDANCE):
        notes.append(row.get_capacity_display().lower())
    if row.substitute_id:
        notes.append(f"for {row.name}")
    if seats := list(row.also_for.all()):
        notes.append(f"also for {listing(str(seat) for seat in seats)}")
    if items := [item.number_shown or item.title for item in row.items.all() if not item.is_exempt]:
        notes.append(f"for {'item' if len(items) == 1 else 'items'} {listing(items)}")
    if row.remote:
        notes.append("by video")
    return ", ".join(notes)


def _chair(row: Attendance) -> str:
    """A chair of the board is named so; anybody else is in the chair for this meeting."""
    return "Chair" if row.seat and row.seat.role in (Seat.Role.CHAIR, Seat.Role.JOINT_CHAIR) else "in the chair"


def _chair_first_minutes_last(row: SheetRow) -> tuple[bool, bool]:
    return not row.attendance.is_presiding, row.attendance.capacity == Capacity.MINUTE_TAKER
