"""An earlier wording of an item becomes its wording again, with the actions of its action blocks."""

import datetime as dt
from typing import Any
from uuid import uuid4

from actions.operations.desk import save_item
from meetings.models import AgendaItem
from meetings.queries.earlier import as_restored, earlier
from meetings.rules.earlier import as_blocks
from trust.tools.refusal import Refused


def restore_wording(*, item: AgendaItem, number: int, base: int, by: Any, at: dt.datetime) -> None:
    """Restoring writes a new wording on top of version ``base``; the one that stood is kept among the earlier ones."""
    was = next((one for one in earlier(item).wordings if one.number == number), None)
    if was is None:
        raise Refused("That wording is not in the list. Load the page again.")
    save_item(item=item, save=uuid4(), base=base, blocks=as_blocks(as_restored(item, was.wording)), by=by, at=at)
