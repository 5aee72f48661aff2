"""Who may, at a meeting: the words of its board; members of boards that sit with it read what it reads, and those of a
board that approves its minutes by the terms read what is open of it once they are circulated.

Entitlement is dated (demand 22): exempt matter is for those who sat on the board on the day of the meeting and still
read its papers, and for the officers who keep or sign the record now. Whoever joined later reads the rest. What is
restricted to some partners is for those who sat for them on the day, whatever else they hold: deny wins (demand 21).
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db.models import Exists, F, Q, QuerySet

from boards.models import Board, BoardGrant, Seat, SeatHolding, TermsOfReference
from boards.permissions import (
    CHAIR,
    MANAGE,
    MINUTE,
    PUBLISH,
    SEE_EXEMPT,
    SEE_PAPERS,
    SIGN,
    check_may_know_of,
    check_word,
    partners_on_day,
    seats_on_day,
    words_on,
)
from meetings.models import AgendaItem, Meeting, Minutes
from trust.tools.refusal import NotPermitted

#: Who knows of a meeting before it is called.
PREPARES = (MINUTE, CHAIR, PUBLISH)
READS = (SEE_PAPERS, SEE_EXEMPT)
#: Whose seats submit items: an associate's as much as a core member's, and nobody's who only attends (habit H5).
SUBMITS = (Seat.Membership.CORE, Seat.Membership.STATUTORY, Seat.Membership.ASSOCIATE, Seat.Membership.LAY)
DOES_NOT = (Seat.Role.OBSERVER, Seat.Role.MINUTE_TAKER)
#: Who keeps the record, or signs it, and so reads it whole whenever it was made.
KEEPS_THE_RECORD = frozenset({MINUTE, PUBLISH, SIGN})


def words_at(user: Any, meeting: Meeting) -> frozenset[str]:
    """Every word this reader holds at this meeting. Three statements at most; ask once where a page asks several."""
    held = words_on(user, meeting.board)
    if not user.is_authenticated or not user.is_active:
        return held
    jointly = Q(content_object__joint_meetings=meeting, permission__codename__in=READS)
    out = Exists(Minutes.objects.filter(meeting=meeting).exclude(state=Minutes.State.DRAFT))
    by_terms = Q(content_object__in=approver(meeting.board_id, meeting.date), permission__codename=SEE_PAPERS)
    elsewhere = BoardGrant.objects.filter(jointly | (by_terms & out), group__user=user.pk)
    words = held | frozenset(elsewhere.values_list("permission__codename", flat=True))
    if SEE_EXEMPT in words and not held & KEEPS_THE_RECORD and not _sat_on_the_day(user, meeting):
        return words - {SEE_EXEMPT}
    return words


def ruling_terms(board: Any, day: Any) -> QuerySet[TermsOfReference]:
    """The terms that ruled on the day, first: for joins, by key."""
    ruled = [TermsOfReference.Status.IN_FORCE, TermsOfReference.Status.SUPERSEDED]
    found = TermsOfReference.objects.held_on(day).filter(board=board, status__in=ruled)
    return found.order_by("status", F("from_date").desc(nulls_last=True), "-pk")


def approver(board: Any, day: Any) -> QuerySet[TermsOfReference, Any]:
    """The board that approves, by key, by the terms that ruled on the day: one row at most, for joins."""
    return ruling_terms(board, day).values("approving_board")[:1]


def joined_later(user: Any, meeting: Meeting, words: Collection[str]) -> bool:
    """Whether exempt matter of this meeting is closed to a reader only because they did not sit there on its day."""
    return SEE_EXEMPT not in words and SEE_EXEMPT in words_on(user, meeting.board)


def restricted_open_to(user: Any, meeting: Meeting) -> frozenset[int]:
    """The restricted items of this meeting that were for a partner the user sat for on its day, by key. One statement
    where nothing is restricted."""
    if user.pk not in meeting.restricted_read:
        told = AgendaItem.restricted_to.through.objects.filter(agendaitem__meeting=meeting)
        named = list(told.values_list("agendaitem_id", "partner_id"))
        partners = partners_on_day(user, _boards_at(meeting), meeting.date) if named else set()
        open_to = frozenset(item for item, partner in named if partner in partners)
        meeting.restricted_read = {**meeting.restricted_read, user.pk: open_to}
    return meeting.restricted_read[user.pk]


def _sat_on_the_day(user: Any, meeting: Meeting) -> bool:
    """Held or covered a seat of the board, or of one that sat with it, as more than an observer."""
    seats = seats_on_day(user, _boards_at(meeting), meeting.date)
    return any(role != Seat.Role.OBSERVER for _, role in seats)


def _boards_at(meeting: Meeting) -> list[int]:
    return [meeting.board_id, *meeting.joint_boards.values_list("pk", flat=True)]


def check_may_export(user: Any, board: Board) -> None:
    sentence = "Only the officers who publish for this board, and those who sign for it, may do this."
    check_word(user, board, [PUBLISH, SIGN], sentence)


def check_may_set_desk(user: Any, board: Board) -> None:
    """How a board’s desk works is for those who sit at it, and for those who manage the board."""
    check_word(user, board, [MINUTE, MANAGE], "Only the officers of this board may change how its desk works.")


def check_may_comment(user: Any, meeting: Meeting) -> None:
    """On a circulated draft: those who read the papers, of any board that held the meeting."""
    if SEE_PAPERS not in words_at(user, meeting):
        raise NotPermitted("Only members and officers of this board comment on its minutes.")


def may_submit(user: Any, board: Board, *, on: dt.date) -> bool:
    """Whoever holds a seat of this board that is more than an observer's, associates among them (habit H5)."""
    if not user.is_authenticated or not user.is_active:
        return False
    held = SeatHolding.objects.held_on(on).filter(person__user=user.pk, seat__board=board)
    return held.filter(seat__membership__in=SUBMITS).exclude(seat__role__in=DOES_NOT).exists()


def check_may_submit(user: Any, board: Board, *, on: dt.date) -> None:
    check_may_know_of(user, board)
    if not may_submit(user, board, on=on):
        raise NotPermitted("Only those who sit on this board submit items for its agenda.")
