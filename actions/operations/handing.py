"""An action changes the list it stands in; its reference, its owners and what was said stay (requirement 2.15)."""

import datetime as dt
from typing import Any

from actions.models import Action, Progress
from actions.operations.progress import signed, write
from actions.queries.handing import follower_of, left_open, to_hand_back
from actions.rules.handing import ended_as
from boards.models import Board
from trust.tools.words import the_day


def hand_to(action: Action, board: Board, said: str, *, by: Any, at: dt.datetime) -> None:
    """From now on in the list of ``board``, with an entry that says so. The caller holds the action's lock."""
    action.followed_by = None if board.pk == action.board_id else board
    write(action, Progress.Kind.REPORT, text=said, by=by, at=at)
    signed(action, by, at, said)


def hand_over(board: Board, to: Board, *, by: Any, at: dt.datetime) -> list[Action]:
    """All that a board which has ended left open. Returns it."""
    handed = list(left_open(board).select_for_update(of=["self"]))
    for action in handed:
        hand_to(action, to, f"Handed up to {to}: {board} has {ended_as(board)}.", by=by, at=at)
    return handed


def hand_back(board: Board, *, by: Any, at: dt.datetime) -> list[Action]:
    """What it handed up and is still open, to the board that goes on. Returns it."""
    keys = [action.pk for action in to_hand_back(board)]
    held = Action.objects.select_for_update(of=["self"]).select_related("board", "followed_by")
    back = list(held.filter(pk__in=keys).outstanding())
    for action in back:
        hand_to(action, board, f"Handed back to {board}, which goes on.", by=by, at=at)
    return back


def hand_on(action: Action, *, by: Any, at: dt.datetime) -> None:
    """To whoever follows what its list left open, where the board of that list has closed."""
    if above := follower_of(action.kept_by, on=the_day(at)):
        hand_to(action, above, f"{above} follows it: {action.kept_by} has closed.", by=by, at=at)
