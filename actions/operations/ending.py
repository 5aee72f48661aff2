"""A board ends, and another follows what it left open; let go on, it has that back (requirement 2.15)."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import Action
from actions.operations.handing import hand_back, hand_over
from actions.rules.handing import check_can_follow
from boards.models import Board
from boards.operations import ending
from boards.operations.network import one_at_a_time
from boards.permissions import check_may_keep_register
from trust.tools.words import the_day


@transaction.atomic
def end_board(*, board: Board, actions_to: Board | None = None, by: Any, at: dt.datetime, **given: Any) -> list[Action]:
    """As boards end; ``actions_to`` follows what is open. Returns what went there. ``given``: the rest of the end."""
    ended = ending.end_board(board=board, **given, by=by, on=the_day(at))
    return hand_up(board=ended, to=actions_to, by=by, at=at) if actions_to else []


@transaction.atomic
def hand_up(*, board: Board, to: Board, by: Any, at: dt.datetime) -> list[Action]:
    """What a board that has ended left open, into the list of one that goes on. By who keeps the register."""
    check_may_keep_register(by, on=the_day(at))
    one_at_a_time()
    board, to = Board.objects.get(pk=board.pk), Board.objects.get(pk=to.pk)
    check_can_follow(board, to, the_day(at))
    return hand_over(board, to, by=by, at=at)


@transaction.atomic
def take_back_end(*, board: Board, by: Any, at: dt.datetime) -> list[Action]:
    """The board goes on, and has back what went on from it and is still open. Returns that."""
    board = ending.take_back_end(board=board, by=by, on=the_day(at))
    return hand_back(board, by=by, at=at)
