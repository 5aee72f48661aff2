"""An action is cited at further items and decisions, or closed by being moved to the forward plan."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from actions.models import Action, RegisterEntry
from actions.operations.progress import held, signed
from actions.operations.register import add_entry
from actions.operations.settling import close_action
from actions.permissions import check_may_keep
from actions.rules.action import Incomplete, check_gives_reason
from meetings.models import AgendaItem, Decision
from trust.tools.plain import plain


@transaction.atomic
def cite_action(
    *, action: Action, item: AgendaItem | None, decision: Decision | None, by: Any, at: dt.datetime
) -> Action:
    """At one more item, or with one more decision; whoever names both links both."""
    action = held(action)
    check_may_keep(by, action.kept_by)
    if item is None and decision is None:
        raise Incomplete("Choose an item or a decision.")
    if item:
        action.items.add(item)
    if decision:
        action.decisions.add(decision)
    said = "Linked to " + " and to ".join(str(one) for one in (item, decision) if one)
    return signed(action, by, at, said)


@transaction.atomic
def remove_link(*, action: Action, item: int | None, decision: int | None, by: Any, at: dt.datetime) -> Action:
    """The action and what it was linked to stay. The item it arose from is no such link, and stays."""
    action = held(action)
    check_may_keep(by, action.kept_by)
    if item:
        action.items.remove(item)
    if decision:
        action.decisions.remove(decision)
    return signed(action, by, at, "A link was removed")


@transaction.atomic
def move_to_plan(
    *, action: Action, given: dict[str, Any], reason: str, key: UUID, seen: int, by: Any, at: dt.datetime
) -> RegisterEntry:
    """Closed here, awaited there: each points to the other."""
    action, reason = held(action), plain(reason).strip()
    check_may_keep(by, action.kept_by)
    check_gives_reason(reason)
    entry = add_entry(board=action.kept_by, register="plan", given=given, key=key, by=by, at=at)
    if action.moved_to_id == entry.pk:
        return entry
    said = f"Moved to the forward plan as {entry.reference}. {reason}"
    action = close_action(action=action, reason=said, seen=seen, by=by, at=at)
    action.moved_to = entry
    signed(action, by, at, said)
    return entry
