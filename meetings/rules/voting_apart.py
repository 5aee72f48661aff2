"""How a joint meeting votes: each board by its own members and its own terms, and it is carried where each carries it
(DOMAIN rule 34)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from meetings.models import Decision, Vote
from meetings.rules.each_board import BoardSitting
from meetings.rules.electorate import Electorate
from meetings.rules.room import RoomAt
from meetings.rules.voting import (
    Recorded,
    Result,
    Voting,
    check_casting,
    check_votes,
    result,
    roll_counted,
    votes_words,
)
from trust.tools.refusal import Refused, why_not
from trust.tools.words import listing

Counted, Choice = Decision.Counted, Vote.Choice


@dataclass(frozen=True)
class Side:
    """One board of a joint meeting, and who votes for it on an item."""

    sitting: BoardSitting
    who: Electorate


def check_votes_apart(recorded: Recorded, who: Electorate, room: RoomAt, sides: Sequence[Side]) -> None:
    """Each board's votes are such as its own members in the room can have given. A count alone does not say which
    board carried it."""
    if recorded.is_voted and not recorded.roll:
        boards = listing(f"the {side.sitting.name}" for side in sides)
        raise Refused(f"{boards[:1].upper()}{boards[1:]} each decide by their own votes: take the vote by name.")
    if not recorded.is_voted or recorded.by_consensus:
        check_votes(recorded, who, room, None)
        return
    for pk in recorded.named or {}:
        who.voter(pk)
    for side in sides:
        check_votes(_cast_on(recorded, side), side.who, room, side.sitting.terms)
    _check_casting_apart(recorded, room, sides)


def count_apart(recorded: Recorded, sides: Sequence[Side]) -> dict[str, int]:
    """The votes by name of all the boards together, each counted as its own terms have it."""
    counts = dict.fromkeys(Choice.values, 0)
    for side in sides:
        for choice, number in _counts_of(recorded, side).items():
            counts[choice] += number
    return counts


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


def _check_casting_apart(recorded: Recorded, room: RoomAt, sides: Sequence[Side]) -> None:
    """A casting vote is of each board that whoever gives it votes on and whose votes are equal."""
    if not recorded.casting:
        return
    own = [side for side in sides if recorded.casting_by in {voter.pk for voter in side.who.voters}]
    tried = [(replace(_cast_on(recorded, one), **_casting(recorded)), one) for one in own or sides[:1]]
    reasons = [why_not(check_casting, cast, room, one.sitting.terms) for cast, one in tried]
    if all(reasons):
        raise Refused(reasons[0])


def _of_side(recorded: Recorded, side: Side) -> Recorded:
    """What its own members voted, with the casting vote where it is of this board and its votes are equal."""
    cast, terms = _cast_on(recorded, side), side.sitting.terms
    is_here = recorded.casting_by in {voter.pk for voter in side.who.voters}
    gives = is_here and cast.is_tie and terms is not None and terms.casting_vote
    return replace(cast, **_casting(recorded)) if gives else cast


def _cast_on(recorded: Recorded, side: Side) -> Recorded:
    """What the members of one board voted, counted as its own terms have it, without a casting vote."""
    counts, own = _counts_of(recorded, side), _own(recorded, side)
    return replace(
        recorded,
        named=own,
        counted=_unit(recorded, side),
        votes_for=counts[Choice.FOR],
        votes_against=counts[Choice.AGAINST],
        abstentions=counts[Choice.ABSTAINED],
        casting="",
        casting_by=None,
    )


def _casting(recorded: Recorded) -> dict[str, Any]:
    return {"casting": recorded.casting, "casting_by": recorded.casting_by}


def _counts_of(recorded: Recorded, side: Side) -> dict[str, int]:
    try:
        return roll_counted(_own(recorded, side), side.who, _unit(recorded, side))
    except Refused as refusal:
        raise Refused(f"On the {side.sitting.name}: {refusal}") from refusal


def _own(recorded: Recorded, side: Side) -> dict[int, str]:
    pks = {voter.pk for voter in side.who.voters}
    return {pk: choice for pk, choice in (recorded.named or {}).items() if pk in pks}


def _unit(recorded: Recorded, side: Side) -> str:
    """By partner where this board's own terms say so; another board's terms do not make it so here: then by seat."""
    terms = side.sitting.terms
    if terms and terms.voting == Voting.PARTNER:
        return Counted.PARTNER
    return Counted.SEAT if recorded.counted == Counted.PARTNER else recorded.counted
