"""Meetings as a reader may know of them: the one door to a meeting, and the lists that stand on it."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from boards.models import Board
from boards.queries.access import boards_known_to, boards_where
from meetings.models import Meeting
from meetings.permissions import PREPARES

ANNOUNCED = [Meeting.State.CALLED, Meeting.State.HELD]
CALLED_OFF = [Meeting.State.CANCELLED, Meeting.State.POSTPONED]


def meetings_known_to(reader: Any) -> QuerySet[Meeting]:
    """Meetings of boards the reader may know of, once called; before that only for those who prepare them.

    A meeting of several boards is known through each. A called meeting that is then cancelled stays known.
    """
    known = boards_known_to(reader)
    announced = Q(state__in=ANNOUNCED) | Q(state__in=CALLED_OFF, called_at__isnull=False)
    jointly = Meeting.joint_boards.through.objects.filter(board__in=known)
    through = Q(board__in=known) | Q(pk__in=jointly.values("meeting"))
    prepared = Q(board__in=boards_where(reader, *PREPARES))
    return Meeting.objects.filter((announced & through) | prepared)


def meeting_for(reader: Any, board_slug: str, address: str) -> Meeting:
    """The meeting at this address, with its board; 404 unless the reader may know of it. One statement."""
    found = meetings_known_to(reader).select_related("board").filter(board__slug=board_slug, address=address).first()
    if found is None:
        raise Http404("No meeting is at this address.")
    return found


def meetings_of(board: Board, reader: Any) -> QuerySet[Meeting]:
    """The board's own meetings and those it sits in with another, latest first."""
    return meetings_known_to(reader).filter(Q(board=board) | Q(joint_boards=board)).select_related("board").distinct()
