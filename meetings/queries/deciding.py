"""What deciding an item reads: its decisions, its room, who may vote on it, and the terms of the day."""

from collections.abc import Sequence
from dataclasses import dataclass

from boards.models import ReservedMatter, TermsOfReference
from meetings.models import AgendaItem, Attendance, Decision, MinutedItem
from meetings.queries.minutes import minutes_of
from meetings.queries.outcome import standing_if
from meetings.queries.room import RoomRecord, room_record
from meetings.rules.blocks import check_can_be_minuted
from meetings.rules.deciding import check_can_decide
from meetings.rules.electorate import Electorate, electorate, who_alone_votes
from meetings.rules.numbers import numbers_decisions
from meetings.rules.printed import letters_of
from meetings.rules.room import RoomAt
from meetings.rules.told import waits
from meetings.rules.voting import Recorded, Result, check_votes, recorded_of, result, roll_counted
from meetings.rules.voting_apart import Side, check_votes_apart, count_apart, result_of_each
from trust.tools.refusal import why_not


@dataclass(frozen=True)
class Deciding:
    """The room of one item with the terms it decides by."""

    item: AgendaItem
    rows: tuple[Attendance, ...]
    room: RoomAt
    terms: TermsOfReference | None
    matter: ReservedMatter | None
    who: Electorate
    #: The boards of a joint meeting, each with its own voters; none where one board sits by itself.
    sides: tuple[Side, ...] = ()

    @property
    def reserved(self) -> str:
        """Who alone votes on it; "" where the terms of the day do not reserve the matter."""
        return who_alone_votes(self.matter) if self.matter else ""

    def result_of(self, decision: Decision) -> Result:
        """How a decision of the item went, by what is recorded of it."""
        if self.sides:
            return result_of_each(decision.kind, recorded_of(decision), self.sides)
        return result(decision.kind, recorded_of(decision), self.who, self.terms)

    def check_votes(self, recorded: Recorded) -> None:
        """What is recorded of a vote is what this room can have voted."""
        if self.sides:
            check_votes_apart(recorded, self.who, self.room, self.sides)
        else:
            check_votes(recorded, self.who, self.room, self.terms)

    def count(self, recorded: Recorded) -> dict[str, int]:
        """The count that votes by name come to."""
        if self.sides:
            return count_apart(recorded, self.sides)
        return roll_counted(recorded.named or {}, self.who, recorded.counted)

    @property
    def gives_casting_vote(self) -> bool:
        """Whether the terms of a board that sits give one."""
        every = [side.sitting.terms for side in self.sides] or [self.terms]
        return any(terms is not None and terms.casting_vote for terms in every)


def deciding_of(item: AgendaItem, record: RoomRecord | None = None) -> Deciding:
    """``item`` with its meeting. The room's statements where ``record`` is not given, and two for a reserved matter."""
    record = record or room_record(item.meeting)
    room = record.at(item)
    matter = reserved_matter(item, record.terms)
    who = electorate(room, record.rows, matter)
    sides = tuple(Side(one, electorate(room, record.rows, matter, board=one.pk)) for one in record.sittings)
    return Deciding(item, record.rows, room, record.terms, matter, who, sides)


def reserved_matter(item: AgendaItem, terms: TermsOfReference | None) -> ReservedMatter | None:
    """The matter of the terms that an item is marked with; None where the terms of the day do not reserve it."""
    if not item.matter or terms is None:
        return None
    reserved = terms.reserved_matters.prefetch_related("partners", "constituencies")
    return reserved.filter(label=item.matter).first()


def decisions_under(item: AgendaItem) -> list[Decision]:
    """The decisions of an item in the order written, with their votes. Two statements."""
    found = Decision.objects.filter(block__item=item).select_related(
        "block", "mover", "seconder", "casting_vote_by", "dispute"
    )
    decisions = list(found.prefetch_related("votes__attendance").order_by("block__position", "block__pk"))
    for decision in decisions:
        decision.block.item = item
    return decisions


def standing_decisions(decisions: Sequence[Decision]) -> list[Decision]:
    """Those that were not recorded in error."""
    return [decision for decision in decisions if not decision.struck_reason]


@dataclass(frozen=True)
class OneToRecord:
    """A decision as it would be recorded: its letter, what is printed of the outcome, or what it still wants."""

    decision: Decision
    letter: str
    sentence: str
    wants: str


@dataclass(frozen=True)
class ToRecord:
    """An item about to be decided. ``refusal`` is the first reason why it cannot be recorded yet."""

    decisions: tuple[OneToRecord, ...]
    struck: tuple[Decision, ...]
    minuted: MinutedItem | None
    refusal: str
    numbers: bool

    @property
    def is_decided(self) -> bool:
        return self.minuted is not None and self.minuted.decided_at is not None


def to_record(item: AgendaItem) -> ToRecord:
    """What recording would write under an item, or has written. Some fifteen statements and three for each decision."""
    about, decisions = deciding_of(item), decisions_under(item)
    standing = standing_decisions(decisions)
    minuted = MinutedItem.objects.filter(item=item).select_related("decided_by__person", "minutes").first()
    minutes = minuted.minutes if minuted else minutes_of(item.meeting)
    letters = letters_of(standing)
    lines = tuple(_to_record(decision, letter, about) for decision, letter in zip(standing, letters, strict=True))
    refusal = why_not(check_can_be_minuted, item.meeting, minutes) or why_not(check_can_decide, item, minuted, standing)
    wanted = next((line.wants for line in lines if line.wants), "")
    struck = tuple(decision for decision in decisions if decision.struck_reason)
    return ToRecord(lines, struck, minuted, refusal or wanted, numbers_decisions(about.terms))


def _to_record(decision: Decision, letter: str, about: Deciding) -> OneToRecord:
    if decision.recorded_at is not None:
        return OneToRecord(decision, decision.letter, decision.outcome_words, "")
    if wants := why_not(about.check_votes, recorded_of(decision)):
        return OneToRecord(decision, letter, "", wants)
    went = about.result_of(decision)
    wants = "" if went.carried is not None else went.sentence
    found = standing_if(decision, carried=went.carried, voted=went.sentence)
    sentence = found.sentence if found.outcome in (Decision.Outcome.STATUS_QUO, Decision.Outcome.WAITS) else ""
    if about.room.is_inquorate and waits(decision) and went.carried and not decision.needs_ratifying:
        sentence = f"There is no quorum ({about.room.quorum.shortfall}): it waits for ratification at a meeting."
    return OneToRecord(decision, letter, sentence or went.sentence, wants)
