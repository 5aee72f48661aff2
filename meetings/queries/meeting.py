"""Meetings as a reader may know of them: the one door to a meeting, and the lists that stand on it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404
from django.utils import timezone

from boards.models import Board
from boards.permissions import SEE_PAPERS, WORDS_HELD, check_may_minute, words_on
from boards.queries.access import boards_where
from boards.queries.terms import terms_on
from meetings.models import Meeting, Minutes
from meetings.permissions import PREPARES, approver
from meetings.rules.meeting import Notice, notice_of
from trust.tools.statement import read

ANNOUNCED = [Meeting.State.CALLED, Meeting.State.HELD]
CALLED_OFF = [Meeting.State.CANCELLED, Meeting.State.POSTPONED]


def meetings_known_to(reader: Any) -> QuerySet[Meeting]:
    """Meetings of public boards and of those whose papers the reader sees, once called; before that only for those who
    prepare them. Whoever keeps the register knows of a closed board, and not of what it deals with.

    A meeting of several boards is known through each, and one whose minutes another board approves to those who read
    that one's papers, once they are circulated. A called meeting that is then cancelled stays known.
    """
    known = Board.objects.filter(Q(visibility=Board.Visibility.PUBLIC) | Q(pk__in=boards_where(reader).values("pk")))
    announced = Q(state__in=ANNOUNCED) | Q(state__in=CALLED_OFF, called_at__isnull=False)
    jointly = Meeting.joint_boards.through.objects.filter(board__in=known)
    through = Q(board__in=known) | Q(pk__in=jointly.values("meeting")) | Q(pk__in=_approved_by_boards_of(reader))
    prepared = Q(board__in=boards_where(reader, *PREPARES))
    return Meeting.objects.filter((announced & through) | prepared)


def _approved_by_boards_of(reader: Any) -> QuerySet[Meeting, Any]:
    """Meetings whose minutes, circulated, a board approves whose papers the reader reads; by key."""
    boards = boards_where(reader).values("pk")
    found = Meeting.objects.filter(board__terms__approving_board__in=boards).exclude(minutes=None)
    found = found.exclude(minutes__state=Minutes.State.DRAFT)
    ruling = Subquery(approver(OuterRef("board"), OuterRef("date")))
    return found.alias(approver=ruling).filter(approver__in=boards).values("pk")


_DOOR = f"""
    SELECT {{meeting}}, {{board}}, {WORDS_HELD} FROM meetings_meeting meeting
    JOIN boards_board board ON board.id = meeting.board_id
    WHERE board.slug = %(slug)s AND meeting.address = %(address)s
"""


def meeting_for(reader: Any, board_slug: str, address: str) -> Meeting:
    """The meeting at this address, with its board; 404 unless the reader may know of it.

    One statement, which reads the reader's words as well, for the open desks ask every few seconds; another only for
    those whom these words do not let in, who may know of it through a board that sits with its own.
    """
    given = {"slug": board_slug, "address": address, "reader": reader.pk}
    for meeting, board, words in read(_DOOR, given, meeting=Meeting, board=Board):
        board.words_read = {reader.pk: frozenset(words)}
        meeting.board = board
        if _is_known(meeting, board, words_on(reader, board)):
            return meeting
    found = meetings_known_to(reader).select_related("board").filter(board__slug=board_slug, address=address).first()
    if found is None:
        raise Http404("No meeting is at this address.")
    return found


def meeting_minuted_by(reader: Any, board_slug: str, address: str) -> Meeting:
    """A meeting that the reader may minute; 404 where they may not know of it, 403 where they may not minute."""
    found = meeting_for(reader, board_slug, address)
    check_may_minute(reader, found.board)
    return found


def _is_known(meeting: Meeting, board: Board, words: frozenset[str]) -> bool:
    """Whether the words on its own board are enough to know of a meeting: ``meetings_known_to`` of one."""
    if words.intersection(PREPARES):
        return True
    return meeting.state in ANNOUNCED and (SEE_PAPERS in words or board.visibility == Board.Visibility.PUBLIC)


def meetings_of(board: Board, reader: Any) -> QuerySet[Meeting]:
    """The board's own meetings and those it sits in with another, latest first."""
    return meetings_known_to(reader).filter(Q(board=board) | Q(joint_boards=board)).select_related("board").distinct()


def last_meeting(board: Board) -> Meeting | None:
    """The latest meeting of the board that was not called off: a new one begins as its like."""
    return board.meetings.not_cancelled().order_by("-date", "-pk").first()


def next_meeting(meeting: Meeting) -> Meeting | None:
    """The one of its board that follows: there its minutes are approved, and what was put off is taken."""
    return meeting.board.meetings.not_cancelled().following(meeting).first()


def next_meeting_after(board: Board, day: dt.date) -> Meeting | None:
    """The board's next that was not called off, whether or not it is called yet."""
    return board.meetings.not_cancelled().after(day).first()


def meetings_on(board: Board, day: dt.date) -> QuerySet[Meeting]:
    """The board's meetings of one day."""
    return board.meetings.not_cancelled().filter(date=day)


@dataclass(frozen=True)
class Neighbours:
    """The meetings of a board before and after one, as far as the reader may know of them."""

    previous: Meeting | None
    following: Meeting | None


def neighbours_of(meeting: Meeting, reader: Any) -> Neighbours:
    """Two statements."""
    known = meetings_known_to(reader).filter(board=meeting.board_id).select_related("board").exclude(pk=meeting.pk)
    earlier = Q(date__lt=meeting.date) | Q(date=meeting.date, pk__lt=meeting.pk)
    later = Q(date__gt=meeting.date) | Q(date=meeting.date, pk__gt=meeting.pk)
    return Neighbours(
        previous=known.filter(earlier).order_by("-date", "-pk").first(),
        following=known.filter(later).order_by("date", "pk").first(),
    )


def reason_called_off(meeting: Meeting) -> str:
    """Why a meeting was cancelled or postponed; "" for others, and where an old record does not say."""
    if meeting.state not in CALLED_OFF:
        return ""
    told = (
        meeting.history.filter(state=meeting.state).exclude(history_change_reason=None).order_by("history_id").first()
    )
    return told.history_change_reason if told else ""


def notice_of_meeting(meeting: Meeting, *, on: dt.date) -> Notice | None:
    """Clear days given, or that would be given if it were called ``on`` that day."""
    given = meeting.called_at is not None
    called = timezone.localdate(meeting.called_at) if meeting.called_at else on
    return notice_of(meeting.date, called=called, terms=terms_on(meeting.board, meeting.date), given=given)
