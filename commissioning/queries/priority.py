"""Priorities, cut to the boards whose papers the reader may see."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from boards.queries.access import boards_where
from commissioning.models import Priority
from commissioning.queries.there import or_404


def priorities_seen_by(reader: Any) -> QuerySet[Priority]:
    return Priority.objects.filter(board__in=boards_where(reader)).select_related("board", "lead_partner")


def priority_for(reader: Any, pk: int) -> Priority:
    return or_404(priorities_seen_by(reader).filter(pk=pk).first())


def priorities_to_work_to(reader: Any, *, on: dt.date) -> QuerySet[Priority]:
    """Those of a day that a group can be said to work to."""
    return priorities_seen_by(reader).filter(pk__in=Priority.objects.held_on(on).values("pk"))
