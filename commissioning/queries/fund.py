"""Funds, cut to the boards whose papers the reader may see."""

from typing import Any

from django.db.models import QuerySet

from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Fund
from commissioning.permissions import SET_UP
from commissioning.queries.there import or_404


def funds_seen_by(reader: Any) -> QuerySet[Fund]:
    return Fund.objects.filter(board__in=boards_where(reader)).select_related("board", "host", "agreement")


def fund_for(reader: Any, pk: int) -> Fund:
    return or_404(funds_seen_by(reader).filter(pk=pk).first())


def boards_set_up_by(reader: Any) -> QuerySet[Board]:
    """Boards for which the reader may set up priorities and funds."""
    return boards_where(reader, SET_UP)
