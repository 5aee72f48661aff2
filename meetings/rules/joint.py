"""Meetings that boards hold together (DOMAIN rules 7 and 34)."""

from collections.abc import Iterable

from boards.models import Board
from meetings.models import Meeting, Minutes
from meetings.rules.meeting import check_can_be_amended
from trust.tools.refusal import Refused


def check_can_sit_jointly(meeting: Meeting, minutes: Minutes | None, boards: Iterable[Board]) -> None:
    """While the minutes are at the desk: each board that sits with it reads its papers and approves its minutes."""
    check_can_be_amended(meeting, minutes)
    for board in boards:
        if board.pk == meeting.board_id:
            raise Refused(f"It is the meeting of {board} already. Choose the boards that sit with it.")
        if board.ended_date and board.ended_date <= meeting.date:
            raise Refused(f"{board} has ended by the day of this meeting.")
