"""Walking the list at a meeting: each act is kept under its key with the meeting, done once, and can be taken back."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from actions.models import CALLED_OFF, Action, Part, Progress, Request
from actions.operations.changing import change_due
from actions.operations.progress import held, signed, write
from actions.operations.settling import check_read, close_action
from actions.permissions import check_may_keep
from actions.queries.words import read_due_on
from actions.rules.action import Incomplete
from actions.rules.walking import (
    LOOKED_AT_AGAIN,
    check_can_take_back,
    check_can_walk,
    check_length,
    check_note,
)
from meetings.models import Meeting
from trust.tools.plain import plain
from trust.tools.refusal import Refused
from trust.tools.words import the_day


@dataclass(frozen=True)
class AtMeeting:
    """What was done to one action: ``name`` is of rules.walking.ACTS; ``seen`` the last entry that was read."""

    meeting: Meeting
    name: str
    key: UUID
    text: str = ""
    when: str = ""
    seen: int = 0


@transaction.atomic
def act_at_meeting(act: AtMeeting, *, action: Action, by: Any, at: dt.datetime) -> Progress:
    """Note, close, extend or carry. The same key again is answered with what was done under it."""
    action = held(action)
    check_may_keep(by, action.kept_by)
    if before := _done_before(act.key, action):
        return before
    check_can_walk(action, act.meeting.state in CALLED_OFF)
    kept: dict[str, Any] = {"meeting": act.meeting, "key": act.key, "before": _as_it_stands(action)}
    told: dict[str, Any] = {"by": by, "at": at}
    if act.name == "close":
        close_action(action=action, reason=act.text, seen=act.seen, **told, **kept)
    elif act.name == "extend":
        _extend(action, act, kept, told)
    else:
        _say(action, act, kept, told)
    return Progress.objects.get(key=act.key)


def _done_before(key: UUID, action: Action) -> Progress | None:
    found = Progress.objects.filter(key=key).first()
    if found and found.action_id != action.pk:
        raise Refused("That belongs to another action. Load the page again.")
    return found


def _extend(action: Action, act: AtMeeting, kept: dict[str, Any], told: dict[str, Any]) -> None:
    """Seen from the day it is done, as on the action’s own page."""
    if not act.when.strip():
        raise Incomplete("Say until when.")
    due, meeting = read_due_on(act.when, action.kept_by, on=the_day(told["at"]))
    change_due(action=action, due=due, meeting=meeting, reason=act.text, seen=act.seen, kept=kept, **told)


def _say(action: Action, act: AtMeeting, kept: dict[str, Any], told: dict[str, Any]) -> None:
    text, is_note = plain(act.text).strip(), act.name == "note"
    if is_note:
        check_note(text)
    check_length(text)
    check_read(action, act.seen)
    kind = Progress.Kind.NOTED if is_note else Progress.Kind.CARRIED
    write(action, kind, text=text or LOOKED_AT_AGAIN, **kept, **told)


@transaction.atomic
def take_back(*, entry: Progress, key: UUID, by: Any, at: dt.datetime) -> Progress:
    """The action is again as it stood before the act; that it was done and taken back stays in its list of entries."""
    action = held(entry.action)
    check_may_keep(by, action.kept_by)
    if before := _done_before(key, action):
        return before
    entry = Progress.objects.select_related("undone").get(pk=entry.pk)
    later = action.progress.filter(pk__gt=entry.pk, undone=None, undoes=None)
    check_can_take_back(entry, list(later.exclude(kind=Progress.Kind.NOTED)))
    text = f"{entry.get_kind_display()}: taken back."
    undone = write(action, Progress.Kind.UNDONE, text=text, meeting=entry.meeting, key=key, undoes=entry, by=by, at=at)
    if entry.kind != Progress.Kind.NOTED and entry.before:
        _restore(action, entry.before, by=by, at=at)
        _ask_again(action, entry, by=by, at=at)
    return undone


def _ask_again(action: Action, entry: Progress, *, by: Any, at: dt.datetime) -> None:
    """What an owner asked, and this act settled, waits for an answer again, unless they have asked anew meanwhile."""
    lapsed = Request.objects.filter(part__action=action, outcome=Request.Outcome.LAPSED, answer=entry)
    asking = set(Request.objects.filter(part__action=action, outcome="").values_list("part", flat=True))
    for request in lapsed.exclude(part__in=asking):
        request.outcome, request.answer = "", None
        signed(request, by, at, "Taken back")


def _as_it_stands(action: Action) -> dict[str, Any]:
    """What an act at a meeting may change, as JSON."""
    return {
        "state": action.state,
        "due": [
            action.due_kind,
            action.due_date.isoformat() if action.due_date else None,
            action.due_meeting_id,
            action.due_stated,
            action.due_flags,
        ],
        "parts": {
            str(part.pk): [part.state, part.finished_at.isoformat() if part.finished_at else None]
            for part in action.parts.all()
        },
    }


def _restore(action: Action, before: dict[str, Any], *, by: Any, at: dt.datetime) -> None:
    kind, day, meeting, stated, flags = before["due"]
    action.state, action.due_kind, action.due_meeting_id = before["state"], kind, meeting
    action.due_date = dt.date.fromisoformat(day) if day else None
    action.due_stated, action.due_flags = stated, flags
    for part in Part.objects.filter(action=action):
        state, finished = before["parts"].get(str(part.pk), (part.state, None))
        if part.state != state:
            part.state, part.finished_at = state, dt.datetime.fromisoformat(finished) if finished else None
            signed(part, by, at, "Taken back")
    signed(action, by, at, "Taken back")
