"""How an action goes up when its group closes, and back when the group goes on again (requirement 2.15)."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Board
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date


def way_up(kept_by: Iterable[int]) -> list[int]:
    """The boards an action was handed through, its own first; from ``kept_by``, its lists in the order of time.

    Handed back, it is as if it had not gone up: [1, 2, 3, 2] is [1, 2].
    """
    way: list[int] = []
    for board in kept_by:
        way = [*way[: way.index(board)], board] if board in way else [*way, board]
    return way


def check_is_group(board: Board) -> None:
    if board.kind != Board.Kind.TASK_GROUP:
        raise Refused(f"{board} is not a task and finish group. Those who keep the register can end it.")


def check_can_close(group: Board, parent: Board | None, last_day: dt.date, on: dt.date) -> None:
    """A group that has its parent, on a day that has come: its actions go up at once."""
    if group.ended_date:
        raise Refused(f"{group} closed on {short_date(group.ended_date)} already.")
    if last_day > on:
        raise Refused("The last day is still to come. Close the group on that day or after it.")
    if parent is None:
        raise Refused(
            f"{group} was under no board on {short_date(last_day)}, so nobody would follow its open actions. "
            "Say first which board it is under."
        )


def ended_as(board: Board) -> str:
    """What is said of a board that is no more: a group closes, any other ends."""
    return "closed" if board.kind == Board.Kind.TASK_GROUP else "ended"


def check_can_follow(board: Board, to: Board, on: dt.date) -> None:
    """``to`` follows what ``board`` left open: once that has ended, and itself goes on."""
    if board.pk == to.pk:
        raise Refused(f"{board} ends. Choose another board to follow what it leaves open.")
    if board.ended_date is None:
        raise Refused(f"{board} goes on, and follows its actions itself. End it first.")
    if board.ended_date > on:
        raise Refused(
            f"{board} goes on until {short_date(board.ended_date)}, and follows its actions itself until then. Leave "
            "open who follows them; from that day they are handed on from the board’s page of names and relations."
        )
    if to.ended_date and to.ended_date <= on:
        raise Refused(f"{to} ended on {short_date(to.ended_date)}. Choose a board that goes on.")


def left_behind(ended: dt.date, count: int, on: dt.date) -> str:
    """That actions of a board that ends wait for another to follow them; from its last day on they can be handed up."""
    day, actions = short_date(ended), counted(count, "action")
    is_ = "is" if count == 1 else "are"
    if ended <= on:
        return f"It ended on {day}, and {actions} there {is_} still open. Hand up what it left."
    return f"Its last day is {day}, and {actions} there {is_} still open. From that day on, hand them up."


def check_can_go_on(group: Board, parent: Board | None, on: dt.date) -> None:
    if not group.ended_date:
        raise Refused(f"{group} has not closed.")
    if parent and parent.ended_date and parent.ended_date <= on:
        raise Refused(f"{parent} has ended as well. Let it go on first.")
