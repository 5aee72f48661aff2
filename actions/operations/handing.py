"""An action changes the list it stands in; its reference, its owners and what was said stay (requirement 2.15)."""

import datetime as dt
from typing import Any

from actions.models import Action, Progress
from actions.operations.progress import signed, write
from actions.queries.handing import follower_of
from boards.models import Board
from trust.tools.words import the_day


def hand_to(action: Action, board: Board, said: str, *, by: Any, at: dt.datetime) -> None:
    """From now on in the list of ``board``, with an entry that says so. The caller holds the action's lock."""
    action.followed_by = None if board.pk == action.board_id else board
    write(action, Progress.Kind.REPORT, text=said, by=by, at=at)
    signed(action, by, at, said)


def hand_on(action: Action, *, by: Any, at: dt.datetime) -> None:
    """To whoever follows what its list left open, where the board of that list has closed."""
    if above := follower_of(action.kept_by, on=the_day(at)):
        hand_to(action, above, f"{above} follows it: {action.kept_by} has closed.", by=by, at=at)
