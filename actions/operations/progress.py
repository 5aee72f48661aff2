"""How it goes: an owner's own word on their part, kept with who and when."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from actions.models import FINISHED, Action, Part, Progress, Request, State
from actions.operations.evidence import NOTHING, Shows, check_shows, keep_shown
from actions.permissions import check_may_report
from actions.queries.words import waiting_for
from actions.rules.action import check_can_report, check_report_says_something, whole_state
from boards.models import Person
from trust.tools.plain import plain, plain_line
from trust.tools.words import the_day


@transaction.atomic
def record_progress(
    *, part: Part, state: str, text: str, by: Any, at: dt.datetime, waits_for: str = "", shows: Shows = NOTHING
) -> Part:
    """Record how one part goes. The whole follows from its parts; only officers and chair agree that it is closed.

    ``by``: an account, or a Person who came by the link in a mail. ``waits_for``: who or what blocks it; ``shows``:
    the file or the address that shows it done.
    """
    part, action = held_part(part)
    text, waits_for = plain(text).strip(), plain_line(waits_for)
    check_may_report(by, part, on=the_day(at))
    check_can_report(action)
    check_report_says_something(part, state, text or waits_for or shows.said)
    check_shows(shows)
    kept = "" if state == part.state else state
    blocked = waiting_for(waits_for, action, on=the_day(at)) if state == State.BLOCKED and waits_for else {}
    text = text or (f"Shown: {shows.said}" if shows.said and not kept else "")
    said = {"part": part, "text": text, "state": kept or (state if blocked else "")} | blocked
    entry = write(action, Progress.Kind.REPORT, **said, by=by, at=at)
    keep_shown(entry, shows, by=by, at=at)
    if kept:
        part.put_off_until = None
        set_part(part, state, by=by, at=at)
        set_state(action, whole_state(states_of(action), action.state), by=by, at=at)
    if state == State.DONE:
        lapse(Request.objects.filter(part=part), entry, by=by, at=at)
    return part


def held_part(part: Part) -> tuple[Part, Action]:
    """The part as it is now, with its action under lock."""
    action = held(part.action)
    part = Part.objects.select_related("person", "partner", "seat").get(pk=part.pk)
    part.action = action
    return part, action


def lapse(requests: QuerySet[Request], entry: Progress, *, by: Any, at: dt.datetime) -> None:
    """What its owner asked is settled otherwise, by this entry."""
    for request in requests.filter(outcome=""):
        request.outcome, request.answer = Request.Outcome.LAPSED, entry
        signed(request, by, at, "")


def held(action: Action) -> Action:
    """The action under lock, so that two who act at once are heard one after the other."""
    return Action.objects.select_for_update(of=["self"]).select_related("board", "followed_by").get(pk=action.pk)


def states_of(action: Action) -> list[str]:
    return list(action.parts.values_list("state", flat=True))


def write(action: Action, kind: str, *, by: Any, at: dt.datetime, **said: Any) -> Progress:
    """Add a dated entry; entries are never rewritten."""
    who = {"person": by} if isinstance(by, Person) else {"by": by}
    entry = Progress(action=action, kind=kind, at=at, **who, **said)
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
    """Save with history: who, when, why. Of a person who came by a link the reason gives the name."""
    if isinstance(by, Person):
        by, reason = None, f"{by.name}, by a link in a mail. {reason}".strip()
    record._history_user, record._history_date, record._change_reason = by, at, reason or None
    record.save()
    return record
