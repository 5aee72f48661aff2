"""One return of an agency for one board: every part it reports on, kept together or not at all (issue 6 §3)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from actions.models import Part
from actions.operations.progress import record_progress
from actions.rules.action import Incomplete
from trust.tools.refusal import Refused


@dataclass(frozen=True)
class Row:
    """What is said of one part."""

    part: Part
    state: str
    text: str
    waits_for: str = ""


class RowsRefused(Incomplete):
    """Some rows cannot be kept, so that none is. ``sentences`` by the key of the part."""

    def __init__(self, sentences: Mapping[int, str]) -> None:
        super().__init__("Nothing is recorded yet: put right what is said beside each action, then send it again.")
        self.sentences = sentences


@transaction.atomic
def make_return(*, rows: list[Row], by: Any, at: dt.datetime) -> int:
    """Record every row, each as its owner’s update would be; returns how many. Locks are taken in one order."""
    if not rows:
        raise Incomplete("Nothing is filled in: say how at least one of them is going.")
    refused = {}
    for row in sorted(rows, key=lambda row: (row.part.action_id, row.part.pk)):
        try:
            with transaction.atomic():
                record_progress(part=row.part, state=row.state, text=row.text, waits_for=row.waits_for, by=by, at=at)
        except Refused as refusal:
            refused[row.part.pk] = str(refusal)
    if refused:
        raise RowsRefused(refused)
    return len(rows)
