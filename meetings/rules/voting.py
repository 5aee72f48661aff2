"""How a vote goes by the terms of the day: majority, consensus, one partner one vote, the casting vote (DOMAIN rules 9,
10, 38). Who may vote is ``rules.electorate``; what a carried decision still waits for is ``rules.outcome``."""

from collections.abc import Mapping
from dataclasses import dataclass

from boards.models import TermsOfReference
from meetings.models import Decision, Vote
from meetings.rules.electorate import Electorate
from meetings.rules.room import RoomAt
from meetings.rules.told import NEEDS_NO_QUORUM
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing

Kind, Counted, Choice = Decision.Kind, Decision.Counted, Vote.Choice
Majority, Voting = TermsOfReference.Majority, TermsOfReference.Voting

UNITS = {Counted.PERSON: ("person", "people"), Counted.SEAT: ("seat", ""), Counted.PARTNER: ("partner", "")}
NEEDED = {
    Majority.CAST: "more than half of the votes cast",
    Majority.PRESENT: "more than half of those in the room who may vote",
    Majority.SEATS: "more than half of all voting seats",
    Majority.TWO_THIRDS: "two thirds of the votes cast",
}
#: What follows from the words of a decision already and is not printed beside them.
UNSAID = ("Agreed without a vote.", "Noted.", "Lost.")


@dataclass(frozen=True)
class Result:
    """How it went: carried, not carried, or None where what is recorded does not say. The sentence is for a reader;
    ``status_quo`` where a difference leaves everything as it was, which is no defeat."""

    carried: bool | None
    sentence: str
    status_quo: bool = False


@dataclass(frozen=True)
class Recorded:
    """What is recorded of a vote. ``named`` are votes by name, by line of the list; where ``roll`` is true they are
    all of them and make the count, else they are own votes minuted on request, beside it."""

    by_consensus: bool = False
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    counted: str = Counted.PERSON
    named: Mapping[int, str] | None = None
    roll: bool = False
    casting: str = ""
    casting_by: int | None = None

    @property
    def is_voted(self) -> bool:
        return self.votes_for is not None or self.votes_against is not None

    @property
    def tally(self) -> tuple[int, int]:
        """For and against, as counted, without a casting vote."""
        return self.votes_for or 0, self.votes_against or 0

    @property
    def is_tie(self) -> bool:
        return self.is_voted and self.tally[0] == self.tally[1]


def recorded_of(decision: Decision) -> Recorded:
    """What a decision holds of its vote; its votes are read with it."""
    votes = list(decision.votes.all()) if decision.pk else []
    return Recorded(
        by_consensus=decision.by_consensus,
        votes_for=decision.votes_for,
        votes_against=decision.votes_against,
        abstentions=decision.abstentions,
        counted=decision.counted,
        named={vote.attendance_id: vote.choice for vote in votes},
        roll=bool(votes) and not any(vote.on_request for vote in votes),
        casting=decision.casting_vote,
        casting_by=decision.casting_vote_by_id,
    )


def roll_counted(named: Mapping[int, str], who: Electorate, how: str) -> dict[str, int]:
    """The count of votes by name, by choice: a person, each seat they vote for, or each partner once."""
    counts = dict.fromkeys(Choice.values, 0)
    partners: dict[str, tuple[str, str]] = {}
    for pk, choice in named.items():
        voter = who.voter(pk)
        if how == Counted.PARTNER:
            _, before = partners.setdefault(voter.partner or voter.name, (voter.name, choice))
            if before != choice:
                raise Refused(f"{voter.partner} has one vote, and its people voted differently.")
        else:
            counts[choice] += voter.seats if how == Counted.SEAT else 1
    for _, choice in partners.values():
        counts[choice] += 1
    return counts


def check_votes(recorded: Recorded, who: Electorate, room: RoomAt, terms: TermsOfReference | None) -> None:
    """Only those in the room for the item who may vote on it, in a number that the room has (demand 14)."""
    named = recorded.named or {}
    for pk in named:
        who.voter(pk)
    if not recorded.is_voted:
        if recorded.casting:
            raise Refused("A casting vote is given on an equality of votes, and no vote is recorded.")
        if named:
            raise Refused("Somebody’s own vote is minuted: take that away first, or give the count of the votes.")
        return
    if recorded.by_consensus:
        raise Refused("A decision by consensus has no count and no names: choose one or the other.")
    if terms and terms.voting == Voting.PARTNER and recorded.counted != Counted.PARTNER:
        raise Refused("The terms give one vote to each partner: count the votes by partner.")
    _check_count(recorded, who)
    _check_named_within(recorded, who)
    check_casting(recorded, room, terms)


def _check_count(recorded: Recorded, who: Electorate) -> None:
    unit = UNITS[Counted(recorded.counted)]
    named = roll_counted(recorded.named or {}, who, recorded.counted)
    abstained = named[Choice.ABSTAINED] if recorded.abstentions is None else recorded.abstentions
    could, cast = who.counted(recorded.counted), sum(recorded.tally) + abstained
    in_the_room = f"{counted(could, *unit).capitalize()} could vote on this item"
    if cast > could:
        raise Refused(f"{in_the_room}, and {counted(cast, 'vote')} {'is' if cast == 1 else 'are'} recorded.")
    if recorded.abstentions is not None and cast < could and not recorded.roll:
        missing = f"{counted(could - cast, 'vote')} {'is' if could - cast == 1 else 'are'} missing"
        raise Refused(f"{in_the_room}, and {missing}. Leave the abstentions empty where nobody counted them.")


