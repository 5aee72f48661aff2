"""Which minutes a meeting may approve, who presided at it, and what is corrected."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from meetings.models import AgendaItem, Attendance, Correction, Meeting, Minutes, Purpose
from meetings.queries.room import room_record
from meetings.rules import approval as rules
from meetings.rules.room import who_sat
from trust.tools.refusal import why_not
from trust.tools.words import listing


@dataclass(frozen=True)
class SetToApprove:
    """One set of minutes as the approving meeting meets it. ``refusal`` says why it cannot be approved there, or ""."""

    minutes: Minutes
    corrections: tuple[Correction, ...]
    refusal: str

    @property
    def meeting(self) -> Meeting:
        return self.minutes.meeting


@dataclass(frozen=True)
class Chairing:
    """Who presided at a meeting, and the quorum's own sentence where it was not met."""

    presiding: str
    inquorate: str
    is_recorded: bool


def sets_before(at_meeting: Meeting) -> list[SetToApprove]:
    """Minutes of this board not yet approved, of meetings up to this one, oldest first. Four statements."""
    of_board = Q(meeting__board=at_meeting.board_id) | Q(meeting__joint_boards=at_meeting.board_id)
    waiting = Minutes.objects.filter(of_board, state__in=[Minutes.State.DRAFT, Minutes.State.CIRCULATED])
    waiting = waiting.filter(meeting__date__lte=at_meeting.date).exclude(meeting=at_meeting).distinct()
    related = ["approvals__at_meeting", "corrections__item", "corrections__block", "meeting__joint_boards"]
    found = waiting.select_related("meeting__board").prefetch_related(*related).order_by("meeting__date", "pk")
    return [SetToApprove(minutes, tuple(minutes.corrections.all()), refusal(minutes, at_meeting)) for minutes in found]


def refusal(minutes: Minutes, at_meeting: Meeting) -> str:
    """Why these minutes cannot be approved at this meeting, or ""."""
    boards = boards_of(minutes.meeting)
    done = boards_done(minutes)
    because = why_not(rules.check_can_approve, minutes, minutes.meeting, at_meeting, boards)
    return because or why_not(rules.check_not_approved_there, done, at_meeting)


def boards_of(meeting: Meeting) -> list[int]:
    """The boards that held the meeting, by key; each approves its minutes."""
    return [meeting.board_id, *(board.pk for board in meeting.joint_boards.all())]


def boards_done(minutes: Minutes) -> list[int]:
    given = minutes.approvals.filter(version=minutes.version, at_meeting__isnull=False)
    return list(given.values_list("at_meeting__board", flat=True))


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
    return Chairing(name, room.quorum.sentence if recorded and room.is_inquorate else "", recorded)


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
