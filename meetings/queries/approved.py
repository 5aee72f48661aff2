"""What minutes say of their own standing: draft or approved, where, and how corrected."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, QuerySet

from boards.models import Board
from meetings.models import AgendaItem, Approval, Correction, Meeting, Minutes
from meetings.queries.closed_business import closed_texts
from meetings.queries.withheld import withheld_at, without
from meetings.rules.approval import RECORD
from meetings.rules.document import CorrectionLine
from meetings.rules.edition import Cut
from meetings.rules.exposed import exposed
from trust.tools.words import long_date, short_date


def standing_of(minutes: Minutes | None, cut: Cut) -> dict[str, Any]:
    """Draft or approved, and in which words."""
    if minutes is None or not minutes.is_locked:
        return {"state": _draft_words(minutes), "is_draft": True, "is_locked": False, "approval": ()}
    approvals = list(approvals_of(minutes))
    told = tuple(approval_sentence(approval, minutes, cut) for approval in approvals)
    day = _day_of(minutes, approvals)
    state = f"Approved {short_date(day)}" if day else "Approved"
    return {"state": state, "is_draft": False, "is_locked": True, "approval": told}


def approvals_of(minutes: Minutes) -> QuerySet[Approval]:
    """Those of the version that now stands, in the order given."""
    given = minutes.approvals.filter(version=minutes.version).select_related("at_meeting__board")
    return given.order_by("recorded_at", "pk")


def approvals_given_at(meeting: Meeting) -> QuerySet[Approval]:
    """The sets this meeting approved, oldest first: of each the version that still stands."""
    given = meeting.approvals_given.filter(version=F("minutes__version"))
    return given.select_related("minutes__meeting__board").order_by("minutes__meeting__date", "pk")


def corrections_of(minutes: Minutes) -> QuerySet[Correction]:
    """Those to the version that now stands; what was corrected in an earlier one stands sealed with it."""
    return minutes.corrections.filter(version=minutes.version)


def approval_sentence(approval: Approval, minutes: Minutes, cut: Cut) -> str:
    """Approved at the meeting on Tuesday 11 November 2025, Rhiannon Vale presiding.

    Of another board that only its members may know of the public edition says neither name nor chair.
    """
    if approval.at_meeting is None:
        return approval.closing_rule
    board = approval.at_meeting.board
    elsewhere = board != minutes.meeting.board
    if cut.is_public and elsewhere and board.visibility != Board.Visibility.PUBLIC:
        return f"Approved on {long_date(approval.at_meeting.date)}."
    where = f" of the {board}" if elsewhere else ""
    name = approval.presiding
    if name and cut.is_public:
        name = without(name, withheld_at(approval.at_meeting))
    presiding = f", {name} presiding" if name else ""
    return f"Approved at the meeting{where} on {long_date(approval.at_meeting.date)}{presiding}."


def correction_lines(minutes: Minutes | None, items: Mapping[int, AgendaItem], cut: Cut) -> tuple[CorrectionLine, ...]:
    """What is noted to be corrected, or was on approval; one to an item not shown is not shown, nor in a public edition
    one that names somebody whose name is withheld there, or repeats words of closed business."""
    if minutes is None:
        return ()
    lines = []
    noted = list(corrections_of(minutes).exclude(state=Correction.State.NOT_ACCEPTED))
    withheld = withheld_at(minutes.meeting) if cut.is_public and noted else {}
    closed = closed_texts(minutes) if cut.is_public and noted else []
    for correction in noted:
        if any(without(words, withheld) != words for words in (correction.was, correction.becomes)):
            continue
        if tells_of_closed(closed, correction):
            continue
        item = items.get(correction.item_id) if correction.item_id else None
        if correction.item_id is None or item is not None:
            number, anchor = (item.number_shown or item.title, item.anchor) if item else (RECORD, "")
            lines.append(CorrectionLine(number, anchor, correction.was, correction.becomes))
    return tuple(lines)


def tells_of_closed(closed: Sequence[str], correction: Correction) -> bool:
    """Whether a correction, to whatever item, repeats words of the ``closed`` texts of its minutes."""
    return bool(exposed(closed, [(RECORD, correction.was), (RECORD, correction.becomes)]))


def _draft_words(minutes: Minutes | None) -> str:
    if minutes is None or not minutes.circulated_at:
        return "Draft"
    if minutes.state == Minutes.State.CLEARED and minutes.cleared_at:
        return f"Draft, cleared by the chair {short_date(minutes.cleared_at)}"
    return f"Draft, circulated {short_date(minutes.circulated_at)}"


def _day_of(minutes: Minutes, approvals: list[Approval]) -> dt.date | None:
    met = next((approval.at_meeting for approval in approvals if approval.at_meeting), None)
    return met.date if met else minutes.approved_at
