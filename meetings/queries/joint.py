"""Boards that sit with another at one meeting, as far as the reader may know of them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from boards.models import Board
from boards.queries.access import boards_known_to
from meetings.models import Meeting
from trust.tools.words import counted, listing


def sitting_with(meeting: Meeting, reader: Any) -> QuerySet[Board]:
    """Those that sit with it."""
    return boards_known_to(reader).filter(pk__in=meeting.joint_boards.values("pk")).order_by("name")


def boards_to_sit_with(meeting: Meeting, reader: Any, *, on: dt.date) -> QuerySet[Board]:
    """Those that have not ended, and those that sit with it already."""
    known = boards_known_to(reader).exclude(pk=meeting.board_id)
    going_on = known.exclude(ended_date__lte=on)
    return (going_on | known.filter(pk__in=meeting.joint_boards.values("pk"))).distinct().order_by("name")


def named_to(reader: Any, boards: Sequence[Board]) -> str:
    """the Safer Streets Group and one other board: in a sentence, as far as the reader may know of them."""
    if not boards:
        return ""
    known = boards_known_to(reader).filter(pk__in=[board.pk for board in boards]).order_by("name")
    named = [f"the {board}" for board in known]
    unknown = len(boards) - len(named)
    return listing([*named, counted(unknown, "other board")] if unknown else named)