def _check_named_within(recorded: Recorded, who: Electorate) -> None:
    counts = roll_counted(recorded.named or {}, who, recorded.counted)
    said = {
        Choice.FOR: recorded.votes_for or 0,
        Choice.AGAINST: recorded.votes_against or 0,
        Choice.ABSTAINED: recorded.abstentions if recorded.abstentions is not None else counts[Choice.ABSTAINED],
    }
    for choice, number in said.items():
        if counts[choice] > number:
            raise Refused(f"More votes are named than counted: {choice.label.lower()}.")


def check_casting(recorded: Recorded, room: RoomAt, terms: TermsOfReference | None) -> None:
    """Given by whoever presides in the room, on an equality of votes, where the terms give one."""
    if not recorded.casting:
        return
    if terms is None or not terms.casting_vote:
        raise Refused("The terms of this board give nobody a casting vote.")
    if not recorded.is_tie:
        raise Refused("A casting vote is given only on an equality of votes.")
    if recorded.casting_by in room.by_video:
        raise Refused("Whoever presides by video is not counted as present by the terms, and has no casting vote.")
    if recorded.casting_by not in {row.pk for row in room.presiding}:
        raise Refused("Only whoever presides over this item has a casting vote.")


def result(kind: str, recorded: Recorded, who: Electorate, terms: TermsOfReference | None) -> Result:
    """How a decision went by what is recorded of it and the terms of the day (None: by a majority of votes cast)."""
    if recorded.is_voted:
        went = _by_votes(recorded, who, terms)
        if kind == Kind.LOST and went.carried:
            return Result(None, f"It is recorded as lost, and the votes carry it: {votes_words(recorded)}.")
        if kind == Kind.STATUS_QUO and went.carried:
            return Result(None, f"The status quo is recorded, and the votes carry a change: {votes_words(recorded)}.")
        return went
    if kind == Kind.MOVED and not recorded.by_consensus:
        return Result(None, "It was moved, and what became of the motion is not recorded.")
    if kind == Kind.LOST:
        return Result(False, "Lost.")
    if kind == Kind.STATUS_QUO:
        return Result(False, "The status quo remains.", status_quo=True)
    if recorded.by_consensus:
        return Result(True, "Agreed by consensus.")
    return Result(True, "Noted." if kind in NEEDS_NO_QUORUM else "Agreed without a vote.")


def _by_votes(recorded: Recorded, who: Electorate, terms: TermsOfReference | None) -> Result:
    in_favour, against = recorded.tally
    said = votes_words(recorded)
    if terms and terms.voting == Voting.CONSENSUS:
        if against:
            why = f"the terms decide by consensus, and {against} voted against"
            return Result(False, f"The status quo remains: {why}.", status_quo=True)
        return Result(bool(in_favour), f"{'Carried' if in_favour else 'Not carried'}: {said}.")
    if recorded.casting:
        in_favour, against = in_favour + (recorded.casting == "for"), against + (recorded.casting != "for")
    majority = Majority(terms.majority) if terms else Majority.CAST
    carried = _has_majority(majority, in_favour, against, who, recorded.counted)
    if recorded.casting:
        return Result(carried, f"{'Carried' if carried else 'Lost'} by the casting vote: {said}.")
    if carried:
        return Result(True, f"Carried: {said}.")
    if recorded.is_tie and majority == Majority.CAST:
        may = "; no casting vote was given" if terms and terms.casting_vote else ""
        return Result(False, f"Lost on an equality of votes: {said}{may}.")
    needs = "" if majority == Majority.CAST else f". It needed {NEEDED[majority]}"
    return Result(False, f"Lost: {said}{needs}.")


def _has_majority(majority: str, in_favour: int, against: int, who: Electorate, how: str) -> bool:
    if majority == Majority.PRESENT:
        return 2 * in_favour > who.counted(how)
    if majority == Majority.SEATS:
        return 2 * in_favour > who.of_all(how)
    if majority == Majority.TWO_THIRDS:
        return in_favour > 0 and 3 * in_favour >= 2 * (in_favour + against)
    return in_favour > against


def votes_words(recorded: Recorded) -> str:
    """4 for, 2 against, 1 abstained, by partner"""
    counts = [(recorded.votes_for, "for"), (recorded.votes_against, "against"), (recorded.abstentions, "abstained")]
    said = ", ".join(f"{count} {how}" for count, how in counts if count is not None)
    return said if recorded.counted == Counted.PERSON else f"{said}, counted by {UNITS[Counted(recorded.counted)][0]}"


def names_words(named: Mapping[str, list[str]], *, own: bool = False) -> list[str]:
    """For: Rhiannon Vale and Joss Lindqvist. By choice, each a sentence; ``own`` votes were minuted on request."""
    labels = [(label, named.get(choice, [])) for choice, label in Choice.choices]
    asked = " (minuted at their own request)" if own else ""
    return [f"{label}: {listing(names)}{asked}." for label, names in labels if names]


def outcome_words(outcome: str, went: Result, standing: str) -> str:
    """What the minutes print of an outcome; "" where the words of the decision say all there is."""
    voted = "" if went.sentence in UNSAID else went.sentence
    if outcome in (Decision.Outcome.CARRIED, Decision.Outcome.LOST):
        return voted
    return " ".join(dict.fromkeys(filter(None, ["" if voted and voted in standing else voted, standing])))
