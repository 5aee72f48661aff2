"""What waits for a reader at the meetings of their boards: minutes to finish, meetings and drafts to read."""

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from boards.models import TermsOfReference
from boards.permissions import CHAIR, MINUTE, SEE_PAPERS
from boards.queries.access import boards_where
from boards.queries.terms import terms_on_days
from meetings.models import Comment, Meeting, Minutes, SignedMinutes
from meetings.queries.meeting import ANNOUNCED, meetings_known_to
from meetings.queries.signature import signatory

Signatory = TermsOfReference.Signatory
LEFT_THE_DESK = [state for state in Minutes.State if state != Minutes.State.DRAFT]
OUT_AS_DRAFT = [Minutes.State.CIRCULATED, Minutes.State.CLEARED]
AHEAD = dt.timedelta(days=60)


def meetings_ahead(reader: Any, *, on: dt.date) -> QuerySet[Meeting]:
    """Called meetings of the reader's boards within two months, soonest first, each with ``items_of_business``."""
    return (
        meetings_known_to(reader)
        .filter(board__in=boards_where(reader, SEE_PAPERS), state=Meeting.State.CALLED)
        .filter(date__gte=on, date__lte=on + AHEAD)
        .select_related("board")
        .annotate(items_of_business=Count("items", filter=Q(items__is_section=False)))
        .order_by("date", "starts_at")
    )


def meetings_going_on(reader: Any, *, on: dt.date) -> QuerySet[Meeting]:
    """Meetings of the reader's boards, today, at which an item is being taken."""
    return (
        meetings_known_to(reader)
        .filter(board__in=boards_where(reader, SEE_PAPERS), date=on, state__in=ANNOUNCED)
        .filter(sitting__item__isnull=False)
        .exclude(minutes__state__in=LEFT_THE_DESK)
        .select_related("board")
        .order_by("starts_at", "pk")
    )


def drafts_to_read(reader: Any) -> QuerySet[Minutes]:
    """Circulated minutes of the reader's boards that no meeting has approved yet, latest first."""
    boards = boards_where(reader, SEE_PAPERS)
    return _of_boards(boards).filter(state__in=OUT_AS_DRAFT).order_by("-meeting__date")


def meetings_to_minute(reader: Any, *, on: dt.date) -> QuerySet[Meeting]:
    """Meetings whose day has come and whose minutes have not left the desk, for those who minute the board."""
    left = Minutes.objects.filter(meeting=OuterRef("pk")).exclude(state=Minutes.State.DRAFT)
    return (
        Meeting.objects.filter(board__in=boards_where(reader, MINUTE), date__lte=on)
        .filter(state__in=[Meeting.State.CALLED, Meeting.State.HELD])
        .filter(~Exists(left))
        .select_related("board")
        .order_by("-date")
    )


def minutes_to_clear(reader: Any) -> list[Minutes]:
    """Circulated minutes with every comment answered, for who chairs the board, where its terms have the chair clear a
    draft. Two statements."""
    circulated = _of_boards(boards_where(reader, CHAIR)).filter(state=Minutes.State.CIRCULATED)
    found = list(circulated.filter(~Exists(_comments_open())).order_by("meeting__date"))
    if not found:
        return []
    terms = terms_on_days({minutes.meeting.board_id for minutes in found})
    of_day = [(minutes, terms(minutes.meeting.board_id, minutes.meeting.date)) for minutes in found]
    return [minutes for minutes, ruling in of_day if ruling and ruling.chair_clears]


def comments_to_answer(reader: Any) -> QuerySet[Minutes]:
    """Circulated minutes with comments that nobody has answered, each with how many, for those who minute the board."""
    unanswered = Count("comments", filter=Q(comments__state=Comment.State.OPEN, comments__version=F("version")))
    found = _of_boards(boards_where(reader, MINUTE)).filter(state=Minutes.State.CIRCULATED)
    return found.annotate(unanswered=unanswered).filter(unanswered__gt=0).order_by("meeting__date")


def minutes_to_approve(reader: Any) -> QuerySet[Minutes]:
    """Minutes that members have had, and that wait for a meeting to approve them, for those who minute the board."""
    boards = boards_where(reader, MINUTE)
    return _of_boards(boards).filter(state__in=OUT_AS_DRAFT).order_by("meeting__date")


def minutes_unsigned(reader: Any) -> QuerySet[Minutes]:
    """Approved minutes that nobody has signed, of the reader's boards and of those that approved them."""
    boards = boards_where(reader, SEE_PAPERS, MINUTE)
    here = Q(meeting__board__in=boards) | Q(approvals__at_meeting__board__in=boards)
    found = Minutes.objects.filter(here, state=Minutes.State.APPROVED).select_related("meeting__board")
    return found.distinct().order_by("meeting__date")


def minutes_to_seal(reader: Any) -> list[Minutes]:
    """Signed minutes of which there is no sealed PDF of this version yet, for those who minute the board; approved
    ones where by the terms nobody signs."""
    sealed = SignedMinutes.objects.filter(minutes=OuterRef("pk"), version=OuterRef("version"))
    locked = _of_boards(boards_where(reader, MINUTE)).filter(state__in=[Minutes.State.APPROVED, Minutes.State.SIGNED])
    found = list(locked.filter(~Exists(sealed)).order_by("meeting__date"))
    return [one for one in found if one.state == Minutes.State.SIGNED or signatory(one) == Signatory.NOBODY]


def _comments_open() -> QuerySet[Comment]:
    return Comment.objects.filter(minutes=OuterRef("pk"), version=OuterRef("version"), state=Comment.State.OPEN)


def _of_boards(boards: Any) -> QuerySet[Minutes]:
    return Minutes.objects.filter(meeting__board__in=boards).select_related("meeting__board")
