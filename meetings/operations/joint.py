"""Boards that sit together at one meeting."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_minute
from meetings.models import Meeting
from meetings.operations.attendance import open_attendance
from meetings.operations.locked import lock
from meetings.queries.joint import sitting_with
from meetings.queries.minutes import minutes_of
from meetings.rules.joint import check_can_sit_jointly
from trust.tools.keeping import keep


@transaction.atomic
def sit_jointly(*, meeting: Meeting, boards: Collection[Board], by: Any) -> Meeting:
    """These boards sit with it: their members read its papers, and each approves its minutes. Those that sit with it
    already and that ``by`` may not know of go on to."""
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    check_can_sit_jointly(meeting, minutes_of(meeting), boards)
    seen = sitting_with(meeting, by).values("pk")
    unseen = meeting.joint_boards.exclude(pk__in=seen)
    meeting.joint_boards.set([*boards, *unseen])
    keep(meeting, by=by, because="Which boards sit jointly")
    if meeting.attendances.exists():
        open_attendance(meeting=meeting, by=by, alone_again=True)
    return meeting
