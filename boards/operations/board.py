"""Setting up a board, and changing what is put down about it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q
from django.utils.text import slugify

from boards.models import Board, BoardRelation
from boards.operations.access import refresh_board_access
from boards.operations.network import one_at_a_time, put_down
from boards.permissions import check_may_keep_register, check_may_manage
from boards.rules import network as rules
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused


def add_board(
    *,
    name: str,
    reference_prefix: str = "",
    under: Board | None = None,
    founded_date: dt.date,
    by: Any,
    on: dt.date,
    **told: Any,
) -> Board:
    """A board from a day on, kept by the keepers until it has seats. ``told``: its other fields, as the model has them.

    Without a prefix it gets the capitals of its name.
    """
    check_may_keep_register(by, on=on)
    return found_board(
        name=name, reference_prefix=reference_prefix, under=under, founded_date=founded_date, by=by, on=on, **told
    )


def found_board(
    *, name: str, reference_prefix: str, under: Board | None, founded_date: dt.date, by: Any, on: dt.date, **told: Any
) -> Board:
    """The same for acts that have asked who may: a group is set up by the officers of its parent."""
    try:
        with transaction.atomic():
            one_at_a_time()
            rules.check_names_free([name], names_in_use(founded_date))
            board = _made(name, reference_prefix, founded_date, told, by)
            refresh_board_access(board, on=on)
            if under:
                kind = BoardRelation.Kind.UNDER
                put_down(BoardRelation(board=board, kind=kind, to_board=under, from_date=founded_date), by=by)
            return board
    except IntegrityError as error:
        raise Refused("Somebody else set up a board at the same moment. Look at the list, then repeat this.") from error


def _made(name: str, prefix: str, founded_date: dt.date, told: dict[str, Any], by: Any) -> Board:
    known = dict(Board.objects.values_list("reference_prefix", "name"))
    prefix = prefix.upper() or rules.prefix_for(name, known)
    rules.check_prefixes_free([prefix], known)
    slug = rules.slug_for(slugify(name), Board.objects.values_list("slug", flat=True))
    board = Board(name=name, slug=slug, reference_prefix=prefix, founded_date=founded_date, **told)
    return keep(board, by=by)


def names_in_use(day: dt.date) -> Iterable[str]:
    """What boards are called that go on after this day."""
    return Board.objects.filter(Q(ended_date=None) | Q(ended_date__gte=day)).values_list("name", flat=True)


@transaction.atomic
def change_board(*, board: Board, by: Any, because: str = "", **told: Any) -> Board:
    """``told``: the fields that are put down about it. Its name and status are given from a day on, elsewhere."""
    locked = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=board.pk)
    check_may_manage(by, locked)
    for field, value in told.items():
        setattr(locked, field, value)
    return keep(locked, by=by, because=because)


@transaction.atomic
def take_out_board(*, board: Board, by: Any, on: dt.date) -> None:
    """A board set up by mistake goes, as long as nothing but its names and relations is down for it."""
    check_may_keep_register(by, on=on)
    board = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=board.pk)
    for rows in (board.relations, board.relations_from, board.names, board.statuses):
        for row in rows.all():
            discard(row, by=by, because="The board was set up by mistake")
    for role in board.role_groups.select_related("group"):
        role.group.delete()
    try:
        discard(board, by=by, because="Set up by mistake")
    except ProtectedError:
        raise Refused("Seats, terms, meetings or papers are down for this board. End it instead.") from None
