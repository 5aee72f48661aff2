"""Which minutes a meeting may approve, who presided at it, and what is corrected."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from boards.models import Board, TermsOfReference
from boards.permissions import SEE_PAPERS
from boards.queries.terms import terms_on_days
from meetings.models import AgendaItem, Attendance, Correction, Meeting, Minutes, Purpose
from meetings.permissions import words_at
from meetings.queries.entitled import sight_at
from meetings.queries.room import room_record
from meetings.rules import approval as rules
from meetings.rules.clearing import check_cleared
from meetings.rules.electorate import electorate
from meetings.rules.room import who_sat
from trust.tools.refusal import why_not
from trust.tools.words import listing, the_day

NOT_APPROVED = (Minutes.State.DRAFT, Minutes.State.CIRCULATED, Minutes.State.CLEARED)


@dataclass(frozen=True)
class SetToApprove:
    """One set of minutes as the approving meeting meets it. ``refusal`` says why it cannot be approved there, or "";
    ``elsewhere`` whose minutes they are, where that is another board; ``unanswered`` how many comments wait;
    ``waits_here`` whether it is for this meeting's board to approve, and has not been; ``others`` are the boards that
    sat jointly and have not either: until they have, it is not locked."""

    minutes: Minutes
    corrections: tuple[Correction, ...]
    refusal: str
    elsewhere: str = ""
    unanswered: int = 0
    waits_here: bool = True
    others: tuple[Board, ...] = ()

    @property
    def meeting(self) -> Meeting:
        return self.minutes.meeting


@dataclass(frozen=True)
class Chairing:
    """Who presided at a meeting, and the quorum's own sentence where it was not met; ``here`` are those in the room
    who vote, and so may move something there."""

    presiding: str
    inquorate: str
    is_recorded: bool
    here: tuple[Attendance, ...] = ()


def sets_before(at_meeting: Meeting) -> list[SetToApprove]:
    """Minutes not yet approved that this meeting's board could, of meetings up to it, oldest first.

    A constant number of statements.
    """
    board = at_meeting.board_id
    approves_for = TermsOfReference.objects.filter(approving_board=board).values("board")
    of_board = Q(meeting__board=board) | Q(meeting__joint_boards=board) | Q(meeting__board__in=approves_for)
    waiting = Minutes.objects.filter(of_board, state__in=NOT_APPROVED).exclude(meeting=at_meeting).distinct()
    related = [
        "comments",
        "approvals__at_meeting",
        "corrections__item__section",
        "corrections__block",
        "meeting__joint_boards",
    ]
    found = waiting.filter(meeting__date__lte=at_meeting.date).select_related("meeting__board")
    sets = list(found.prefetch_related(*related).order_by("meeting__date", "pk"))
    rule = ApprovalRule([one.meeting for one in sets])
    return [
        _as_set(minutes, at_meeting, rule)
        for minutes in sets
        if minutes.meeting.board_id == board or board in [one.pk for one in rule.boards(minutes.meeting)]
    ]


def to_approve(reader: Any, meeting: Meeting) -> list[SetToApprove]:
    """The sets that wait for this meeting's board, as far as this reader reads them; none where no item is for it."""
    if not meeting.items.filter(purpose=Purpose.LAST_MINUTES).exists():
        return []
    waiting = [one for one in sets_before(meeting) if one.waits_here and one.minutes.state != Minutes.State.DRAFT]
    return [one for one in waiting if SEE_PAPERS in words_at(reader, one.meeting)]


def set_of(minutes: Minutes) -> SetToApprove:
    """One set by itself, with the corrections to the version that stands."""
    noted = minutes.corrections.filter(version=minutes.version).select_related("item__section", "block")
    return SetToApprove(minutes, tuple(noted), "")


def _as_set(minutes: Minutes, at_meeting: Meeting, rule: "ApprovalRule") -> SetToApprove:
    own = minutes.meeting
    corrections = tuple(one for one in minutes.corrections.all() if one.version == minutes.version)
    elsewhere = own.board.name if own.board_id != at_meeting.board_id else ""
    unanswered = sum(one.version == minutes.version and one.state == one.State.OPEN for one in minutes.comments.all())
    waits = [board for board in rule.boards(own) if board.pk not in boards_done(minutes)]
    others = tuple(board for board in waits if board.pk != at_meeting.board_id)
    refusal, waits_here = rule.refusal(minutes, at_meeting), len(others) < len(waits)
    return SetToApprove(minutes, corrections, refusal, elsewhere, unanswered, waits_here, others)


