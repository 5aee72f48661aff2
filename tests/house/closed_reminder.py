"""What a closed board wrote to its owners: what others must not find."""

from typing import Any

from django.utils import timezone

from actions.models import Action, Bounce, Chase, Reminder
from tests.cast import Cast


def furnish_reminders(cast: Cast, action: Action) -> dict[str, Any]:
    """A chase with its mail, and an address that fails, by the names that addresses give them."""
    now, person = timezone.now(), cast.person("member")
    chase = Chase.objects.create(board=cast.board, asked_at=now, asked_by=cast.clerk)
    put = {"day": timezone.localdate(), "queued_at": now, "send_from": now, "state": "in_doubt"}
    reminder = Reminder.objects.create(person=person, key="moorings", chase=chase, **put)
    about = {"action": action, "part": action.parts.get(), "reference": action.reference, "board": cast.board}
    reminder.lines.create(person=person, occasion="chase", for_day=put["day"], chase=chase, **about)
    failing = {"address": "joss@example.org", "reason": "Moorings", "first_at": now, "last_at": now}
    bounce = Bounce.objects.create(person=person, **failing)
    return {"chase": chase.pk, "reminder": reminder.pk, "bounce": bounce.pk}
