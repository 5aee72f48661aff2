"""Reading the words of the action column into owners and a due date."""

import datetime as dt
from functools import cached_property
from typing import Any

from actions.models import Action
from actions.operations.parts import Leaving, keep_parts
from actions.queries.who import Whom, whom_at
from actions.rules.due import recognise_due
from meetings.models import Meeting
from meetings.queries.meeting import next_meeting


class Reading:
    """What one meeting's words are read against; looked up when first asked for, and once."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    @cached_property
    def whom(self) -> Whom:
        return whom_at(self.meeting)

    @cached_property
    def next_meeting(self) -> Meeting | None:
        return next_meeting(self.meeting)


def read_owners(action: Action, words: str, reading: Reading, *, by: Any, at: dt.datetime) -> None:
    """Set who owes the action from these words, and its parts with them. The caller saves the action.

    The same words read again never take away a part that was reported on; other words are refused while one was.
    """
    leaving = Leaving.STAY if action.pk and words == action.owners_stated else Leaving.REFUSE
    owners = reading.whom.recognise(words)
    action.owners_stated, action.owners_flags = words, list(owners.flags)
    keep_parts(action, owners.owners, by=by, at=at, leaving=leaving)


def read_due(action: Action, words: str, reading: Reading) -> None:
    """Set when the action is due from these words. At a meeting: linked to it, so that it moves with it."""
    due = recognise_due(words, reading.meeting.date)
    at_meeting = due.kind == Action.Due.MEETING
    action.due_kind, action.due_stated, action.due_flags = due.kind, words, list(due.flags)
    action.due_meeting = reading.next_meeting if at_meeting else None
    action.due_date = None if at_meeting else due.date
