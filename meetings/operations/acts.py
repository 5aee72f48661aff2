"""Whatever is done at the desk besides writing: done once, kept under its key, and answered the same each time."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from boards.permissions import check_may_minute
from meetings.models import Act, Meeting
from meetings.operations import acts_attendance, acts_disposal, acts_list, acts_room, acts_sitting
from meetings.operations.locked import lock
from meetings.rules.acts import ActRefused, Done, when_done

#: Reads the fields of its kind and calls one operation: (meeting, fields, by, when it was done, now) -> what was done.
Performer = Callable[[Meeting, Mapping[str, Any], Any, dt.datetime, dt.datetime], Done | str]

PERFORMERS: dict[str, Performer] = {
    **acts_attendance.PERFORMERS,
    **acts_room.PERFORMERS,
    **acts_list.PERFORMERS,
    **acts_sitting.PERFORMERS,
    **acts_disposal.PERFORMERS,
}

UNKNOWN = "This desk does not know how to do that. Load the page again; what waits here is kept."


def perform_act(
    *,
    meeting: Meeting,
    key: UUID,
    kind: str,
    asked: Mapping[str, Any],
    done_at: dt.datetime,
    by: Any,
    at: dt.datetime,
) -> dict[str, Any]:
    """Do it, unless it was done under this key already: then give the same answer again.

    Acts of one meeting go one after the other. One that is refused leaves nothing, so that it can be tried again.
    """
    with transaction.atomic():
        meeting = lock(meeting)
        check_may_minute(by, meeting.board)
        if before := Act.objects.filter(pk=key).first():
            return _answered(before, meeting)
        done_at, doubt = when_done(done_at, at)
        done = _perform(meeting, kind, asked, by, done_at, at)
        answer = {"sentence": f"{done.sentence} {doubt}".strip(), "undo": dict(done.undo)}
        kept = Act(
            key=key, meeting=meeting, kind=kind, asked=asked, answer=answer, done_at=done_at, arrived_at=at, by=by
        )
        _keep_once(kept)
    return answer


def _perform(
    meeting: Meeting, kind: str, asked: Mapping[str, Any], by: Any, done_at: dt.datetime, at: dt.datetime
) -> Done:
    if kind == "undo":
        undone = _to_undo(meeting, asked)
        kind, asked = undone["kind"], undone
    performer = PERFORMERS.get(kind)
    if performer is None:
        raise ActRefused(UNKNOWN)
    done = performer(meeting, asked, by, done_at, at)
    return Done(done) if isinstance(done, str) else done


def _to_undo(meeting: Meeting, asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """What undoes an act of this meeting: once, and where it can be undone."""
    try:
        key = UUID(asked["of"])
    except (KeyError, ValueError, TypeError, AttributeError):
        raise ActRefused(UNKNOWN) from None
    act = Act.objects.filter(pk=key, meeting=meeting).first()
    undo: Mapping[str, Any] = act.answer.get("undo") or {} if act else {}
    if not undo:
        raise ActRefused("That cannot be undone here.")
    if Act.objects.filter(meeting=meeting, kind="undo", asked__of=str(key)).exists():
        raise ActRefused("That is undone already.")
    return undo


def _answered(act: Act, meeting: Meeting) -> dict[str, Any]:
    if act.meeting_id != meeting.pk:
        raise ActRefused("That belongs to another meeting.")
    return dict(act.answer)


def _keep_once(act: Act) -> None:
    """The key is one act’s in the whole house; at one meeting the lock sees to it."""
    try:
        with transaction.atomic():
            act.save(force_insert=True)
    except IntegrityError:
        raise ActRefused("That belongs to another meeting.") from None
