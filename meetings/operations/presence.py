"""Keeping which desks are open. No record: nothing of it stays."""

import datetime as dt
from typing import Any

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Meeting, Presence
from meetings.rules.presence import GONE_AFTER, Sent

#: In the first seconds of each minute.
SWEEP = 4


def keep_presence(*, meeting: Meeting, sent: Sent, by: Any, at: dt.datetime) -> None:
    """Write where this window is; an item of another meeting is none. A closing one is forgotten."""
    check_may_minute(by, meeting.board)
    if sent.closing:
        Presence.objects.filter(window=sent.window, officer=by).delete()
        return
    is_here = sent.item is not None and AgendaItem.objects.filter(pk=sent.item, meeting=meeting).exists()
    desk = Presence(meeting=meeting, officer=by, window=sent.window, item_id=sent.item if is_here else None, seen_at=at)
    desk.wrote_at = at if sent.wrote else None
    told = ["meeting", "officer", "item", "seen_at", *(["wrote_at"] if sent.wrote else [])]
    Presence.objects.bulk_create([desk], update_conflicts=True, unique_fields=["window"], update_fields=told)
    _forget_the_gone(meeting, at)


def _forget_the_gone(meeting: Meeting, at: dt.datetime) -> None:
    """Now and then, by the clock: about one pulse in fifteen sweeps the meeting's desks that are long gone."""
    if at.second < SWEEP:
        Presence.objects.filter(meeting=meeting, seen_at__lt=at - 3 * GONE_AFTER).delete()
