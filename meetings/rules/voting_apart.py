"""How a joint meeting votes: each board by its own members and its own terms, and it is carried where each carries it
(DOMAIN rule 34)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meetings.models import Decision, Vote
from meetings.rules.each_board import BoardSitting
from meetings.rules.electorate import Electorate
from meetings.rules.voting import Recorded, Result, Voting, result, roll_counted, votes_words
from trust.tools.refusal import Refused
from trust.tools.words import listing

Counted, Choice = Decision.Counted, Vote.Choice


@dataclass(frozen=True)
class Side:
    """One board of a joint meeting, and who votes for it on an item."""

    sitting: BoardSitting
    who: Electorate


def check_votes_apart(recorded: Recorded, sides: Sequence[Side]) -> None:
    """A count alone does not say which board carried it."""
    if sides and recorded.is_voted and not recorded.roll:
        boards = listing(f"the {side.sitting.name}" for side in sides)
        raise Refused(f"{boards[:1].upper()}{boards[1:]} each decide by their own votes: take the vote by name.")


def result_of_each(kind: str, recorded: Recorded, sides: Sequence[Side]) -> Result:
    """Carried where each board carries it; what is not voted on goes for all of them alike."""
    if not recorded.is_voted or not recorded.roll:
        return result(kind, recorded, sides[0].who, sides[0].sitting.terms)
    votes = [(side, _of_side(recorded, side)) for side in sides]
    went = [result(kind, cast, side.who, side.sitting.terms) for side, cast in votes]
    if unsure := next((one for one in went if one.carried is None), None):
        return unsure
    told = "; ".join(f"{side.sitting.name} {votes_words(cast) or 'nobody voted'}" for side, cast in votes)
    if all(one.carried for one in went):
        return Result(True, f"Carried by each board: {told}.")
    against = [f"the {side.sitting.name}" for side, one in zip(sides, went, strict=True) if not one.carried]
    lost = listing(against)
    is_status_quo = any(one.status_quo for one in went)
    head = f"The status quo remains: {lost} did not agree" if is_status_quo else f"Lost: not carried by {lost}"
    return Result(False, f"{head} ({told}).", status_quo=is_status_quo)


def _of_side(recorded: Recorded, side: Side) -> Recorded:
    """What its own members voted, counted as its own terms have it; a casting vote is of the board it was given in."""
    own = {voter.pk for voter in side.who.voters}
    named = {pk: choice for pk, choice in (recorded.named or {}).items() if pk in own}
    terms = side.sitting.terms
    how = Counted.PARTNER if terms and terms.voting == Voting.PARTNER else recorded.counted
    counts = roll_counted(named, side.who, how)
    is_here = recorded.casting_by in own
    return replace(
        recorded,
        named=named,
        counted=how,
        votes_for=counts[Choice.FOR],
        votes_against=counts[Choice.AGAINST],
        abstentions=counts[Choice.ABSTAINED],
        casting=recorded.casting if is_here else "",
        casting_by=recorded.casting_by if is_here else None,
    )
