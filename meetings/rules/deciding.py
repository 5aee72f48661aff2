"""Deciding an item: what is recorded under it is locked, and no decision is deleted once it has a number (0.3)."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from meetings.models import AgendaItem, Decision, Minute, MinutedItem
from meetings.rules.agenda import named
from meetings.rules.blocks import NOT_TAKEN, Block, BlockRefused
from trust.tools.refusal import Refused

Kind = Decision.Kind
LONGEST_REASON = 500


def check_can_decide(item: AgendaItem, minuted: MinutedItem | None, decisions: Sequence[Decision]) -> None:
    """What was decided is recorded once, of an item that was taken and has a decision written under it."""
    if item.state in NOT_TAKEN:
        raise Refused(f"{named(item, 'Item')} was {item.get_state_display().lower()}, so nothing was decided under it.")
    if minuted is not None and minuted.decided_at is not None:
        raise Refused(f"What was decided under {named(item)} is recorded already.")
    if not decisions:
        raise Refused(f"No decision is written under {named(item)} yet.")
    for decision in decisions:
        if not decision.block.text.strip():
            raise Refused(f"A decision under {named(item)} has no words yet.")
        if decision.kind == Kind.AMENDED and not decision.amended_to:
            raise Refused(f"{named(item, 'Item')} was agreed with an amendment: say from what to what first.")


def check_can_reopen(item: AgendaItem, minuted: MinutedItem | None, reason: str) -> None:
    """Only what is recorded is reopened, and the reason is kept."""
    if minuted is None or minuted.decided_at is None:
        raise Refused(f"What was decided under {named(item)} is not recorded yet, so there is nothing to reopen.")
    if not reason.strip():
        raise Refused("Give the reason: it is kept with the record.")


def check_not_decided(minuted: MinutedItem | None) -> None:
    """How a decision was reached stands once it is recorded."""
    if minuted is not None and minuted.decided_at is not None:
        raise Refused("What was decided under this item is recorded. Reopen the item to change it.")


def check_can_strike(decision: Decision, reason: str) -> None:
    """Recorded in error: where it has a number to keep; one without is simply deleted while its item is open."""
    if decision.struck_reason:
        raise Refused("This decision is marked as recorded in error already.")
    if not decision.number:
        raise Refused("This decision has no number, so it can be changed or deleted at the desk once its item is open.")
    if not reason.strip():
        raise Refused("Give the reason: it is kept with the record.")


def check_decisions_stand(*, decided: bool, standing: Mapping[UUID, Minute], blocks: Iterable[Block]) -> None:
    """What a save at the desk may not do: change, delete or add a decision of a decided item, or delete a numbered one.

    Told of the block itself, so that the desk keeps the words that were refused.
    """
    sent = {block.key: block for block in blocks}
    for key, row in standing.items():
        decision = getattr(row, "decision", None)
        if decision is None:
            continue
        if key not in sent or not sent[key].is_decision:
            _check_may_go(decision, key, decided=decided)
        elif decided and _differs(sent[key], row, decision):
            raise BlockRefused(f"{_what(decision)} is recorded. Reopen the item to change its words.", key)
    if decided:
        added = next((block for block in sent.values() if block.is_decision and _is_new(standing.get(block.key))), None)
        if added is not None:
            raise BlockRefused("What was decided here is recorded. Reopen the item to add a decision.", added.key)


def _is_new(row: Minute | None) -> bool:
    return row is None or getattr(row, "decision", None) is None


def _check_may_go(decision: Decision, key: UUID, *, decided: bool) -> None:
    if decided:
        raise BlockRefused(f"{_what(decision)} is recorded. Reopen the item to take it out.", key)
    if decision.number:
        sentence = f"{decision.number} keeps its number and is not deleted: mark it as recorded in error instead."
        raise BlockRefused(sentence, key)


def _differs(block: Block, row: Minute, decision: Decision) -> bool:
    was = (row.text, decision.kind, (decision.amended_from, decision.amended_to), decision.needs_ratifying)
    return was != (block.text, block.decision_kind, block.amendment, block.ratify)


def _what(decision: Decision) -> str:
    return f"Decision {decision.number}" if decision.number else "This decision"
