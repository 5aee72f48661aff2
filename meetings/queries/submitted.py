"""Items that members have submitted to a board, as one reader may know of them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from boards.models import Board
from boards.permissions import words_on
from meetings.models import AgendaItem, Meeting, SubmittedItem
from meetings.permissions import PREPARES, may_submit
from meetings.queries.meeting import meetings_of
from trust.tools.refusal import NotPermitted
from trust.tools.words import in_london

HEADS = ("Title", "Submitted by", "On", "For the meeting of", "How it stands", "Why it was declined")
SENTENCE = "Only those who sit on this board, and its officers, see what was submitted for its agenda."


def submitted_to(board: Board, reader: Any, *, state: str = "", on: dt.date) -> QuerySet[SubmittedItem]:
    """All for those who prepare the agenda, for others their own; refused to who has no part in either."""
    rows = board.submitted_items.select_related("submitted_by", "meeting__board", "item__meeting__board", "board")
    if not set(PREPARES) & words_on(reader, board):
        rows = rows.filter(submitted_by__user=reader.pk) if reader.is_authenticated else rows.none()
        if not rows.exists() and not may_submit(reader, board, on=on):
            raise NotPermitted(SENTENCE)
    return rows.filter(state=state) if state in SubmittedItem.State.values else rows


def submitted_for(reader: Any, board: Board, pk: int, *, on: dt.date) -> SubmittedItem:
    """One of this board; 404 for whoever neither submitted it nor prepares the agenda."""
    found = submitted_to(board, reader, on=on).filter(pk=pk).first()
    if found is None:
        raise Http404("Nothing that was submitted is at this address.")
    found.board = board
    return found


def waiting_for(meeting: Meeting) -> QuerySet[SubmittedItem]:
    """What its officers have not answered, for this meeting or for none in particular. One statement."""
    mine = Q(meeting=meeting) | Q(meeting=None)
    found = meeting.board.submitted_items.filter(mine, state=SubmittedItem.State.WAITING)
    return found.select_related("submitted_by", "board").order_by("submitted_at")


def waiting_count(board: Board) -> int:
    return board.submitted_items.filter(state=SubmittedItem.State.WAITING).count()


def meetings_to_come(board: Board, reader: Any, *, on: dt.date) -> QuerySet[Meeting]:
    """The board's own that the reader may know of and that were not called off."""
    open_states = [Meeting.State.PREPARING, Meeting.State.CALLED]
    found = meetings_of(board, reader).filter(board=board, date__gte=on, state__in=open_states)
    return found.order_by("date", "pk")


def headings_to_come(board: Board, reader: Any, *, on: dt.date) -> QuerySet[AgendaItem]:
    meetings = meetings_to_come(board, reader, on=on).values("pk")
    found = AgendaItem.objects.filter(meeting__in=meetings, is_section=True, exempt_paragraphs="", restricted_reason="")
    return found.select_related("meeting").order_by("meeting__date", "position")


def rows_of(found: Iterable[SubmittedItem]) -> list[tuple[object, ...]]:
    """The list as a sheet, under ``HEADS``."""
    return [
        (
            one.title,
            str(one.submitted_by),
            in_london(one.submitted_at).date(),
            one.meeting.date if one.meeting else "",
            one.get_state_display(),
            one.reason,
        )
        for one in found
    ]
