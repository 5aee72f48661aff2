"""Which board follows what a group left open, and what of it a reader may be told (requirement 2.15)."""

import datetime as dt
from typing import Any

from actions.models import Action, ActionQuerySet
from actions.queries.action import actions_known_to, not_closed_to
from actions.queries.lines import one_line
from actions.rules.handing import way_up
from boards.models import Board
from boards.queries.groups import parent_of
from trust.tools.words import counted


def follower_of(board: Board, *, on: dt.date) -> Board | None:
    """Who follows the open actions of a group that has closed: what it was under, and so on up. None: it does itself.

    Nothing is asked of the database for a board that goes on.
    """
    at = board
    while at.kind == Board.Kind.TASK_GROUP and at.ended_date and at.ended_date <= on:
        above = parent_of(at, on=at.ended_date)
        if above is None:
            break
        at = above
    return None if at.pk == board.pk else at


def board_above(group: Board, *, on: dt.date) -> Board | None:
    """Who follows what a group leaves open on a day: what it is under or, if that has closed too, what was above."""
    parent = parent_of(group, on=group.ended_date or on)
    return parent and (follower_of(parent, on=on) or parent)


def left_open(group: Board) -> ActionQuerySet:
    """What stands in its list and is not settled."""
    return Action.objects.kept_on(group.pk).outstanding().select_related("board", "followed_by")


def to_hand_back(group: Board) -> list[Action]:
    """What went up from this group when it closed, and is still open, whoever follows it by now."""
    handed = Action.objects.filter(followed_by__isnull=False).outstanding().select_related("board", "followed_by")
    through = Action.history.filter(followed_by=group.pk).values("id")
    found = handed.filter(board=group).union(handed.filter(pk__in=through))
    actions = handed.filter(pk__in=found.values("pk"))
    return [action for action in actions if group.pk in way_of(action)[:-1]]


def way_of(action: Action) -> list[int]:
    """The boards it has gone through, from its own to the one that follows it."""
    rows = action.history.order_by("history_id").values_list("followed_by", "board")
    return way_up(followed or own for followed, own in rows)


def told_of(actions: list[Action], reader: Any, *, said: str, on: dt.date, counts_unread: bool = False) -> list[str]:
    """``said``, then each action by its reference; those closed to the reader without reference or words.

    ``counts_unread``: for who keeps the register, how many there are of open business whose papers they do not read.
    """
    if not actions:
        return []
    keys = [action.pk for action in actions]
    known = actions_known_to(reader, on=on).filter(pk__in=keys)
    shown = list(known.select_related("board").prefetch_related("parts").order_by("board", "year", "number"))
    how_many = len(shown)
    if counts_unread:
        how_many = not_closed_to(reader).filter(pk__in=keys).union(known.order_by()).count()
    told = [f"{counted(how_many, 'open action').capitalize()} {said}"] if how_many else []
    told += [_line(action) for action in shown]
    if how_many < len(actions):
        told.append(f"So with what is open of business that is closed to you: it {said}")
    return told


def _line(action: Action) -> str:
    who = f" ({action.owners_shown})" if action.owners_shown else ""
    return f"{action.reference}: {one_line(action.text) or 'an action without words'}{who}"
