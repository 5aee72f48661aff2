"""The calendar: meetings of all boards a reader may know of."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from boards.models import Board
from meetings.models import Meeting
from meetings.queries.meeting import meetings_known_to
from trust.tools.words import hours

#: The columns of the list as a sheet.
COLUMNS = ("Board", "Date", "Time", "Where", "Kind", "State")
AT_MOST = 200


@dataclass(frozen=True)
class CalendarPage:
    """Meetings to come and past, the boards and years there are to choose from, and how many were found."""

    coming: Sequence[Meeting]
    past: Sequence[Meeting]
    past_count: int
    boards: Sequence[Board]
    years: Sequence[int]

    @property
    def found(self) -> int:
        return len(self.coming) + self.past_count


def meetings_found(reader: Any, *, board: str = "", year: str = "") -> QuerySet[Meeting]:
    """Meetings the reader may know of, of one board (by its address) and one year if given, latest first."""
    found = meetings_known_to(reader).select_related("board")
    if board:
        found = found.filter(board__slug=board)
    if year.isdecimal() and len(year) == 4 and int(year) >= dt.MINYEAR:
        found = found.filter(date__year=int(year))
    return found.order_by("-date", "-pk")


def calendar_page(reader: Any, *, on: dt.date, board: str = "", year: str = "") -> CalendarPage:
    """Everything to come and the latest past meetings. Five statements, whatever the database holds."""
    known = meetings_known_to(reader)
    found = meetings_found(reader, board=board, year=year)
    return CalendarPage(
        coming=list(found.filter(date__gte=on).order_by("date", "starts_at", "pk")),
        past=list(found.filter(date__lt=on)[:AT_MOST]),
        past_count=found.filter(date__lt=on).count(),
        boards=list(Board.objects.filter(pk__in=known.order_by().values("board"))),
        years=[day.year for day in known.order_by().dates("date", "year", order="DESC")],
    )


def calendar_rows(reader: Any, *, board: str = "", year: str = "") -> list[tuple[object, ...]]:
    """The list as a sheet, under ``COLUMNS``."""
    return [
        (
            meeting.board.name,
            meeting.date,
            hours(meeting.starts_at, meeting.ends_at),
            meeting.venue,
            meeting.get_kind_display(),
            meeting.get_state_display(),
        )
        for meeting in meetings_found(reader, board=board, year=year)
    ]
