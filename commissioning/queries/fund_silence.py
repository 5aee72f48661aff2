"""Reports of funds that are due and have not come, for what needs attention at a board."""

import datetime as dt
from collections.abc import Collection, Iterator

from boards.models import Board
from boards.rules.attention import Finding, Kind
from commissioning.models import FundReport
from commissioning.rules.fund import overdue


def reports_noticed(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """One statement, however many boards."""
    by_key = {board.pk: board for board in boards}
    owed = FundReport.objects.filter(fund__board__in=by_key, received_date=None, due_date__lt=on)
    for report in owed.select_related("fund__host").order_by("due_date", "pk"):
        board = by_key[report.fund.board_id]
        yield Finding(board, Kind.FUND, overdue(report, on=on), report.fund.get_absolute_url() + "#reports")
