"""Boards that sit with another at one meeting, as far as the reader may know of them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from boards.models import Board, QuorumKind, Seat, TermsOfReference
from boards.queries.access import boards_known_to
from boards.queries.seats import SeatOnDay, seats_on
from boards.queries.terms import terms_on
from meetings.models import Meeting
from meetings.rules.each_board import BoardSitting
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


def sittings_of(
    meeting: Meeting, terms: TermsOfReference | None, kinds: tuple[QuorumKind, ...]
) -> tuple[BoardSitting, ...]:
    """The boards of a joint meeting, each by the terms of the day; ``terms`` and ``kinds`` are its own board’s."""
    others = list(meeting.joint_boards.order_by("name"))
    if not others:
        return ()
    own = BoardSitting(meeting.board_id, meeting.board.name, terms, kinds)
    return (own, *(_sitting(board, meeting.date) for board in others))


def _sitting(board: Board, day: dt.date) -> BoardSitting:
    terms = terms_on(board, day)
    kinds = tuple(terms.quorum_kinds.all()) if terms else ()
    return BoardSitting(board.pk, board.name, terms, kinds, board.visibility == Board.Visibility.PUBLIC)


def seats_of_each(meeting: Meeting) -> tuple[list[SeatOnDay], dict[int, list[Seat]]]:
    """The seats of the day that have a line of the list, and by such a seat those on the other boards of a joint
    meeting that the same person holds."""
    seats = seats_on(meeting.board, meeting.date)
    first = {one.holder.pk: one.seat.pk for one in reversed(seats) if one.holder}
    beside: dict[int, list[Seat]] = {}
    for board in meeting.joint_boards.order_by("name"):
        for one in seats_on(board, meeting.date):
            if one.holder and one.holder.pk in first:
                beside.setdefault(first[one.holder.pk], []).append(one.seat)
            else:
                seats.append(one)
                if one.holder:
                    first[one.holder.pk] = one.seat.pk
    return seats, beside
