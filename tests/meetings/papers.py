"""Papers for tests: a meeting with an open and an exempt item, files as they are sent, and one paper on its page."""

import io
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from boards.models import Board
from meetings.models import Meeting, Paper
from tests.cast import Cast
from tests.factories import create_item, create_meeting

PAGE = "/boards/executive-group/meetings/2025-10-14/"


def pdf(pages: int = 3) -> bytes:
    made, kept = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        made.add_blank_page()
    made.save(kept)
    return kept.getvalue()


def sent(name: str = "Report.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content)


def called(cast: Cast, *, public: bool = True, **fields: Any) -> Meeting:
    """A meeting whose agenda is out, of a board that anybody may know of."""
    if public:
        Board.objects.filter(pk=cast.board.pk).update(visibility=Board.Visibility.PUBLIC)
        cast.board.refresh_from_db()
    meeting = create_meeting(cast.board, **fields)
    create_item(meeting, "Transition strategy", number="2.1")
    create_item(meeting, "Price", number="2.2", exempt_paragraphs="3", exempt_reason="Prices.")
    return meeting


def of(meeting: Meeting, title: str = "Transition strategy") -> Any:
    return meeting.items.get(title=title)


def with_file(
    meeting: Meeting, title: str = "The strategy", *, item: str = "Transition strategy", **fields: Any
) -> Paper:
    """A paper with a PDF of three pages."""
    paper = Paper(item=of(meeting, item), title=title, **({"pages": 3, "file_name": "Strategy.pdf"} | fields))
    paper.file_size = len(pdf())
    paper.file.save("kept.pdf", sent())
    return paper


def at(paper: Paper, more: str = "") -> str:
    return f"{PAGE}papers/{paper.pk}/{more}"
