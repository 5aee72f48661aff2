"""How it goes: an owner's own word on their part, kept with who and when."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import FINISHED, Action, Part, Progress
from actions.permissions import check_may_report
from actions.rules.action import check_can_report, check_report_says_something, whole_state
from trust.tools.plain import plain
from trust.tools.words import the_day


@transaction.atomic
def record_progress(*, part: Part, state: str, text: str, by: Any, at: dt.datetime) -> Part:
    """Record how one part goes. The whole follows from its parts; only officers and chair agree that it is closed."""
    action = held(part.action)
    part = Part.objects.select_related("person", "partner").get(pk=part.pk)
    part.action = action
    text = plain(text).strip()
    check_may_report(by, part, on=the_day(at))
    check_can_report(action)
    check_report_says_something(part, state, text)
    kept = "" if state == part.state else state
    write(action, Progress.Kind.REPORT, part=part, text=text, state=kept, by=by, at=at)
    if kept:
        set_part(part, state, by=by, at=at)
        set_state(action, whole_state(states_of(action), action.state), by=by, at=at)
    return part


def held(action: Action) -> Action:
    """The action under lock, so that two who act at once are heard one after the other."""
    return Action.objects.select_for_update(of=["self"]).select_related("board", "followed_by").get(pk=action.pk)


def states_of(action: Action) -> list[str]:
    return list(action.parts.values_list("state", flat=True))


def write(action: Action, kind: str, *, by: Any, at: dt.datetime, **said: Any) -> Progress:
    """Add a dated entry; entries are never rewritten."""
    entry = Progress(action=action, kind=kind, by=by, at=at, **said)
    return signed(entry, by, at, "")


def set_part(part: Part, state: str, *, by: Any, at: dt.datetime, reason: str = "") -> None:
    part.state = state
    part.finished_at = at if state in FINISHED else None
    signed(part, by, at, reason)


def set_state(action: Action, state: str, *, by: Any, at: dt.datetime, reason: str = "") -> None:
    """Written only where it changes."""
    if action.state != state:
        action.state = state
        signed(action, by, at, reason)


def signed(record: Any, by: Any, at: dt.datetime, reason: str) -> Any:
    """Save with history: who, when, why."""
    record._history_user, record._history_date, record._change_reason = by, at, reason or None
    record.save()
    return record
