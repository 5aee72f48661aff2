"""The resolutions that a contribution or its variation can rest on."""

from typing import Any

from django.db.models import QuerySet

from boards.models import Board
from meetings.models import Decision
from meetings.queries.decisions import readable


def resolutions_of(board: Board, reader: Any) -> QuerySet[Decision]:
    """Recorded decisions of the board that the reader may read, the latest first."""
    found = Decision.objects.filter(readable(board, reader), block__item__meeting__board=board, struck_reason="")
    recorded = found.filter(recorded_at__isnull=False).select_related("block__item__meeting")
    return recorded.order_by("-block__item__meeting__date", "block__position", "pk")
