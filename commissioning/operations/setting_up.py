"""Setting up funds and contributions."""

from typing import Any

from django.db import transaction

from boards.models import Board
from commissioning.models import Contribution, Fund
from commissioning.permissions import check_may_set_up

Entry = Fund | Contribution


def board_of(entry: Entry) -> Board:
    return entry.board if isinstance(entry, Fund) else entry.fund.board


@transaction.atomic
def keep(*, entry: Entry, by: Any) -> Entry:
    """Write a new entry, or a changed one, of a board the user manages. What it was stays in its history."""
    check_may_set_up(by, board_of(entry))
    if entry.pk:
        stored = type(entry).objects.select_for_update(of=["self"]).get(pk=entry.pk)
        check_may_set_up(by, board_of(stored))
    entry.save()
    return entry
