"""Keeping which desks are open. No record: nothing of it stays."""

import datetime as dt
from typing import Any

from boards.permissions import check_may_minute
from meetings.models import Meeting, Presence
from meetings.rules.presence import GONE_AFTER, Sent
from trust.tools.statement import run

#: In the first seconds of each minute.
SWEEP = 4


_HERE = """
    INSERT INTO meetings_presence (meeting_id, officer_id, "window", item_id, seen_at, wrote_at)
    VALUES (%(meeting)s, %(officer)s, %(window)s,
        (SELECT id FROM meetings_agendaitem WHERE id = %(item)s AND meeting_id = %(meeting)s), %(at)s, %(wrote)s)
    ON CONFLICT ("window") DO UPDATE SET meeting_id = EXCLUDED.meeting_id, officer_id = EXCLUDED.officer_id,
        item_id = EXCLUDED.item_id, seen_at = EXCLUDED.seen_at,
        wrote_at = COALESCE(EXCLUDED.wrote_at, meetings_presence.wrote_at)
"""


def keep_presence(*, meeting: Meeting, sent: Sent, by: Any, at: dt.datetime) -> None:
    """Write where this window is; an item of another meeting is none. A closing one is forgotten."""
    check_may_minute(by, meeting.board)
    if sent.closing:
        Presence.objects.filter(window=sent.window, officer=by).delete()
        return
    given = {"meeting": meeting.pk, "officer": by.pk, "window": sent.window, "item": sent.item, "at": at}
    run(_HERE, given | {"wrote": at if sent.wrote else None})
    _forget_the_gone(meeting, at)


def _forget_the_gone(meeting: Meeting, at: dt.datetime) -> None:
    """Now and then, by the clock: about one pulse in fifteen sweeps the meeting's desks that are long gone."""
    if at.second < SWEEP:
        Presence.objects.filter(meeting=meeting, seen_at__lt=at - 3 * GONE_AFTER).delete()