def corrections_seen_by(reader: Any, one: SetToApprove) -> list[Correction]:
    """The corrections of a set that this reader may see: those in closed business only where it is open to them."""
    sight = sight_at(reader, one.meeting)
    return [noted for noted in one.corrections if noted.item is None or sight.sees(noted.item)]


class ApprovalRule:
    """By the terms of their day, which boards approve the minutes of these meetings. One statement for all."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        boards = {board.pk for meeting in meetings for board in held_by(meeting)}
        self.terms_of = terms_on_days(boards)

    def boards(self, meeting: Meeting) -> list[Board]:
        """Each board that held the meeting, or the one its terms say approves for it (DOMAIN rule 7)."""
        found: dict[int, Board] = {}
        for board in held_by(meeting):
            terms = self.terms_of(board.pk, meeting.date)
            approving = (terms and terms.approving_board) or board
            found.setdefault(approving.pk, approving)
        return list(found.values())

    def refusal(self, minutes: Minutes, at_meeting: Meeting) -> str:
        """Why these minutes cannot be approved at this meeting, or ""."""
        own = minutes.meeting
        return (
            why_not(rules.check_can_approve, minutes, own, at_meeting, self.boards(own))
            or why_not(check_cleared, minutes, self.terms_of(own.board_id, own.date))
            or why_not(rules.check_not_approved_there, boards_done(minutes), at_meeting)
        )


def held_by(meeting: Meeting) -> list[Board]:
    """The boards that held the meeting."""
    return [meeting.board, *meeting.joint_boards.all()]


def approving_boards(meeting: Meeting) -> list[Board]:
    """The boards that approve the minutes of one meeting."""
    return ApprovalRule([meeting]).boards(meeting)


def boards_done(minutes: Minutes) -> list[int]:
    """The boards, by key, that have approved the version that now stands."""
    given = minutes.approvals.all()
    return [one.at_meeting.board_id for one in given if one.at_meeting and one.version == minutes.version]


def approving_meeting(meeting: Meeting, minutes: Minutes | None = None) -> Meeting | None:
    """The next in the calendar that can approve the minutes of this one, of a board that has not yet."""
    rule = ApprovalRule([meeting])
    boards = rule.boards(meeting)
    if minutes is not None and len(boards) > 1:
        done = boards_done(minutes)
        boards = [board for board in boards if board.pk not in done]
    later = Meeting.objects.filter(board__in=boards).not_cancelled().following(meeting).select_related("board")
    if minutes is not None and (opened := _opened_again(minutes)):
        later = later.filter(date__gte=opened)
    known = {board.pk for board in held_by(meeting)}
    elsewhere = [board.pk for board in boards if board.pk not in known]
    terms_of = terms_on_days(elsewhere) if elsewhere else rule.terms_of
    return next((one for one in later if rules.approves_at(one, terms_of(one.board_id, one.date))), None)


def _opened_again(minutes: Minutes) -> dt.date | None:
    """The day on which approved minutes were opened last: what was held before it approved the version before."""
    last = minutes.reopenings.last() if minutes.version > 1 else None
    return the_day(last.at) if last else None


def chairing(meeting: Meeting) -> Chairing:
    """Who presided, and whether there was a quorum, when the minutes of the last meeting were taken; over the meeting
    where it has no such item or nobody presided over that. Where no attendance is recorded nothing is held against it.
    """
    record = room_record(meeting)
    recorded = any(row.status != Attendance.Status.EXPECTED for row in record.rows)
    item = next((item for item in record.order if item.purpose == Purpose.LAST_MINUTES), None)
    room = record.at(item) if item else record.as_it_met
    presiding = room.presiding or record.as_it_met.presiding
    name = listing(who_sat(row) for row in presiding)
    voters = {one.pk for one in electorate(room, record.rows).voters}
    here = tuple(row for row in room.here if row.pk in voters)
    return Chairing(name, room.quorum.sentence if recorded and room.is_inquorate else "", recorded, here)


def item_for_minutes(meeting: Meeting) -> AgendaItem | None:
    """The item "Minutes of the last meeting", where the agenda has one."""
    return meeting.items.filter(purpose=Purpose.LAST_MINUTES).first()


def corrections_by_block(corrections: Iterable[Correction]) -> dict[int, list[Correction]]:
    """Corrections in the order in which they are made, by the key of their paragraph."""
    found: dict[int, list[Correction]] = defaultdict(list)
    for correction in corrections:
        if correction.block_id:
            found[correction.block_id].append(correction)
    return found
