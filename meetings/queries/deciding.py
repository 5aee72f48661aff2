"""What deciding an item reads: its decisions, its room, who may vote on it, and the terms of the day."""

from collections.abc import Sequence
from dataclasses import dataclass

from boards.models import ReservedMatter, TermsOfReference
from meetings.models import AgendaItem, Attendance, Decision
from meetings.queries.room import RoomRecord, room_record
from meetings.rules.electorate import Electorate, electorate
from meetings.rules.room import RoomAt
from meetings.rules.voting import Result, recorded_of, result


@dataclass(frozen=True)
class Deciding:
    """The room of one item with the terms it decides by."""

    item: AgendaItem
    rows: tuple[Attendance, ...]
    room: RoomAt
    terms: TermsOfReference | None
    matter: ReservedMatter | None
    who: Electorate

    def result_of(self, decision: Decision) -> Result:
        """How a decision of the item went, by what is recorded of it."""
        return result(decision.kind, recorded_of(decision), self.who, self.terms)


def deciding_of(item: AgendaItem, record: RoomRecord | None = None) -> Deciding:
    """``item`` with its meeting. The room's statements where ``record`` is not given, and two for a reserved matter."""
    record = record or room_record(item.meeting)
    room = record.at(item)
    matter = reserved_matter(item, record.terms)
    return Deciding(item, record.rows, room, record.terms, matter, electorate(room, record.rows, matter))


def reserved_matter(item: AgendaItem, terms: TermsOfReference | None) -> ReservedMatter | None:
    """The matter of the terms that an item is marked with; None where the terms of the day do not reserve it."""
    if not item.matter or terms is None:
        return None
    reserved = terms.reserved_matters.prefetch_related("partners", "constituencies")
    return reserved.filter(label=item.matter).first()


def decisions_under(item: AgendaItem) -> list[Decision]:
    """The decisions of an item in the order written, with their votes. Two statements."""
    found = Decision.objects.filter(block__item=item).select_related("block", "mover", "seconder", "casting_vote_by")
    decisions = list(found.prefetch_related("votes__attendance").order_by("block__position", "block__pk"))
    for decision in decisions:
        decision.block.item = item
    return decisions


def standing_decisions(decisions: Sequence[Decision]) -> list[Decision]:
    """Those that were not recorded in error."""
    return [decision for decision in decisions if not decision.struck_reason]
