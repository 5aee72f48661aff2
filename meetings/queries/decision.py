"""One decision on a page of its own: its words as its reader may read them, how it was reached and how it stands."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404

from boards.permissions import MINUTE
from meetings.models import AgendaItem, Decision, Meeting
from meetings.queries.deciding import Deciding, deciding_of
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.minutes import Reading, minutes_document, minutes_for
from meetings.queries.outcome import standing, with_standing
from meetings.rules.document import BlockLine, ItemLine
from meetings.rules.outcome import Standing
from meetings.rules.voting import Result


@dataclass(frozen=True)
class DecisionPage:
    """A decision cut to its reader: ``line`` is its item and ``block`` its words in their edition.

    ``went`` is how it goes by what is recorded so far, for the officer only and until what was decided is recorded.
    """

    reading: Reading
    decision: Decision
    line: ItemLine
    block: BlockLine
    standing: Standing
    went: Result | None

    @property
    def item(self) -> AgendaItem:
        return self.decision.block.item

    @property
    def meeting(self) -> Meeting:
        return self.reading.meeting

    @property
    def is_recorded(self) -> bool:
        return self.decision.recorded_at is not None

    @property
    def settles(self) -> bool:
        """Whether there is anything to stand: not where something was only noted, deferred or moved on."""
        kinds = Decision.Kind
        return self.decision.kind not in (kinds.NOTED, kinds.DEFERRED, kinds.MOVED)

    @property
    def tells_how_it_stands(self) -> bool:
        return self.settles or not self.is_recorded or bool(self.decision.struck_reason)

    @property
    def title(self) -> str:
        """EG 2025/7; or the item it was taken under."""
        return self.decision.number or f"Decision under {self.item}"


def decision_for(reader: Any, board: str, meeting: str, key: UUID) -> DecisionPage:
    """The one door to a decision; 404 where the reader’s edition of the minutes does not hold it."""
    reading = minutes_for(reader, board, meeting)
    decision = with_standing(Decision.objects.filter(block__minutes=reading.minutes, block__key=key)).first()
    if decision is None:
        raise Http404("No decision is at this address.")
    decision.block.item.meeting = reading.meeting
    line, block = _in_edition(reading, decision.block_id)
    is_open = MINUTE in reading.words and decision.recorded_at is None
    went = deciding_of(decision.block.item).result_of(decision) if is_open else None
    return DecisionPage(reading, decision, line, block, standing(decision), went)


def _in_edition(reading: Reading, block: int) -> tuple[ItemLine, BlockLine]:
    document = minutes_document(reading.meeting, edition=reading.edition, sight=reading.sight)
    for line in document.items:
        for shown in line.blocks:
            if shown.pk == block:
                return line, shown
    raise Http404("No decision is at this address.")


def decision_minuted_by(reader: Any, board: str, meeting: str, key: UUID) -> tuple[Decision, Deciding]:
    """A decision that the reader minutes, with its room; 404 where they may not know of it, 403 if they only read."""
    decision_for(reader, board, meeting, key)
    found = meeting_minuted_by(reader, board, meeting)
    decisions = Decision.objects.select_related("block__item__section", "mover", "seconder").prefetch_related("votes")
    decision = decisions.get(block__minutes__meeting=found, block__key=key)
    decision.block.item.meeting = found
    return decision, deciding_of(decision.block.item)
