"""Words typed on an action's own pages, read against its meeting or, where it has none, its board on the day."""

import datetime as dt
from collections.abc import Sequence

from actions.models import Action, Part
from actions.queries.who import Whom, whom_at, whom_on
from actions.rules.action import Incomplete
from actions.rules.due import Due, recognise_due
from actions.rules.owners import Owner, Owners, check_all_is_somebody
from boards.models import Board
from meetings.models import Meeting
from meetings.queries.meeting import next_meeting_after
from trust.tools.plain import plain_line
from trust.tools.words import listing


def read_due_words(words: str, action: Action, *, on: dt.date) -> tuple[Due, Meeting | None]:
    """The due date meant, seen from today; 422 where it is a day that cannot be meant."""
    return read_due_on(words, action.kept_by, on=on)


def read_due_on(words: str, board: Board, *, on: dt.date) -> tuple[Due, Meeting | None]:
    due = recognise_due(plain_line(words), on)
    if due.flags and due.kind == Action.Due.WORDS:
        raise Incomplete(f"{due.flags[0].replace('the meeting', 'today')}.")
    return due, next_meeting_after(board, on) if due.kind == Action.Due.MEETING else None


def read_owner_words(words: str, action: Action, *, on: dt.date, outside: bool = False) -> Sequence[Owner]:
    """The owners meant; 422 where somebody is not recognised, unless they are ``outside`` the records."""
    found = _whom(action, on).recognise(plain_line(words))
    check_all_is_somebody(found, action.kept_by.name)
    unknown = [owner.name for owner in found.owners if owner.kind == Part.Owner.UNKNOWN]
    if unknown and not outside:
        hint = "Give the full name, or say that they are outside the records."
        raise Incomplete(f"{listing(unknown)} {'is' if len(unknown) == 1 else 'are'} not recognised. {hint}")
    return [
        Owner(Part.Owner.OUTSIDER, owner.name) if owner.kind == Part.Owner.UNKNOWN else owner for owner in found.owners
    ]


def read_owners_on(words: str, board: Board, *, on: dt.date) -> Owners:
    """For an action of no meeting; what is not recognised stays as words, flagged; 422 where ALL is nobody."""
    found = whom_on(board, on).recognise(plain_line(words))
    check_all_is_somebody(found, board.name)
    return found


def _whom(action: Action, on: dt.date) -> Whom:
    """Those at its meeting, and those who sit on the board today."""
    today = whom_on(action.kept_by, on)
    if action.meeting is None:
        return today
    then = whom_at(action.meeting)
    return Whom(then.people + today.people, then.partners, then.posts + today.posts)


def waiting_for(words: str, action: Action, *, on: dt.date) -> dict[str, object]:
    """Who or what blocks a part: in words, and who is meant where exactly one is recognised."""
    found = _whom(action, on).recognise(words).owners
    meant = found[0] if len(found) == 1 else None
    person, partner = (meant.person_id, meant.partner_id) if meant else (None, None)
    shown = meant.name if meant and (person or partner) else words
    return {"waits_for": shown[:160], "waits_for_person_id": person, "waits_for_partner_id": partner}
