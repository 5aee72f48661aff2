"""What the desk offers a writer: standard phrases, how names are spelt, and the agenda of the next meeting."""

from typing import Any

from boards.queries.words import spellings_for
from meetings.models import Meeting
from meetings.queries.meeting import next_meeting
from meetings.queries.phrases import phrases_at_desk
from trust.tools.words import long_date


def offered_at_desk(meeting: Meeting, officer: Any) -> dict[str, Any]:
    """For the page: ``phrases``, ``words`` spelt right as they stand, and the ``next`` meeting, or null."""
    following = next_meeting(meeting)
    return {
        "phrases": phrases_at_desk(meeting.board, officer),
        "words": spellings_for(officer),
        "next": following and {"day": long_date(following.date), "address": following.get_absolute_url()},
    }
