"""What a copy of the minutes is called as a file."""

from meetings.models import Meeting
from trust.tools.words import short_date


def file_name(meeting: Meeting, standing: str, ending: str) -> str:
    """Executive Group minutes 14 October 2025 DRAFT.pdf: in letters that every computer has."""
    board = "".join(letter for letter in str(meeting.board) if letter.isascii() and (letter.isalnum() or letter == " "))
    return f"{board} minutes {short_date(meeting.date)} {standing}.{ending}"
