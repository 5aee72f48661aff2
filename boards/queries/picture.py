"""The network of boards as its reader may know of it, on any day."""

import datetime as dt
from typing import Any

from boards.models import BoardName, BoardRelation, BoardStatus
from boards.queries.access import boards_known_to
from boards.rules.picture import Known


def network_known_to(reader: Any) -> Known:
    """Four statements, however many boards and years.

    Relations of boards the reader may not know of are read by key only: whoever hangs from such a board hangs from the
    nearest the reader may know of, and nothing else of it comes out.
    """
    boards = {board.pk: board for board in boards_known_to(reader).select_related("footprint")}
    return Known(
        boards=boards,
        names=list(BoardName.objects.filter(board__in=boards)),
        statuses=list(BoardStatus.objects.filter(board__in=boards)),
        relations=list(BoardRelation.objects.order_by("pk")),
    )


def days_of_change(known: Known, *, until: dt.date) -> list[dt.date]:
    """The days on which something became otherwise, latest first: for choosing one."""
    dated = [*known.names, *known.statuses, *(row for row in known.relations if _is_known(row, known))]
    days = {row.from_date for row in dated if row.from_date}
    days |= {row.to_date + dt.timedelta(days=1) for row in dated if row.to_date}
    days |= {board.founded_date for board in known.boards.values() if board.founded_date}
    days |= {board.ended_date + dt.timedelta(days=1) for board in known.boards.values() if board.ended_date}
    return sorted((day for day in days if day <= until), reverse=True)


def _is_known(row: BoardRelation, known: Known) -> bool:
    return row.board_id in known.boards and row.to_board_id in known.boards
