"""How long the closed board keeps its records, what it held back and shared, and what was said to a notice."""

from typing import Any

from django.utils import timezone

from meetings.models import Hold, KeyDecisionNotice, Meeting, Recording, RetentionRule, Sharing
from tests.cast import Cast
from tests.factories import LONG_AGO


def furnish_records(cast: Cast, meeting: Meeting, item: Any, notice: int) -> dict[str, Any]:
    """What to put into their addresses."""
    board, by, now = cast.board, cast.clerk, timezone.now()
    rule = {"keep": "approved", "source": "Undisclosed business", "from_date": LONG_AGO}
    RetentionRule.objects.create(board=board, kind="comments", **rule)
    Sharing.objects.create(
        board=board, meeting=meeting, item=item, partner=cast.police, gateway="crime", why="Moorings",
        shared_date=meeting.date, shared_by="Ffion Penrose", recorded_at=now, recorded_by=by,
    )  # fmt: skip
    told = {"received_from": "Ffion Penrose", "received_date": meeting.date, "text": "Moorings should be open."}
    return {
        "hold": Hold.objects.create(board=board, reason="Moorings", set_at=now, set_by=by).pk,
        "recording": Recording.objects.create(meeting=meeting, kind="sound", held="Moorings").pk,
        "representation": KeyDecisionNotice.objects.get(pk=notice).representations.create(**told).pk,
    }
