"""Who may set up a board's priorities and funds."""

from typing import Any

from boards.models import Board
from boards.permissions import check_may_manage

SET_UP = "manage"


def check_may_set_up(user: Any, board: Board) -> None:
    check_may_manage(user, board)
