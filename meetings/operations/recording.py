"""A board's recording policy, and what is put down of the recordings of a meeting."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_manage, check_may_minute
from meetings.models import Meeting, Recording, RecordingPolicy
from meetings.rules import recording as rules
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain, plain_line


@transaction.atomic
def state_policy(*, board: Board, by: Any, **given: Any) -> RecordingPolicy:
    """Whoever may know of the board reads it. ``given`` are its fields."""
    check_may_manage(by, board)
    board = Board.objects.select_for_update(of=["self"]).get(pk=board.pk)
    policy = RecordingPolicy.objects.filter(board=board).first() or RecordingPolicy(board=board)
    for name, value in given.items():
        setattr(policy, name, plain(value).strip() if isinstance(value, str) else value)
    rules.check_policy(policy.practice, policy.recorded_by, policy.ask)
    return keep(policy, by=by)


@transaction.atomic
def put_down_recording(*, meeting: Meeting, kind: str, held: str, by: Any, on: dt.date) -> Recording:
    """That there is one and where it is held; or that none was made."""
    meeting = _held(meeting, by)
    held = "" if kind == Recording.Kind.NONE else plain_line(held)
    rules.check_can_put_down(kind, held, meeting.recordings.all(), meeting_on=meeting.date, on=on)
    return keep(Recording(meeting=meeting, kind=kind, held=held), by=by)


@transaction.atomic
def change_recording(*, recording: Recording, held: str, by: Any) -> Recording:
    """Where it is held now."""
    _held(recording.meeting, by)
    recording = Recording.objects.select_for_update(of=["self"]).get(pk=recording.pk)
    rules.check_can_change(recording)
    rules.check_says_where(recording.kind, held)
    recording.held = plain_line(held)
    return keep(recording, by=by)


@transaction.atomic
def take_out_recording(*, recording: Recording, by: Any) -> None:
    """Put down by mistake; its history stays."""
    _held(recording.meeting, by)
    recording = Recording.objects.select_for_update(of=["self"]).get(pk=recording.pk)
    rules.check_can_change(recording)
    discard(recording, by=by, because="Put down by mistake")


def _held(meeting: Meeting, by: Any) -> Meeting:
    check_may_minute(by, meeting.board)
    return Meeting.objects.select_for_update(of=["self"]).select_related("board").get(pk=meeting.pk)
