"""Actions of the cast that are due around one Monday morning, and what is said of them then."""

import datetime as dt

from actions.models import Action, Reminder
from actions.operations.reminder import queue_reminders
from actions.operations.reminder_post import hand_over_waiting
from tests.factories import create_action, create_meeting, create_minutes
from trust.tools.words import LONDON

#: A working day without a bank holiday near it.
MONDAY = dt.date(2025, 10, 13)


def at(day: dt.date = MONDAY, hour: int = 10, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), LONDON)


def due(board, owners, *, days: int = 0, text: str = "Survey the quay", **fields: object) -> Action:
    """An action due so many days after that Monday."""
    day = {"due_kind": "day", "due_date": MONDAY + dt.timedelta(days=days)}
    return create_action(board, text, owners=owners, **day | fields)


def minuted_action(cast, *, state: str = "circulated", issued: dt.date = MONDAY, **fields: object) -> Action:
    """An action of a meeting whose minutes have gone out, or have not."""
    meeting = create_meeting(cast.board, dt.date(2025, 10, 7), state="held")
    sent = {"circulated_at": at(issued, 9), "circulated_by": cast.clerk} if state != "draft" else {}
    create_minutes(meeting, state=state, **sent)
    return due(cast.board, [cast.person("member")], **{"days": 60, "meeting": meeting} | fields)


def remind(when: dt.datetime | None = None) -> list[Reminder]:
    """Queue what is to be said, and give it back."""
    queue_reminders(at=when or at())
    return list(Reminder.objects.order_by("pk"))


def post(when: dt.datetime | None = None) -> int:
    """Hand over what waits."""
    return hand_over_waiting(clock=lambda: when or at(hour=11))
