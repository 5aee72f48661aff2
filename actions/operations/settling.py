"""What officers and chair do with an action: close, reopen, drop (DOMAIN rule 65)."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import FINISHED, Action, Progress, Request, State
from actions.operations.handing import hand_on
from actions.operations.progress import held, lapse, set_part, set_state, write
from actions.permissions import check_may_keep
from actions.rules.action import check_can_close, check_can_drop, check_can_reopen, check_seen, whole_state
from trust.tools.plain import plain
from trust.tools.refusal import Refused
from trust.tools.words import instant


@transaction.atomic
def close_action(*, action: Action, reason: str, seen: int, by: Any, at: dt.datetime, **kept: Any) -> Action:
    """Agree that it is done. Parts still open are let go, which needs a reason. ``seen`` is the last entry read.

    ``kept`` goes into the entry: at which meeting it was agreed, under which key, how the action stood before.
    """
    action, reason = held(action), plain(reason).strip()
    check_may_keep(by, action.kept_by)
    parts = list(action.parts.all())
    check_can_close(action, parts, reason)
    check_read(action, seen)
    entry = write(action, Progress.Kind.CLOSED, text=reason, state=State.CLOSED, by=by, at=at, **kept)
    lapse(Request.objects.filter(part__action=action), entry, by=by, at=at)
    for part in parts:
        to = State.CLOSED if part.state in FINISHED and part.state != State.NOT_NEEDED else State.NOT_NEEDED
        if part.state != to:
            set_part(part, to, by=by, at=at, reason=reason)
    set_state(action, State.CLOSED, by=by, at=at, reason=reason)
    return action


@transaction.atomic
def drop_action(*, action: Action, reason: str, seen: int, by: Any, at: dt.datetime) -> Action:
    """No longer needed, for a reason. What was done stays done."""
    action, reason = held(action), plain(reason).strip()
    check_may_keep(by, action.kept_by)
    check_can_drop(action, reason)
    check_read(action, seen)
    entry = write(action, Progress.Kind.DROPPED, text=reason, state=State.NOT_NEEDED, by=by, at=at)
    lapse(Request.objects.filter(part__action=action), entry, by=by, at=at)
    for part in action.parts.exclude(state__in=FINISHED):
        set_part(part, State.NOT_NEEDED, by=by, at=at, reason=reason)
    set_state(action, State.NOT_NEEDED, by=by, at=at, reason=reason)
    return action


@transaction.atomic
def reopen_action(*, action: Action, reason: str, seen: int, by: Any, at: dt.datetime) -> Action:
    """Open it again: parts that were let go are owed again, parts that were done are to be agreed again.

    Where its group has closed meanwhile, the board above follows it.
    """
    action, reason = held(action), plain(reason).strip()
    check_may_keep(by, action.kept_by)
    check_can_reopen(action, reason)
    check_read(action, seen)
    check_stands_by_itself(action)
    action.moved_to = None
    states = []
    for part in action.parts.all():
        to = State.DONE if part.state == State.CLOSED else part.state
        to = State.IN_PROGRESS if part.state == State.NOT_NEEDED else to
        if part.state != to:
            set_part(part, to, by=by, at=at, reason=reason)
        states.append(to)
    state = whole_state(states, State.IN_PROGRESS)
    write(action, Progress.Kind.REOPENED, text=reason, state=state, by=by, at=at)
    set_state(action, state, by=by, at=at, reason=reason)
    hand_on(action, by=by, at=at)
    return action


def check_stands_by_itself(action: Action) -> None:
    if action.joined_to:
        raise Refused(f"{action.reference} is the same as {action.joined_to.reference}. Part them first.")


def check_read(action: Action, seen: int) -> None:
    """Refuse where an entry came after the last one that was read."""
    last = action.progress.select_related("by__person", "person").order_by("-pk").first()
    if last:
        by = f" by {last.who}" if last.who else ""
        said = f"{last.get_kind_display().lower()}{by} on {instant(last.at)}."
        check_seen(seen, last.pk, said if not last.text else f"{said} “{last.text[:200]}”")
