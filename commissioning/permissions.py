"""Who may set up a board's priorities and funds."""

from typing import Any

from boards.models import Board
from boards.permissions import MANAGE, check_may_manage, words_on

SET_UP = "manage"


def check_may_set_up(user: Any, board: Board) -> None:
    check_may_manage(user, board)


def check_may_link(user: Any, group: Board, above: Board | None) -> None:
    """The officers of the board a group is under say which priority it works to, and so do its own."""
    if above is None or MANAGE not in words_on(user, above):
        check_may_manage(user, group)
