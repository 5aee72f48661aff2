"""Who may set up a board's priorities and funds."""

from typing import Any

from boards.models import Board
from boards.permissions import MANAGE, MINUTE, check_may_manage, may_answer_for, words_on
from commissioning.models import Reporter
from trust.tools.refusal import NotPermitted

SET_UP = "manage"


def check_may_set_up(user: Any, board: Board) -> None:
    check_may_manage(user, board)


def check_may_link(user: Any, group: Board, above: Board | None) -> None:
    """The officers of the board a group is under say which priority it works to, and so do its own."""
    if above is None or MANAGE not in words_on(user, above):
        check_may_manage(user, group)


def check_may_return(user: Any, reporter: Reporter, *, has_nobody: bool = False) -> None:
    """A board’s officers return for it, a partner’s people for theirs; nobody does it for another.

    ``has_nobody``: none of these has a login. Then the officers it is returned to put down what it sent them.
    """
    if has_nobody and MINUTE in words_on(user, reporter.scheme.board):
        return
    if reporter.board and MINUTE not in words_on(user, reporter.board):
        raise NotPermitted(f"Only the officers of {reporter.board} return for it.")
    if reporter.partner and not may_answer_for(user, reporter.partner):
        raise NotPermitted(f"Only those who answer for {reporter.partner} return for it.")


def leads_and_manages(user: Any, board: Board) -> tuple[bool, bool]:
    """Whether this is an officer, who puts together what is returned to the board; and whether they set it up."""
    words = words_on(user, board)
    return MINUTE in words, MANAGE in words
