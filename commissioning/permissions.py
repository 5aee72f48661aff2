"""Who may set up a board's priorities and funds, and who may see them."""

from typing import Any

from boards.models import Board
from boards.permissions import check_may_manage, check_may_see_papers

SET_UP = "manage"


def check_may_set_up(user: Any, board: Board) -> None:
    check_may_manage(user, board)


def check_may_see_ledger(user: Any, board: Board) -> None:
    check_may_see_papers(user, board)
