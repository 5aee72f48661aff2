"""A board's recording policy in sentences, and the recordings of a meeting."""

import datetime as dt

from django.http import Http404

from boards.models import Board
from meetings.models import Meeting, RecordClass, Recording, RecordingPolicy
from meetings.queries.retention import rule_in_force
from meetings.rules.recording import policy_sentences
from meetings.rules.retention import rule_words


def policy_of(board: Board) -> RecordingPolicy | None:
    return RecordingPolicy.objects.filter(board=board).first()


def policy_told(board: Board, *, on: dt.date) -> list[str]:
    """One statement where the board has stated no policy, else two."""
    policy = policy_of(board)
    if policy is None:
        return []
    rule = None
    if policy.practice != RecordingPolicy.Practice.NOT:
        rule = rule_in_force(board, RecordClass.RECORDINGS, on=on)
    return policy_sentences(policy, rule_words(rule) if rule else "")


def recording_of(meeting: Meeting, pk: int) -> Recording:
    found = meeting.recordings.filter(pk=pk).first()
    if found is None:
        raise Http404("No recording is at this address.")
    found.meeting = meeting
    return found
