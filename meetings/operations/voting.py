"""How a decision was reached: who moved it, how the vote went, and own votes minuted on request (DOMAIN rule 10)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction

from meetings.models import Attendance, Decision, Vote
from meetings.operations.deciding import held_item
from meetings.queries.deciding import Deciding, deciding_of
from meetings.rules.deciding import check_not_decided
from meetings.rules.room import check_may_take_part
from meetings.rules.voting import Recorded, recorded_of
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

Choice = Vote.Choice


def held_decision(decision: Decision, by: Any) -> Decision:
    """The decision as it now stands, locked with its item, while what was decided under it is not recorded."""
    item = decision.block.item
    minuted = held_item(item, by)
    check_not_decided(minuted)
    held = Decision.objects.select_for_update(of=("self",)).select_related("block").filter(pk=decision.pk).first()
    if held is None:
        raise Refused("This decision was deleted at the desk meanwhile.")
    held.block.item = item
    return held


@transaction.atomic
def record_mover(*, decision: Decision, mover: Attendance | None, seconder: Attendance | None, by: Any) -> Decision:
    """Who moved and seconded it: two people in the room for the item; neither is needed."""
    decision = held_decision(decision, by)
    room = deciding_of(decision.block.item).room
    for row in filter(None, (mover, seconder)):
        check_may_take_part(room, row)
    if seconder is not None and (mover is None or mover == seconder):
        raise Refused("Say who moved it as well." if mover is None else "Nobody seconds their own motion.")
    if (decision.mover, decision.seconder) != (mover, seconder):
        decision.mover, decision.seconder = mover, seconder
        keep(decision, by=by)
    return decision


@transaction.atomic
def record_votes(*, decision: Decision, recorded: Recorded, by: Any) -> Decision:
    """Replace what is recorded of the vote. A ``roll`` names every vote and makes the count; without one, own votes
    minuted on request stay beside the count. Nobody votes who was not in the room, and no more than the room has.
    """
    decision = held_decision(decision, by)
    about = deciding_of(decision.block.item)
    own = {vote.attendance_id: vote.choice for vote in decision.votes.filter(on_request=True)}
    recorded = _counted(recorded, about) if recorded.roll else replace(recorded, named=own)
    about.check_votes(recorded)
    _write_count(decision, recorded, by=by)
    if recorded.roll:
        _write_roll(decision, recorded.named or {}, by=by)
    else:
        for vote in decision.votes.filter(on_request=False):
            discard(vote, by=by)
    return decision


@transaction.atomic
def own_vote(*, decision: Decision, attendance: Attendance, choice: str, by: Any) -> Decision:
    """Minute how one member voted, because they ask for it straight after the vote; ``choice`` "" takes it away."""
    decision = held_decision(decision, by)
    if decision.votes.filter(on_request=False).exists():
        raise Refused("Every vote is minuted by name already.")
    vote = decision.votes.filter(attendance=attendance).first()
    if not choice:
        if vote is not None:
            discard(vote, by=by)
        return decision
    about, recorded = deciding_of(decision.block.item), recorded_of(decision)
    if not recorded.is_voted:
        raise Refused("Give the count of the votes first: an own vote is minuted beside it.")
    about.check_votes(replace(recorded, named=dict(recorded.named or {}) | {attendance.pk: choice}))
    vote = vote or Vote(decision=decision, attendance=attendance, on_request=True)
    vote.choice = choice
    keep(vote, by=by)
    return decision


def _counted(recorded: Recorded, about: Deciding) -> Recorded:
    """The count that the names come to."""
    counts = about.count(recorded)
    if not recorded.named:
        raise Refused("Say how somebody voted, or choose another way.")
    return replace(
        recorded,
        votes_for=counts[Choice.FOR],
        votes_against=counts[Choice.AGAINST],
        abstentions=counts[Choice.ABSTAINED],
    )


def _write_count(decision: Decision, recorded: Recorded, *, by: Any) -> None:
    wanted = {
        "by_consensus": recorded.by_consensus,
        "votes_for": recorded.votes_for,
        "votes_against": recorded.votes_against,
        "abstentions": recorded.abstentions,
        "counted": recorded.counted,
        "casting_vote": recorded.casting,
        "casting_vote_by_id": recorded.casting_by if recorded.casting else None,
    }
    if any(getattr(decision, field) != value for field, value in wanted.items()):
        for field, value in wanted.items():
            setattr(decision, field, value)
        keep(decision, by=by)


def _write_roll(decision: Decision, named: Mapping[int, str], *, by: Any) -> None:
    standing = {vote.attendance_id: vote for vote in decision.votes.all()}
    for pk, choice in named.items():
        vote = standing.pop(pk, None) or Vote(decision=decision, attendance_id=pk)
        if (vote.choice, vote.on_request) != (choice, False) or vote.pk is None:
            vote.choice, vote.on_request = choice, False
            keep(vote, by=by)
    for vote in standing.values():
        discard(vote, by=by)
