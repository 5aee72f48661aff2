"""Attendance that falls, for what needs attention at a board: from the meetings that were held and recorded."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from boards.models import Board
from boards.rules.attention import Finding, Kind
from meetings.models import Attendance, Meeting
from meetings.rules.falling import MEETINGS, Filled, falling, stayed_away

UNRECORDED = Attendance.Status.EXPECTED


def attendance_noticed(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """Two statements, however many boards. The denominator is the meetings held while the seat was held (demand 13)."""
    latest = Window(RowNumber(), partition_by=F("board"), order_by=[F("date").desc(), F("pk").desc()])
    recorded = Attendance.objects.exclude(status=UNRECORDED).values("meeting")
    held = Meeting.objects.filter(board__in=boards, date__lt=on, state=Meeting.State.HELD, pk__in=recorded)
    places = held.annotate(place=latest).filter(place__lte=2 * MEETINGS).values_list("pk", "board", "place")
    meetings = {pk: (board, place) for pk, board, place in places}
    sat: dict[int, dict[int, list[Filled]]] = defaultdict(lambda: defaultdict(list))
    rows = Attendance.objects.filter(meeting__in=meetings, seat__isnull=False, seat__voting=True)
    for row in rows.exclude(status=UNRECORDED):
        its_board, place = meetings[row.meeting_id]
        sat[its_board][place].append(Filled(row.seat_id, row.name, row.fills_seat))  # type: ignore[arg-type]
    for board in boards:
        yield from _of_board(board, [sat[board.pk][place] for place in sorted(sat[board.pk])])


def _of_board(board: Board, meetings: list[list[Filled]]) -> Iterator[Finding]:
    if said := falling(meetings):
        yield Finding(board, Kind.ATTENDANCE, said, board.get_absolute_url())
    for seat, name in stayed_away(meetings):
        said = f"{name} came to none of the last three meetings, and nobody came in their place."
        yield Finding(board, Kind.ATTENDANCE, said, reverse("boards:seat", args=[board.slug, seat]))
