"""Keeping what stands on every agenda of a board."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_minute
from meetings.models import StandingItem
from meetings.rules import agenda as rules
from meetings.rules.standing import USUAL
from trust.tools.keeping import discard, keep, keep_all
from trust.tools.refusal import Refused


@transaction.atomic
def add_standing_item(*, board: Board, fields: Mapping[str, Any], by: Any) -> StandingItem:
    _open(board, by)
    position = max([item.position for item in board.standing_items.all()], default=0) + 1
    return keep(StandingItem(board=board, position=position, **fields), by=by)


@transaction.atomic
def begin_with_usual_items(*, board: Board, by: Any) -> None:
    """The items most boards have, for a board that has none yet."""
    _open(board, by)
    if board.standing_items.exists():
        raise Refused("The board has standing items already.")
    for position, (title, purpose) in enumerate(USUAL, 1):
        keep(StandingItem(board=board, title=title, purpose=purpose, is_section=True, position=position), by=by)


@transaction.atomic
def change_standing_item(*, item: StandingItem, fields: Mapping[str, Any], by: Any) -> StandingItem:
    _open(item.board, by)
    for name, value in fields.items():
        setattr(item, name, value)
    return keep(item, by=by)


@transaction.atomic
def remove_standing_item(*, item: StandingItem, by: Any) -> None:
    """Agendas already made keep it."""
    _open(item.board, by)
    rules.check_can_remove(minuted=False, holds_items=item.items.exists())
    discard(item, by=by)


@transaction.atomic
def shift_standing_item(*, item: StandingItem, up: bool, by: Any) -> bool:
    """One place up or down. Whether there was a place to go to."""
    _open(item.board, by)
    items = list(item.board.standing_items.all())
    was = {one.pk: (one.section_id, one.position) for one in items}
    found = rules.branches(items)
    moved = rules.shift(found, next(one for one in items if one.pk == item.pk), up=up)
    section_of = {one.pk: branch.top.pk for branch in found for one in branch.items}
    for position, one in enumerate(rules.printed(found), 1):
        one.section_id, one.position = section_of.get(one.pk), position
    changed = [one for one in items if was[one.pk] != (one.section_id, one.position)]
    keep_all(changed, ["section", "position"], by=by, because="The order of the standing items changed.")
    return moved


def _open(board: Board, by: Any) -> None:
    Board.objects.select_for_update().get(pk=board.pk)
    check_may_minute(by, board)
