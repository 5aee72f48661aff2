"""How a board's actions stood at its last meetings, read from what history has of each."""

import datetime as dt
from typing import Any

from actions.models import CALLED_OFF, Action, State
from actions.queries.action import known_on_board
from actions.rules.trend import Point, Stood, trend
from boards.models import Board
from meetings.models import Meeting
from trust.tools.words import the_day

MEETINGS = 6
_KEPT = ("id", "history_date", "state", "due_kind", "due_date", "due_meeting", "followed_by", "board")


def trend_of(board: Board, reader: Any, *, on: dt.date) -> list[Point]:
    """The last six meetings, the earliest first. Four statements, however many actions."""
    held = Meeting.objects.filter(board=board, date__lte=on).exclude(state__in=CALLED_OFF)
    days = sorted(set(held.order_by("-date").values_list("date", flat=True)[:MEETINGS]))
    known = known_on_board(board, reader, on=on)
    born = dict(known.values_list("pk", "meeting__date"))
    rows = Action.history.filter(id__in=list(born)).order_by("history_date", "history_id").values_list(*_KEPT)
    moved = dict(Meeting.objects.filter(board=board).values_list("pk", "date"))
    stood, begun = list[Stood](), set[int]()
    for pk, at, state, kind, day, meeting, followed, own in rows:
        due = moved.get(meeting) if kind == Action.Due.MEETING else day
        listed = (followed or own) == board.pk
        if pk not in begun and (first := born[pk]):  # minuted afterwards: it is of the day of its meeting
            stood.append(Stood(pk, first, State.NOT_STARTED, due, own == board.pk))
        begun.add(pk)
        stood.append(Stood(pk, the_day(at), state, due, listed))
    return trend(stood, days)
