"""Who by and when by, changed after the minutes: with a reason, and what it was is kept."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from actions.models import Action, Progress, Request, State
from actions.models.wording import due_in_words
from actions.operations.parts import Leaving, keep_parts
from actions.operations.progress import held, lapse, signed, write
from actions.operations.settling import check_read
from actions.permissions import check_may_keep
from actions.rules.action import Incomplete, check_can_change
from actions.rules.due import Due
from actions.rules.owners import Owner
from meetings.models import Meeting
from trust.tools.plain import plain


@transaction.atomic
def change_due(
    *,
    action: Action,
    due: Due,
    meeting: Meeting | None,
    reason: str,
    seen: int,
    by: Any,
    at: dt.datetime,
    kept: Mapping[str, Any] | None = None,
) -> Action:
    """Due on another day, by the end of another month, at ``meeting``, or in words. ``kept`` goes into the entry."""
    action, reason = held(action), plain(reason).strip()
    check_may_keep(by, action.kept_by)
    check_can_change(action, reason)
    check_read(action, seen)
    was = Action.objects.with_due_on().get(pk=action.pk).due_shown
    becomes = due_in_words(due.kind, meeting.date if meeting else due.date, due.stated)
    if was == becomes:
        raise Incomplete(f"It is due then already: {becomes or 'no date is given'}.")
    action.due_kind, action.due_meeting, action.due_flags = due.kind, meeting, list(due.flags)
    action.due_date = due.date if not meeting else None
    if due.kind == Action.Due.WORDS:
        action.due_stated = due.stated
    told = {"was": was[:400], "becomes": becomes[:400], **(kept or {})}
    entry = write(action, Progress.Kind.DUE, text=reason, **told, by=by, at=at)
    lapse(Request.objects.filter(part__action=action, kind=Request.Kind.MORE_TIME), entry, by=by, at=at)
    return signed(action, by, at, reason)


@transaction.atomic
def change_owners(
    *, action: Action, owners: Sequence[Owner], reason: str, seen: int, by: Any, at: dt.datetime
) -> Action:
    """Owed by others. One who is let go after reporting stays on the action's page with what they said."""
    action, reason = held(action), plain(reason).strip()
    check_may_keep(by, action.kept_by)
    check_can_change(action, reason)
    check_read(action, seen)
    if not owners:
        raise Incomplete("Name at least one owner.")
    was = action.owners_shown
    keep_parts(action, owners, by=by, at=at, leaving=Leaving.LET_GO)
    action.owners_flags = []
    becomes = Action.objects.get(pk=action.pk).owners_shown
    if was == becomes:
        raise Incomplete(f"It is owed by them already: {becomes}.")
    entry = write(action, Progress.Kind.OWNERS, text=reason, was=was[:400], becomes=becomes[:400], by=by, at=at)
    lapse(Request.objects.filter(part__action=action, part__state=State.NOT_NEEDED), entry, by=by, at=at)
    return signed(action, by, at, reason)
