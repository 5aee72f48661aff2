"""The worker’s part: what is to be said is queued each hour, and what waits is handed over every five minutes.

The clock is read here, at the edge. Both may run twice at once: what is queued is unique in the database, and each
mail is in one worker’s hands at a time.
"""

from django.utils import timezone

from actions.operations.reminder import queue_reminders
from actions.operations.reminder_post import hand_over_waiting
from trust.tools import jobs


@jobs.regularly("7 * * * *")
def remind() -> None:
    queue_reminders(at=timezone.now())


@jobs.regularly("*/5 * * * *")
def post() -> None:
    hand_over_waiting(clock=timezone.now)
