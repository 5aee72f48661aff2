"""Approved minutes of the cast with everything that comes due: wordings, comments, acts, a recording, papers."""

import datetime as dt

from django.core.files.base import ContentFile
from django.utils import timezone

from boards.models import Board
from meetings.models import Act, Disposal, Minute, MinutedItem, Minutes, Paper, Recording
from meetings.operations.disposing import dispose
from meetings.operations.retention import adopt_standard
from meetings.queries.retention import due_of
from tests.cast import Cast
from tests.meetings.minuted import create_minuted
from tests.meetings.signed import approve

#: Words that stand in drafts, comments and acts alone.
DRAFT, COMMENT, NOTE = "Three options were argued over.", "That is not what I said.", "Heckling from the gallery."
TODAY = timezone.localdate


def create_kept(cast: Cast, *, date: dt.date = dt.date(2025, 10, 14)) -> Minutes:
    """Of a meeting long enough ago, under the standard rules."""
    minutes = create_minuted(cast, date=date)
    block = Minute.objects.get(minutes=minutes, text="Four options were presented.")
    reword(block, DRAFT)
    reword(block, "Four options were presented.")
    comment = {"text": COMMENT, "made_at": timezone.now(), "made_by": cast.member, "person": cast.person("member")}
    minutes.comments.create(item=block.item, quoted=DRAFT, answer="It was.", state="not_taken_up", **comment)
    at = timezone.now()
    given = {"asked": {"reason": NOTE}, "done_at": at, "arrived_at": at, "by": cast.clerk}
    Act.objects.create(meeting=minutes.meeting, kind="late_item", **given)
    Recording.objects.create(meeting=minutes.meeting, kind="sound", held="The Council, EG/14")
    return approve(minutes, cast)


def reword(block: Minute, text: str) -> None:
    block.text = text
    block.save()
    wording = [{"key": str(block.key), "kind": block.kind, "text": text}]
    MinutedItem.objects.update_or_create(item=block.item, minutes=block.minutes, defaults={"wording": wording})


def add_paper(minutes: Minutes, *, kind: str = "report") -> Paper:
    item = minutes.meeting.items.get(title="The parents’ forum")
    paper = Paper(item=item, title="Options for the forum", kind=kind)
    paper.file.save("options.txt", ContentFile(b"Option 3 is dear."))
    return paper


def adopt(cast: Cast) -> None:
    adopt_standard(board=cast.board, by=cast.clerk, on=TODAY())


def keys_due(board: Board) -> list[str]:
    return [one.key for one in due_of(board, on=TODAY())]


def sign_off(cast: Cast, *kinds: str) -> list[Disposal]:
    """Whatever is due of these classes, or everything."""
    keys = [key for key in keys_due(cast.board) if not kinds or key.split("-")[0] in kinds]
    return dispose(board=cast.board, keys=keys, reason="Due.", by=cast.clerk, at=timezone.now())
