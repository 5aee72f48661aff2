"""The pages above an act, words and address, as its breadcrumb tells them."""

from django.urls import reverse

from boards.models import Board
from meetings.models import Meeting
from trust.tools.words import short_date

Trail = tuple[tuple[str, str], ...]


def board_trail(board: Board, *more: tuple[str, str]) -> Trail:
    """From all boards to this one, and to ``more`` of its pages."""
    return ("Boards", reverse("boards:boards")), (board.name, board.get_absolute_url()), *more


def meeting_trail(meeting: Meeting, *more: tuple[str, str]) -> Trail:
    """From all boards to this meeting, and to ``more`` of its pages."""
    board = meeting.board
    at = reverse("meetings:meeting", args=[board.slug, meeting.address])
    return board_trail(board, (f"Meeting of {short_date(meeting.date)}", at), *more)
