"""Recording what was decided under an item, by the rules of the terms of the day; and taking that back."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Partner
from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Decision, Minute, MinutedItem, Minutes
from meetings.operations.between import ratify_under, reopen_under
from meetings.operations.desk import begun, locked
from meetings.operations.dispute import follow_outcome
from meetings.operations.numbers import give_number
from meetings.queries.deciding import Deciding, deciding_of, decisions_under, standing_decisions
from meetings.queries.entitled import check_sees
from meetings.queries.outcome import standing_if
from meetings.rules import deciding as rules
from meetings.rules.blocks import as_block, check_can_be_minuted
from meetings.rules.printed import letters_of
from meetings.rules.told import waits
from meetings.rules.voting import Result, outcome_words, recorded_of
from trust.tools.keeping import keep
from trust.tools.refusal import Refused

Kind, Outcome = Decision.Kind, Decision.Outcome


def held_item(item: AgendaItem, by: Any) -> MinutedItem | None:
    """The item's line in the minutes, locked, while the draft is at the desk, for an officer who may read the item."""
    check_may_minute(by, item.meeting.board)
    check_sees(by, item)
    minuted = locked(item)
    minutes = minuted.minutes if minuted else Minutes.objects.filter(meeting=item.meeting).first()
    check_can_be_minuted(item.meeting, minutes)
    return minuted or (begun(minutes, item) if minutes else None)


@transaction.atomic
def decide_item(*, item: AgendaItem, by: Any, at: dt.datetime) -> MinutedItem:
    """Record what was decided under an item: letters, numbers and outcomes are given and its decisions locked.

    Refused with the first sentence of what a decision still wants. Where a partner does not agree to spend its money
    the status quo remains and a dispute opens. Nothing else decides an item.
    """
    minuted, decisions = held_item(item, by), decisions_under(item)
    standing = standing_decisions(decisions)
    rules.check_can_decide(item, minuted, standing)
    assert minuted is not None
    about = deciding_of(item)
    for decision, letter in zip(standing, letters_of(standing), strict=True):
        decision.letter = letter
        _record(decision, about, by=by, at=at)
    minuted.decided_at, minuted.decided_by = at, by
    _rewrite(minuted, decisions)
    ratify_under(item=item, by=by)
    return keep(minuted, by=by, because="What was decided is recorded")


def _record(decision: Decision, about: Deciding, *, by: Any, at: dt.datetime) -> None:
    about.check_votes(recorded_of(decision))
    went = about.result_of(decision)
    if went.carried is None:
        raise Refused(went.sentence)
    if about.room.is_inquorate and waits(decision) and went.carried:
        decision.needs_ratifying = True
    if went.carried is False and not went.status_quo:
        decision.kind = Kind.LOST
    found = standing_if(decision, carried=went.carried, voted=went.sentence)
    decision.outcome = Outcome.STATUS_QUO if went.status_quo else found.outcome or Outcome.CARRIED
    decision.outcome_words = outcome_words(decision.outcome, went, found.sentence)
    decision.recorded_at, decision.recorded_by = at, by
    keep(give_number(decision), by=by, because="What was decided is recorded")
    follow_outcome(decision=decision, against=_against(decision, went), by=by, on=decision.block.item.meeting.date)


def _against(decision: Decision, went: Result) -> list[Partner]:
    """The partners whose people voted against, where a difference leaves the status quo."""
    if not went.status_quo:
        return []
    against = decision.votes.filter(choice="against").select_related("attendance__seat__partner", "attendance__partner")
    rows = [vote.attendance for vote in against]
    return [partner for row in rows if (partner := (row.seat.partner if row.seat else None) or row.partner)]


def _rewrite(minuted: MinutedItem, decisions: list[Decision]) -> None:
    """Open desks fetch the item anew: what was recorded changed the kind of a lost motion, or asks for ratification."""
    rows = {decision.block_id: decision for decision in decisions}
    blocks = list(Minute.objects.filter(item=minuted.item_id).select_related("decision"))
    for block in blocks:
        if block.pk in rows:
            block._state.fields_cache["decision"] = rows[block.pk]
    minuted.wording = [as_block(block, minuted.wording).as_sent() for block in blocks]
    minuted.version += 1


@transaction.atomic
def reopen_item(*, item: AgendaItem, reason: str, by: Any) -> MinutedItem:
    """What was recorded under an item may be changed again, for a reason; numbers stay with their decisions."""
    minuted = held_item(item, by)
    rules.check_can_reopen(item, minuted, reason)
    assert minuted is not None
    because = f"Reopened: {reason.strip()}"
    decisions = decisions_under(item)
    for decision in standing_decisions(decisions):
        decision.recorded_at = decision.recorded_by = None
        decision.outcome = decision.outcome_words = ""
        keep(decision, by=by, because=because)
    minuted.decided_at = minuted.decided_by = None
    _rewrite(minuted, decisions)
    reopen_under(item=item, by=by)
    return keep(minuted, by=by, because=because)


@transaction.atomic
def strike_decision(*, decision: Decision, reason: str, by: Any) -> Decision:
    """Mark a numbered decision as recorded in error: its number and words stay, and it decides nothing."""
    held_item(decision.block.item, by)
    decision = Decision.objects.select_for_update(of=("self",)).select_related("block__item").get(pk=decision.pk)
    rules.check_can_strike(decision, reason)
    decision.struck_reason = reason.strip()
    return keep(decision, by=by, because=f"Recorded in error: {reason.strip()}")
